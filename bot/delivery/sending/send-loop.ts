import { setTimeout as sleep } from "node:timers/promises";
import { chatKeyOf, type Destination, type Door } from "../../people/address.ts";
import { type Lane, lanes } from "../delivery.ts";
import { type OutgoingMessage, weigh } from "../messenger.ts";
import type { Outcome } from "../outcomes/outcome.ts";
import { Settler } from "../outcomes/outcome-writer.ts";
import { type Settlement, settlementOf } from "../outcomes/settlement.ts";
import { beforeBulk, Hand } from "./claim-buffer.ts";
import { attempt, type Claimed, claim, findNextDue } from "./claim-store.ts";
import { lead, type OpenExit, openExits } from "./exits.ts";
import { pauseLease } from "./lease-store.ts";
import { prepare } from "./render-delivery.ts";
import type { TenureDeps } from "./tenure-deps.ts";

interface Way {
  exit: OpenExit;
  chatId: string;
}

/** The work of a dispatcher for as long as it holds the lease. */
export class Tenure {
  readonly #deps: TenureDeps;
  readonly #hand = new Hand<Claimed>();
  /** Claimed, and not yet settled. */
  readonly #held = new Set<bigint>();
  readonly #exits: ReadonlyMap<Door, OpenExit>;
  readonly #settler: Settler;
  readonly #batch: number;
  /** Lanes in which nothing was due when last looked at. */
  readonly #dry = new Set<Lane>();
  readonly #sending = new Set<Promise<void>>();
  /** Where a chat goes on, by its key. */
  readonly #movedTo = new Map<string, string>();
  #looks = 0;
  #isArmed = false;

  constructor(deps: TenureDeps) {
    this.#deps = deps;
    this.#settler = new Settler(deps);
    this.#batch = Math.max(30, 2 * deps.parallelism);
    this.#exits = openExits(deps.exits, deps.parallelism, deps.lease.pausedUntil);
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
    await this.#refill();
    const now = this.#deps.ticks();
    const next = [...this.#exits.values()].flatMap((exit) => this.#take(exit, now));
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
    const { database, holder, clock, ticks, arm, timeZone: cityZone } = this.#deps;
    const now = ticks();
    const doors = [...this.#exits.keys()];
    const [first, ...others] = doors.filter((door) => this.#exits.get(door)?.pace.isStopped(now) === false);
    if (first === undefined) return;
    const going = [first, ...others] as const;
    for (const lane of lanes) {
      const { waiting, ready } = this.#hand.count(lane, (item) => this.#mayGo(item, now));
      // Many for one person may wait without filling the hand.
      if (this.#dry.has(lane) || ready > this.#batch / 2 || waiting > 10 * this.#batch) continue;
      const looks = this.#looks;
      const which = { holder, lane, most: this.#batch, now: clock.now(), cityZone, doors, going };
      const claimed = await claim(database, which);
      for (const { id } of claimed) this.#held.add(id);
      this.#hand.add(claimed);
      if (claimed.length < this.#batch && looks === this.#looks) this.#dry.add(lane);
    }
    if (this.#isArmed) return;
    this.#isArmed = true;
    arm(await findNextDue(database, clock.now(), doors));
  }

  #take(exit: OpenExit, now: number): Claimed[] {
    const { bulk } = this.#deps;
    const mayGo = (item: Claimed) => item.door === exit.door && this.#mayGo(item, now);
    const taken = this.#hand.take(exit.room(now), mayGo, bulk.room(now));
    bulk.begin(taken.filter(({ lane }) => lane === "bulk").length);
    return taken;
  }

  #mayGo({ personId, door }: Claimed, now: number): boolean {
    return (this.#exits.get(door)?.pace.chatFreeAt(personId) ?? Number.POSITIVE_INFINITY) <= now;
  }

  /** The end of a call rings the bell. */
  #patience(now: number): number {
    const rest = this.#deps.bulk.wait(now);
    const waits = [...this.#exits.values()].flatMap((exit) => [
      exit.patience(this.#hand.people(exit.door, beforeBulk), now),
      Math.max(rest, exit.patience(this.#hand.people(exit.door, ["bulk"]), now)),
    ]);
    return Math.min(...waits);
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
        void this.#settle(item.claimed, item.settlement);
      }
      if (letters.length === 0) return;
      const ids = letters.map(({ claimed }) => claimed.id);
      const ways = await attempt(database, holder, ids, { now: clock.now(), doors: [...this.#exits.keys()] });
      for (const { claimed, message } of letters) {
        const way = ways.get(claimed.id);
        const exit = this.#exits.get(claimed.door);
        // Another address is the right one since it was claimed: it is claimed anew, in the turn of that messenger.
        if (exit === undefined || (way !== undefined && way.door !== claimed.door)) continue;
        if (!(await this.#turn(exit))) continue;
        unsent.delete(claimed);
        if (way !== undefined) this.#start(claimed, message, { exit, chatId: way.chatId });
        else this.#held.delete(claimed.id);
      }
    } finally {
      this.#giveBack([...unsent]);
    }
  }

  /** Resolves when the next message may go; false when it may not after all. */
  async #turn({ pace }: OpenExit): Promise<boolean> {
    const { ticks, lease } = this.#deps;
    const wait = pace.wait(ticks());
    if (wait > lead) return false;
    if (wait > 0) await sleep(Math.ceil(wait));
    return lease.isHeld && !pace.isStopped(ticks());
  }

  #start(claimed: Claimed, message: OutgoingMessage, way: Way): void {
    way.exit.underway += 1;
    const sending = this.#send(claimed, message, way).finally(() => {
      way.exit.underway -= 1;
      this.#sending.delete(sending);
      this.#deps.bell.ring();
    });
    this.#sending.add(sending);
  }

  async #send(claimed: Claimed, message: OutgoingMessage, { exit, chatId }: Way): Promise<void> {
    const { ticks, clock, giveUp, onSettled } = this.#deps;
    const { personId, lane } = claimed;
    const { door, messenger, pace } = exit;
    const begunAt = ticks();
    const passage = pace.begin(personId, begunAt, weigh(message));
    const key = chatKeyOf({ door, chatId });
    const outcome = await messenger.send(this.#movedTo.get(key) ?? chatId, message, giveUp);
    if (outcome.kind === "migrated") this.#movedTo.set(key, outcome.chatId);
    pace.end(passage, ticks());
    const late = (clock.now().getTime() - claimed.dueAt.getTime()) / 1_000;
    onSettled(lane, outcome.kind, outcome.kind === "delivered" ? late : undefined);
    await this.#learn(exit, outcome, begunAt);
    await this.#settle(claimed, settlementOf(outcome, { lane, attempts: claimed.attempts + 1 }), { door, chatId });
  }

  /** What an outcome means for the messages after it. */
  async #learn(exit: OpenExit, outcome: Outcome, begunAt: number): Promise<void> {
    if (outcome.kind === "throttled") return this.#pause(exit, outcome.retryAfter * 1_000);
    if (outcome.kind === "unsent" || outcome.kind === "uncertain") return this.#fail(exit, outcome.cause, begunAt);
    exit.outage.end();
  }

  #fail({ door, outage, pace }: OpenExit, cause: string, begunAt: number): void {
    const { ticks, log } = this.#deps;
    const now = ticks();
    const silence = outage.fail(begunAt, now);
    if (silence === undefined) return;
    log.warn({ door, cause, failures: outage.failures }, "a messenger did not take a delivery");
    if (silence === 0) return;
    pace.stop(now + silence);
    this.#giveBack(this.#hand.empty());
  }

  /** A messenger asked for silence: every lane falls silent there, and wherever the lease goes. */
  async #pause({ door, pace }: OpenExit, milliseconds: number): Promise<void> {
    const { ticks, database, holder, log } = this.#deps;
    pace.stop(ticks() + milliseconds);
    log.warn({ door, seconds: milliseconds / 1_000 }, "a messenger asked for silence");
    this.#giveBack(this.#hand.empty());
    await pauseLease(database, holder, milliseconds).catch((error: unknown) => {
      log.warn({ error }, "silence not noted for other instances");
    });
  }

  #giveBack(unsent: readonly Claimed[]): void {
    for (const claimed of unsent) void this.#settle(claimed, { state: "pending", isAttempt: false });
  }

  /** Never rejects: what cannot be written is logged by the writer of outcomes. */
  async #settle({ id }: Claimed, settlement: Settlement, at?: Destination): Promise<void> {
    await this.#settler.settle({ id, settlement, ...(at && { at }) });
    this.#held.delete(id);
    // Who cannot be written to there may have another address.
    if (settlement.state === "pending" || (settlement.state === "failed" && settlement.unreachable)) {
      this.look();
      this.#deps.bell.ring();
    }
  }
}
