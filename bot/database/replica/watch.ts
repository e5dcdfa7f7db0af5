import type pg from "pg";
import { Freshness, noteEvery, parsePosition } from "./freshness.ts";

/**
 * What a replica is to the bot. "late": it has not what is older than lists may be. "other": it copies another server, or none
 * any more. Only one that is "used" is read.
 */
export type ReplicaState = "used" | "late" | "away" | "other";

/** Milliseconds between two looks. */
const pause = 500;

/** The server that wrote the log, and the database in it, are the same at a replica, however it is reached. */
const which = `(SELECT system_identifier::text FROM pg_control_system())
  || '/' || (SELECT oid::text FROM pg_database WHERE datname = current_database())`;
const whereIsPrimary = `SELECT pg_current_wal_insert_lsn()::text AS "position", ${which} AS "which"`;
const whereIsReplica = `SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()::text END AS "position", ${which} AS "which"`;

interface Where {
  position: string | null;
  which: string;
}

/** How far a replica is behind its primary now, in bytes of the log; undefined: it copies another server, or none any more. */
export async function bytesBehind(primary: pg.Client, replica: pg.Client): Promise<number | undefined> {
  const [at] = (await primary.query<Where>(whereIsPrimary)).rows;
  const [has] = (await replica.query<Where>(whereIsReplica)).rows;
  if (at?.position == null || has?.position == null || at.which !== has.which) return undefined;
  return Math.max(0, Number(parsePosition(at.position) - parsePosition(has.position)));
}

interface Watched {
  /** A connection of its own to each: where all others are busy, it is still known how old the replica is. */
  primary: pg.Pool;
  replica: pg.Pool;
  /** Milliseconds that lists may be old. */
  oldest: number;
  /** Told each time the state becomes another one; the first time, too. */
  onState: (state: ReplicaState) => void;
}

/** Looks twice a second how far a replica is behind its primary. */
export class ReplicaWatch {
  readonly #watched: Watched;
  readonly #freshness = new Freshness();
  /** Since when it is looked at. */
  #since: number | undefined;
  #state: ReplicaState | undefined;
  /** A statement failed there since the last look. */
  #isInDoubt = false;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  start(): void {
    this.#looking = this.#look().then(() => {
      if (this.#isStopped) return;
      this.#timer = setTimeout(() => this.start(), pause);
      this.#timer.unref();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await Promise.all([this.#watched.primary.end(), this.#watched.replica.end()]);
  }

  /** Whether all that is older than lists may be is there. */
  get isUsed(): boolean {
    return this.#state === "used" && !this.#isInDoubt && this.age <= this.#watched.oldest;
  }

  /** Milliseconds for which whoever changed something reads the primary after it was noted. */
  get honouredFor(): number {
    return this.#watched.oldest + noteEvery;
  }

  /** Milliseconds: how old the replica is at most; infinite where it was never reached. */
  get age(): number {
    return this.#freshness.age(performance.now());
  }

  /** A statement failed there: it is not read before it has answered a look again. */
  failed(): void {
    this.#isInDoubt = true;
  }

  async #look(): Promise<void> {
    const at = performance.now();
    this.#since ??= at;
    const primary = await ask(this.#watched.primary, whereIsPrimary);
    // Where the primary does not answer nothing is known of its replica; what was known gets old by itself.
    if (primary?.position == null) return;
    this.#freshness.notePrimary(parsePosition(primary.position), at);
    const replica = await ask(this.#watched.replica, whereIsReplica);
    if (replica === undefined) return this.#become("away");
    if (replica.position === null || replica.which !== primary.which) return this.#become("other");
    this.#freshness.noteReplica(parsePosition(replica.position));
    this.#isInDoubt = false;
    if (this.age <= this.#watched.oldest) return this.#become("used");
    // At the first look it may be a moment behind, and nothing is known of before.
    if (this.#state !== undefined || at > this.#since + this.#watched.oldest) this.#become("late");
  }

  #become(state: ReplicaState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#watched.onState(state);
  }
}

const ask = (pool: pg.Pool, sql: string): Promise<Where | undefined> =>
  pool.query<Where>(sql).then(
    ({ rows }) => rows[0],
    () => undefined,
  );
