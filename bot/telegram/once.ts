import type { BotContext } from "../context.ts";
import { type Plain, once as onceFor } from "../database/once.ts";

type Database = BotContext["services"]["database"];

/** Which update, wherever it came from: the cause of what it does. */
export const causeOf = (updateId: number): string => `telegram:${updateId}`;

/** How often each step was taken in this update. */
const taken = new WeakMap<BotContext, Map<string, number>>();

/**
 * Does what an update asks for once: when the same update comes again, because the program was killed or Telegram's answer
 * was lost, nothing is done and the first outcome returned, so that the person is told the same. A second press is
 * another update. Inside of dialogues it goes through `dialogue.external`, whose context is that of the update in hand.
 *
 * `step` names what is done; taken twice in one update, it counts. `work` writes through the database that it is given.
 */
export function once<T>(
  ctx: BotContext,
  step: string,
  work: (database: Database) => Promise<T & Plain<T>>,
): Promise<T> {
  const counts = taken.get(ctx) ?? new Map<string, number>();
  taken.set(ctx, counts);
  const count = (counts.get(step) ?? 0) + 1;
  counts.set(step, count);
  const cause = {
    cause: causeOf(ctx.update.update_id),
    step: count === 1 ? step : `${step} ${count}`,
    at: ctx.reader.now,
  };
  return onceFor(ctx.services.database, cause, work);
}
