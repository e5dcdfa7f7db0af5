import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../database/database.ts";
import type { Logger } from "../../log.ts";
import type { Clock } from "../../schedule/clock.ts";
import type { Bell } from "../../schedule/wakeup.ts";
import { type Lane, lanes } from "../delivery.ts";
import { type Message, type Messenger, weigh } from "../messenger.ts";
import type { Outcome } from "../outcomes/outcome.ts";
import { Settler } from "../outcomes/outcome-writer.ts";
import { type Settlement, settlementOf } from "../outcomes/settlement.ts";
import { Hand } from "./claim-buffer.ts";
import { attempt, type Claimed, claim, findNextDue } from "./claim-store.ts";
import type { Lease } from "./lease.ts";
import { pauseLease } from "./lease-store.ts";
import { Outage } from "./outage.ts";
import type { Pace } from "./rate-limiter.ts";
import { prepare, type Writing } from "./render-delivery.ts";

/**
 * Milliseconds before the next message may go at which it is written and its attempt noted, so that the database's time
 * does not slow the pace. One message only: a crash makes those noted and not yet sent uncertain as well.
 */
const lead = 50;

export interface TenureDeps extends Writing {
  database: Database;
  messenger: Messenger;
  pace: Pace;
  /** How many messages may be under way. */
  parallelism: number;
  clock: Clock;
  ticks: () => number;
  log: Logger;
  /** Told of everything that was dealt with: an outcome's kind or a state, and for what was delivered how late. */
  onSettled: (lane: Lane, outcome: string, secondsLate?: number) => void;
  holder: string;
  lease: Lease;
  bell: Bell;
  /** Told when the next delivery will be due. */
  arm: (at: Date | undefined) => void;
  /** Aborted when there is no time left to finish. */
  giveUp: AbortSignal;
}

/** The work of a dispatcher for as long as it holds the lease. */
export class Tenure {
  readonly #deps: TenureDeps;
  readonly #hand = new Hand<Claimed>();
  /** Claimed, and not yet settled. */
  readonly #held = new Set<bigint>();
  readonly #outage = new Outage();
  readonly #settler: Settler;
  readonly #batch: number;
  /** Lanes in which nothing was due when last looked at. */
  readonly #dry = new Set<Lane>();
  readonly #sending = new Set<Promise<void>>();
  readonly #movedTo = new Map<number, number>();
  #looks = 0;
  #isArmed = false;

  constructor(deps: TenureDeps) {
    this.#deps = deps;
    this.#settler = new Settler(deps);
    this.#batch = Math.max(30, 2 * deps.parallelism);
    deps.pace.stop(deps.lease.pausedUntil);
  }

  /** The ids of everything that is claimed here and not yet settled. */
  get held(): ReadonlySet<bigint> {
    return this.#held;
  }

  get isSending(): boolean {
    return this.#sending.size > 0;
  }

  /** Has the next round look into every lane: something may be due. */
  look(): void {
    this.#looks += 1;
    this.#dry.clear();
    this.#isArmed = false;
  }

  /**
   * Claims what is due, and sends what may go now without waiting for the answers. Returns the milliseconds until
   * another round makes sense unless the bell rings. Rejects when the database is away; nothing is lost by it.
   */
  async round(): Promise<number> {
    const { pace, ticks } = this.#deps;
    await this.#refill();
    const now = ticks();
    const room = pace.isStopped(now) ? 0 : Math.max(pace.room(now), Math.min(pace.room(now + lead), 1));
    const next = this.#hand.take(Math.min(this.#slots, room), (item) => this.#mayGo(item, now));
    if (next.length === 0) return this.#patience(now);
    await this.#post(next);
    return 0;
  }

  /** Gives back what is in hand, and resolves when what is under way is answered and written. */
  async finish(): Promise<void> {
    this.#giveBack(this.#hand.empty());
    await Promise.all(this.#sending);
    await this.#settler.idle();
  }

  async #refill(): Promise<void> {
    const { database, holder, pace, clock, ticks, arm, timeZone: cityZone } = this.#deps;
    const now = ticks();
    if (pace.isStopped(now)) return;
    for (const lane of lanes) {
      const { waiting, ready } = this.#hand.count(lane, (item) => this.#mayGo(item, now));
      // Many for one person may wait without filling the hand.
      if (this.#dry.has(lane) || ready > this.#batch / 2 || waiting > 10 * this.#batch) continue;
      const looks = this.#looks;
      const claimed = await claim(database, { holder, lane, most: this.#batch, now: clock.now(), cityZone });
      for (const { id } of claimed) this.#held.add(id);
      this.#hand.add(claimed);
      if (claimed.length < this.#batch && looks === this.#looks) this.#dry.add(lane);
    }
    if (this.#isArmed) return;
    this.#isArmed = true;
    arm(await findNextDue(database, clock.now()));
  }

  /** How many more may be under way; while calls fail, one at a time finds out whether they still do. */
  get #slots(): number {
    return (this.#outage.failures > 0 ? 1 : this.#deps.parallelism) - this.#sending.size;
  }

  #mayGo({ personId }: Claimed, now: number): boolean {
    return this.#deps.pace.chatFreeAt(personId) <= now;
  }

  #patience(now: number): number {
    const { pace } = this.#deps;
    if (pace.isStopped(now)) return pace.wait(now);
    // The end of a call rings the bell.
    if (this.#hand.size === 0 || this.#slots <= 0) return Number.POSITIVE_INFINITY;
    let chatFreeAt = Number.POSITIVE_INFINITY;
    for (const personId of this.#hand.people()) chatFreeAt = Math.min(chatFreeAt, pace.chatFreeAt(personId));
    return Math.max(pace.wait(now) - lead, chatFreeAt - now, 1);
  }

  /** Writes, notes the attempt, sends. The attempt is on record before the first byte goes out. */
  async #post(next: Claimed[]): Promise<void> {
    const { database, holder, clock } = this.#deps;
    const unsent = new Set(next);
    try {
      const prepared = await Promise.all(
        next.map(async (claimed) => ({ claimed, ...(await prepare(claimed, this.#deps)) })),
      );
      const letters = prepared.filter((item) => item.kind === "letter");
      for (const item of prepared) {
        if (item.kind === "letter") continue;
        unsent.delete(item.claimed);
        this.#deps.onSettled(item.claimed.lane, item.settlement.state);
        this.#settle(item.claimed, item.settlement);
      }
      if (letters.length === 0) return;
      const ids = letters.map(({ claimed }) => claimed.id);
      const allowed = await attempt(database, holder, ids, clock.now());
      for (const { claimed, message } of letters) {
        if (!(await this.#turn())) break;
        unsent.delete(claimed);
        if (allowed.has(claimed.id)) this.#start(claimed, message);
        else this.#held.delete(claimed.id);
      }
    } finally {
      this.#giveBack([...unsent]);
    }
  }

  /** Resolves when the next message may go; false when it may not after all. */
  async #turn(): Promise<boolean> {
    const { pace, ticks, lease } = this.#deps;
    const wait = pace.wait(ticks());
    if (wait > lead) return false;
    if (wait > 0) await sleep(Math.ceil(wait));
    return lease.isHeld && !pace.isStopped(ticks());
  }

  #start(claimed: Claimed, message: Message): void {
    const sending = this.#send(claimed, message).finally(() => {
      this.#sending.delete(sending);
      this.#deps.bell.ring();
    });
    this.#sending.add(sending);
  }

  async #send(claimed: Claimed, message: Message): Promise<void> {
    const { messenger, pace, ticks, clock, giveUp, onSettled } = this.#deps;
    const { personId, lane } = claimed;
    const begunAt = ticks();
    const passage = pace.begin(personId, begunAt, weigh(message));
    const outcome = await messenger.send(this.#movedTo.get(personId) ?? personId, message, giveUp);
    pace.end(passage, ticks());
    const late = (clock.now().getTime() - claimed.dueAt.getTime()) / 1_000;
    onSettled(lane, outcome.kind, outcome.kind === "delivered" ? late : undefined);
    await this.#learn(personId, outcome, begunAt);
    await this.#settle(claimed, settlementOf(outcome, { lane, attempts: claimed.attempts + 1 }));
  }

  /** What an outcome means for the messages after it. */
  async #learn(personId: number, outcome: Outcome, begunAt: number): Promise<void> {
    if (outcome.kind === "migrated") this.#movedTo.set(personId, outcome.chatId);
    if (outcome.kind === "throttled") return this.#pause(outcome.retryAfter * 1_000);
    if (outcome.kind === "unsent" || outcome.kind === "uncertain") return this.#fail(outcome.cause, begunAt);
    this.#outage.end();
  }

  #fail(cause: string, begunAt: number): void {
    const { pace, ticks, log } = this.#deps;
    const now = ticks();
    const silence = this.#outage.fail(begunAt, now);
    if (silence === undefined) return;
    log.warn({ cause, failures: this.#outage.failures }, "Telegram did not take a delivery");
    if (silence === 0) return;
    pace.stop(now + silence);
    this.#giveBack(this.#hand.empty());
  }

  /** Telegram asked for silence: every lane falls silent, here and wherever the lease goes. */
  async #pause(milliseconds: number): Promise<void> {
    const { pace, ticks, database, holder, log } = this.#deps;
    pace.stop(ticks() + milliseconds);
    log.warn({ seconds: milliseconds / 1_000 }, "Telegram asked for silence");
    this.#giveBack(this.#hand.empty());
    await pauseLease(database, holder, milliseconds).catch((error: unknown) => {
      log.warn({ error }, "silence not noted for other instances");
    });
  }

  #giveBack(unsent: readonly Claimed[]): void {
    for (const claimed of unsent) this.#settle(claimed, { state: "pending", isAttempt: false });
  }

  async #settle({ id, personId }: Claimed, settlement: Settlement): Promise<void> {
    await this.#settler.settle({ id, personId, settlement });
    this.#held.delete(id);
    if (settlement.state === "pending") {
      this.look();
      this.#deps.bell.ring();
    }
  }
}
