import { joinCallback } from "../../bot/classes/callbacks.ts";
import { findJoinLink } from "../../bot/classes/lessons/join-store.ts";
import { joinMessage } from "../../bot/classes/lessons/messages/join-message.ts";
import { noteJoinShown } from "../../bot/classes/lessons/messages/refresh-store.ts";
import { findLessonClass } from "../../bot/classes/lessons/view-store.ts";
import { simpleKeyboard } from "../../bot/classes/simple/renderers.ts";
import type { BotContext } from "../../bot/context.ts";
import { answerTap } from "../../bot/doors/telegram/screen/show.ts";
import type { Html } from "../../bot/words/html.ts";
import { onCallback } from "../kit/on-callback.ts";
import { Screen } from "../kit/screen.ts";
import { isSimple } from "../simple/screen.ts";

/** The way into a lesson, fetched by its learner. */
export const joinScreen = new Screen();

onCallback(joinScreen, joinCallback, async (ctx, lessonId) => {
  const { t, person, now, isPrivate, chat } = ctx.reader;
  const { database } = ctx.services;
  if (!isPrivate) return void (await reply(ctx, t.html("lesson.join.private")));
  const course = await findLessonClass(database, { lessonId }, person.id, t.language);
  const link = await findJoinLink(database, { personId: person.id, lessonId, now });
  const { text, keyboard: usual } = joinMessage(course, { lessonId, link }, ctx.reader);
  const keyboard = isSimple(ctx.reader) ? simpleKeyboard(usual, t) : usual;
  const messageId = await reply(ctx, text, keyboard);
  if (link.kind === "link" && chat !== null)
    await noteJoinShown(database, { ...chat, personId: person.id, lessonId, messageId: String(messageId), now });
});

/** A message of its own, protected: the one with the pressed button may be forwarded, and the link with it. */
async function reply(
  ctx: BotContext,
  text: Html,
  keyboard: ReturnType<typeof joinMessage>["keyboard"] = [],
): Promise<number> {
  const [, { message_id }] = await Promise.all([
    answerTap(ctx),
    ctx.reply(String(text), {
      parse_mode: "HTML",
      protect_content: true,
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: keyboard },
    }),
  ]);
  return message_id;
}
