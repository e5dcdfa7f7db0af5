import type { InlineQueryResult, User } from "@grammyjs/types";
import { formatText } from "../html/formatted-text.ts";
import type { Account } from "./account.ts";
import { type Content, post } from "./post.ts";
import type { InlineAnswer } from "./queries.ts";
import type { World } from "./world.ts";

/** Types `@bot query`; resolves with the bot's offer, rejects if the bot confirms without one. */
export async function askInline(world: World, from: User, query: string, offset: string): Promise<InlineAnswer> {
  const answers: InlineAnswer[] = [];
  const id = world.queries.openInline((answer) => answers.push(answer));
  await world.updates.add({ inline_query: { id, from, query, offset, chat_type: "sender" } });
  world.queries.closeInline(id);
  const [answer] = answers;
  if (!answer) throw new Error(`The bot did not answer the inline query "${query}" of ${from.first_name}.`);
  return answer;
}

/** Sends an offered result into the person's chat with the bot. Results that carry no text are not modelled. */
export function chooseInline(world: World, { user, room }: Account, result: InlineQueryResult): Promise<void> {
  const keyboard = "reply_markup" in result && result.reply_markup ? { reply_markup: result.reply_markup } : {};
  return post(world, room, user, { ...contentOf(result), ...keyboard, via_bot: world.bot });
}

function contentOf(result: InlineQueryResult): Content {
  if (!("input_message_content" in result)) throw new Error(`An inline result of type ${result.type} is not modelled.`);
  const content = result.input_message_content;
  if (!content || !("message_text" in content)) throw new Error("Only inline results that send a text are modelled.");
  return formatText(content.message_text, content.parse_mode, content.entities);
}
