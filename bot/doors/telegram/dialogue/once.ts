import type { BotContext } from "../../../context.ts";
import { findOutcome, once as onceFor, type Plain } from "../../../database/once.ts";
import { updateKey } from "../intake/updates.ts";

type Database = BotContext["services"]["database"];

/** How often each step was taken in this update. */
const taken = new WeakMap<BotContext, Map<string, number>>();

/**
 * Does what an update asks for once: when the same update comes again, because the program was killed or Telegram's answer
 * was lost, nothing is done and the first outcome returned, so that the person is told the same. A second press is
 * another update. Inside of dialogues it goes through `dialogue.external`, whose context is that of the update in hand.
 *
 * `step` names what is done; taken twice in one update, it counts. `work` writes through the database that it is given. An outcome by
 * which nothing was done, such as that somebody else was faster, is not kept: `isWritten` is false for it.
 */
export function once<T>(
  ctx: BotContext,
  step: string,
  work: (database: Database) => Promise<T & Plain<T>>,
  isWritten?: (outcome: T) => boolean,
): Promise<T> {
  const counts = taken.get(ctx) ?? new Map<string, number>();
  taken.set(ctx, counts);
  const count = (counts.get(step) ?? 0) + 1;
  counts.set(step, count);
  const cause = {
    cause: updateKey(ctx.update.update_id, ctx.door.name),
    step: count === 1 ? step : `${step} ${count}`,
    at: ctx.reader.now,
  };
  return onceFor(ctx.services.database, cause, work, isWritten);
}

/**
 * The outcome that an earlier attempt at this update noted, for work that is too long for one transaction and does no harm
 * when it is done again, but would then be told otherwise.
 */
export async function recall(ctx: BotContext, step: string): Promise<unknown> {
  const known = await findOutcome(ctx.services.database, {
    cause: updateKey(ctx.update.update_id, ctx.door.name),
    step,
  });
  return known?.outcome;
}
