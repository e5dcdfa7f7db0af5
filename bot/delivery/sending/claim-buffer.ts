import type { Door } from "../../people/address.ts";
import { type Lane, lanes } from "../delivery.ts";

/**
 * Whose turn it is, again and again: urgent before normal before bulk, but one message in six may be a normal one and
 * one a bulk one, so that a flood in one lane never dries up another.
 */
const turns: readonly Lane[] = ["urgent", "urgent", "normal", "urgent", "urgent", "bulk"];

/** The lanes that never yield. */
export const beforeBulk: readonly Lane[] = lanes.filter((lane) => lane !== "bulk");

/** What was claimed and waits for its turn, by lane, in the order in which it was due. */
export class Hand<T extends { lane: Lane; personId: number; door: Door }> {
  readonly #waiting: Record<Lane, T[]> = { urgent: [], normal: [], bulk: [] };
  #turn = 0;

  get size(): number {
    return lanes.reduce((sum, lane) => sum + this.#waiting[lane].length, 0);
  }

  add(items: readonly T[]): void {
    for (const item of items) this.#waiting[item.lane].push(item);
  }

  /** How many of a lane there are, and how many of them may go. */
  count(lane: Lane, mayGo: (item: T) => boolean): { waiting: number; ready: number } {
    const waiting = this.#waiting[lane];
    return { waiting: waiting.length, ready: waiting.filter(mayGo).length };
  }

  /** Takes at most `most` that may go, at most `mostBulk` of them of the bulk lane, in turn, and no two for one person. */
  take(most: number, mayGo: (item: T) => boolean, mostBulk = Number.POSITIVE_INFINITY): T[] {
    const taken: T[] = [];
    const people = new Set<number>();
    let bulk = mostBulk;
    const isNext = (item: T) => !people.has(item.personId) && mayGo(item);
    while (taken.length < most) {
      const item = this.#next(isNext, bulk > 0 ? lanes : beforeBulk);
      if (item === undefined) break;
      if (item.lane === "bulk") bulk -= 1;
      people.add(item.personId);
      taken.push(item);
    }
    return taken;
  }

  /** Gives everything back. */
  empty(): T[] {
    return lanes.flatMap((lane) => this.#waiting[lane].splice(0));
  }

  /** Everybody it is waiting for at a messenger, in these lanes. */
  *people(at: Door, among: readonly Lane[]): Iterable<number> {
    for (const lane of among) for (const { personId, door } of this.#waiting[lane]) if (door === at) yield personId;
  }

  #next(isNext: (item: T) => boolean, among: readonly Lane[]): T | undefined {
    const favourite = turns[this.#turn % turns.length] ?? "urgent";
    for (const lane of [favourite, ...among]) {
      if (!among.includes(lane)) continue;
      const index = this.#waiting[lane].findIndex(isNext);
      if (index < 0) continue;
      this.#turn += 1;
      return this.#waiting[lane].splice(index, 1)[0];
    }
    return undefined;
  }
}
