import type { BotContext } from "../../bot/context.ts";
import type { Intent } from "../../bot/understanding/intent.ts";
import { parseMessage } from "../../bot/understanding/parse-message.ts";

const read = new WeakMap<BotContext, Intent>();

/** What the text of an update wants, read once: three screens ask, one behind the other. */
export function intentOf(ctx: BotContext, text: string): Intent {
  const known = read.get(ctx) ?? parseMessage(text, ctx.reader.t.language);
  read.set(ctx, known);
  return known;
}
