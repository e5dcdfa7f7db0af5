import { setTimeout as sleep } from "node:timers/promises";
import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import type { BotContext, Services } from "../../../context.ts";
import type { Metrics, UpdateOutcome } from "../../../metrics.ts";
import { doubling } from "../../../net/backoff.ts";
import { withDeadline } from "../../../net/deadline.ts";
import type { Door } from "../../../people/address.ts";
import { Apology } from "../attempts/apology.ts";
import { Attempts } from "../attempts/attempts.ts";
import { takeBack } from "../attempts/begun-store.ts";
import { ComesAgain } from "../attempts/comes-again.ts";
import { Suspects } from "../attempts/suspects.ts";
import { Tries, type Try } from "../attempts/tries.ts";
import { door as telegram } from "../door.ts";
import { Budget } from "./budget.ts";
import { cleanUpdate } from "./clean-update.ts";
import { InHand } from "./in-hand.ts";
import type { Receipts } from "./receipt-store.ts";
import { screenOf } from "./screen-of.ts";
import { InOrder } from "./sequentialize.ts";
import { kindOf, orderKey, updateKey } from "./updates.ts";

const usualFarewell = { all: 5_000, aborted: 500 };

/**
 * Waiting updates of one chat that cost nothing of the budget: those who wait for their answers, however fast they are, hold
 * up nobody. By webhook Telegram itself sends one of a chat at a time, so that nothing waits here.
 */
const uncounted = 2;

/** Waiting updates of one chat, above which more are too much at once, whoever in it they come from. */
const mostWaiting = 100;

/** Buttons that are stopped for a chat whose presses were declined; the others stop by themselves after a while. */
const mostReleased = 50;

/** Milliseconds before a repetition within the program: 0.5 s doubling to 15 s. */
const pause = doubling(500, 15_000);

export interface HandlerDeps {
  /** Whose updates they are. Default: Telegram's. */
  door?: Door;
  services: Services;
  receipts: Receipts;
  metrics: Metrics;
  /** Messages and presses of one person that may wait for their turn at once. Default: as many as they like. */
  burst?: number;
  /** Whether a button only draws its message anew, so that the next such press makes it needless. Default: none does. */
  redraws?: (data: string) => boolean;
  suspects?: Suspects;
  /** Milliseconds that a stop waits for what is in hand, and then for what is given up. Default 5,000 and 500. */
  farewell?: { all: number; aborted: number };
}

export interface UpdateHandler {
  /** What waits or is being handled, and was. */
  readonly inHand: InHand;
  /** One attempt. Rejects with ComesAgain when the update must be delivered again; so a webhook wants it. */
  handle(update: Update): Promise<void>;
  /**
   * Attempts an update as often as it takes, the updates of its chat behind it. Rejects when the program stops, or a receipt could not be
   * written. `isKept`: it was let in before, by a program that did not finish it.
   */
  finish(update: Update, isKept?: boolean): Promise<void>;
  /** Resolves when everything begun so far has ended. */
  idle(): Promise<void>;
  /** Waits a little for what is in hand, and then breaks it off. */
  stop(): Promise<void>;
}

type Outcome = Exclude<UpdateOutcome, "again">;

/**
 * Takes an update through the bot, whichever way it came in: updates of a chat one after another, each within a deadline,
 * its receipt written when it is done.
 */
export function createUpdateHandler(
  bot: Pick<Bot<BotContext>, "api" | "handleUpdate">,
  deps: HandlerDeps,
): UpdateHandler {
  const { services, receipts, metrics, burst, redraws = () => false, suspects = new Suspects() } = deps;
  const { farewell = usualFarewell, door = telegram } = deps;
  const { log, database, clock } = services;
  const inOrder = new InOrder<Update>();
  const apology = new Apology(bot, services);
  const budget = burst === undefined ? undefined : new Budget({ burst, clock });
  const tries = new Tries();
  const beside = new InOrder<Update>();
  const stopping = new AbortController();
  /** Chats of which an update is left to the next program: those behind it must not come before it. */
  const halted = new Set<number>();
  const inHand = new InHand();
  const onFailure = (update: Update) => metrics.failure(screenOf(update));
  const attempts = new Attempts({
    bot,
    door,
    services,
    tries,
    apology,
    suspects,
    stopping: stopping.signal,
    onFailure,
  });

  async function enter(given: Update, { isPatient, isKept }: { isPatient: boolean; isKept: boolean }): Promise<void> {
    const update = cleanUpdate(given);
    const key = orderKey(update);
    const waiting = inOrder.waiting(key);
    const isPatientSender = update.inline_query === undefined && waiting < uncounted;
    // What was let in once is not weighed again when it comes again.
    if (budget !== undefined && !isPatientSender && !isKept && !tries.has(update.update_id)) {
      const admission = budget.admit(update, waiting >= mostWaiting);
      if (admission !== "admitted") return decline(update, key, admission === "declined");
    }
    const attempted = tries.of(update);
    const isDone = await inOrder.run(key, update, async (next) => {
      if (halted.has(key)) throw new ComesAgain(`update ${update.update_id}: the program stops`);
      if (isRedrawnBy(update, next)) return false;
      for (let count = 1; ; count += 1) {
        try {
          await close(update, () => attempts.make(update, attempted));
          return true;
        } catch (error) {
          if (!(error instanceof ComesAgain)) throw error;
          if (!isPatient) await letGo(update.update_id, attempted);
          if (!isPatient) throw error;
          await sleep(error.after ?? pause(count), undefined, { signal: stopping.signal }).catch(() => {});
          if (!stopping.signal.aborted) continue;
          halted.add(key);
          throw error;
        }
      }
    });
    if (!isDone) await close(update, () => skip(update));
  }

  /** Whether the next update of the chat is a press that draws the same message anew: the first would be seen by nobody. */
  function isRedrawnBy({ callback_query: tap }: Update, next: Update | undefined): boolean {
    const other = next?.callback_query;
    if (tap?.message === undefined || other?.message?.message_id !== tap.message.message_id) return false;
    return other.from?.id === tap.from?.id && redraws(tap.data ?? "") && redraws(other.data ?? "");
  }

  /** Does the work, and writes the receipt when it is done. */
  async function close(update: Update, work: () => Promise<Outcome>): Promise<void> {
    const started = performance.now();
    let outcome: Outcome | "again" = "again";
    try {
      outcome = await work();
    } finally {
      metrics.update(kindOf(update), outcome, (performance.now() - started) / 1_000);
    }
    const { dialogue } = tries.of(update);
    await receipts
      .record(updateKey(update.update_id, door), dialogue && { ...dialogue, at: clock.now() })
      .catch((error: unknown) => {
        log.warn({ error, updateId: update.update_id }, "receipt not written");
        throw new ComesAgain(`receipt of update ${update.update_id}`, 1_000);
      });
    tries.end(update.update_id);
  }

  /** Is done with it at once; the sentence follows, and nobody waits for it. */
  async function decline(update: Update, key: number, isFirst: boolean): Promise<void> {
    await close(update, async () => "declined");
    if (isFirst || beside.waiting(key) < mostReleased)
      void beside.run(key, update, () => apology.declined(update, isFirst));
  }

  async function skip(update: Update): Promise<Outcome> {
    await apology.release(update);
    return "skipped";
  }

  /** Another instance may get it next, and must not take this attempt for a death. */
  async function letGo(updateId: number, attempted: Try): Promise<void> {
    if (!attempted.isNoted) return;
    await takeBack(database, [updateId], door).then(
      () => {
        attempted.isNoted = false;
      },
      () => {},
    );
  }

  return {
    inHand,
    handle: (update) => inHand.count(() => enter(update, { isPatient: false, isKept: false })),
    finish: (update, isKept = false) => inHand.count(() => enter(update, { isPatient: true, isKept })),
    async idle() {
      await inOrder.idle();
      await beside.idle();
    },
    async stop() {
      stopping.abort();
      const idle = Promise.all([inOrder.idle(), beside.idle()]);
      const isIdle = (milliseconds: number) =>
        withDeadline(milliseconds, idle).then(
          () => true,
          () => false,
        );
      if (!(await isIdle(farewell.all))) {
        attempts.breakOff();
        await isIdle(farewell.aborted);
      }
      const left = tries.noted();
      if (left.length > 0) await takeBack(database, left, door);
    },
  };
}
