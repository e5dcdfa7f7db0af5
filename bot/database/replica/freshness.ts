/** Milliseconds: what a list shows may be so old, and no older, unless somebody says otherwise. */
export const oldest = 5_000;

/**
 * Milliseconds between two notes that the same person changed something, while they go on changing: an import of theirs
 * writes a thousand times. For `oldest` and so much longer whoever changed something reads the primary after it was noted; a
 * replica that is read then has what they changed, however late it is.
 */
export const noteEvery = 1_000;

/** So many positions are remembered, further apart the longer a replica lacks them all: then its age is known less exactly. */
const mostSeen = 64;

const page = 8_192;
const pageHeader = 24;

/**
 * A position in the log as PostgreSQL writes it, "16/B374D848", as a number of bytes. Where the last record ended with its
 * page the primary says where the next one will begin, behind the header of the next page, and a replica where the last one
 * ended: no record ends there, so both are taken for the same.
 */
export function parsePosition(text: string): bigint {
  const [high = "", low = ""] = text.split("/");
  const bytes = (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
  return bytes % BigInt(page) === BigInt(pageHeader) ? bytes - BigInt(pageHeader) : bytes;
}

/**
 * How old a replica is, by one clock and without asking what time it is there: what the primary had written when it was asked
 * at a moment, and how much of it the replica has. Moments are milliseconds of a clock that only goes forward.
 */
export class Freshness {
  #seen: { position: bigint; at: number }[] = [];
  #apart = 0;
  #asOf = Number.NEGATIVE_INFINITY;

  /** The primary stood at `position`, or before it, when it was asked at `at`. */
  notePrimary(position: bigint, at: number): void {
    const [first, last] = [this.#seen[0], this.#seen.at(-1)];
    if (last !== undefined && at < last.at + this.#apart) return;
    if (first !== undefined && this.#seen.length === mostSeen) {
      this.#seen = this.#seen.filter((_, index) => index % 2 === 1);
      this.#apart = (2 * (at - first.at)) / mostSeen;
    }
    this.#seen.push({ position, at });
  }

  /** The replica has all up to `position`. */
  noteReplica(position: bigint): void {
    const has = this.#seen.findLastIndex((seen) => seen.position <= position);
    if (has === -1) return;
    this.#asOf = this.#seen[has]?.at ?? this.#asOf;
    this.#seen.splice(0, has + 1);
    if (this.#seen.length === 0) this.#apart = 0;
  }

  /** Milliseconds: all that is older the replica has for certain. */
  age(now: number): number {
    return now - this.#asOf;
  }
}
