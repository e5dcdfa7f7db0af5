import type { Message } from "grammy/types";
import type { BotContext } from "../../bot/context.ts";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send } from "../../bot/doors/telegram/screen/show.ts";
import { readContent } from "../../bot/doors/telegram/sending/content.ts";
import { findLately } from "../../bot/threads/about-store.ts";
import { callHuman } from "../../bot/threads/buttons.ts";
import { handOnCallback, writeCallback } from "../../bot/threads/callbacks.ts";
import { html } from "../../bot/words/html.ts";
import { toMenu } from "../account/menu.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { searchThisCallback } from "../programme/callbacks.ts";
import { isSimple } from "../simple/screen.ts";
import { humanAsked } from "./human-asked.ts";
import { handOn } from "./screen.ts";

/** Milliseconds after an answer in which something written may be a reply to it. */
export const lately = 24 * 3_600_000;

/**
 * Messages that a human of the staff should read although no dialogue waits for them: replies to an answer, by Telegram's own
 * "reply"; what comes within a day of an answer or just behind the wish for a human, after asking; and photos, voices and files, which the bot itself does not
 * understand. It stands before the search, which would take all text.
 */
export const meantForStaff = new Screen();

privatePartOf(meantForStaff).on("message", async (ctx, next) => {
  const { message } = ctx;
  if (message.text?.startsWith("/") || message.via_bot) return next();
  const content = readContent(message);
  if (content === null) return next();
  const repliedTo = threadOf(message.reply_to_message);
  if (repliedTo !== undefined) return send(ctx, await handOn(ctx, repliedTo, content));
  const { services, reader } = ctx;
  const since = new Date(reader.now.getTime() - lately);
  const answered = await findLately(services.database, reader.person.id, since);
  const isAskedFor = content.kind === "text" && humanAsked.take(ctx) !== null;
  if (answered === null && !isAskedFor && (content.kind === "text" || content.kind === "poll")) return next();
  await askWhether(ctx, answered, content.kind === "text");
});

/** The thread that a message of the bot belongs to, by its buttons. */
function threadOf(message: Message["reply_to_message"]) {
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  for (const each of buttons) {
    const about = "callback_data" in each ? writeCallback.read(each.callback_data) : undefined;
    // What is replied to a message to the class is for its teacher.
    if (about?.kind === "thread" || about?.kind === "class") return about;
  }
  return undefined;
}

/** Asks what a message is for, in reply to it: the button finds it there, so that nothing is kept of what is not sent. */
async function askWhether(
  ctx: BotContext,
  answered: { threadId: number; author: string | null } | null,
  isText: boolean,
): Promise<void> {
  const { t } = ctx.reader;
  const about =
    answered === null ? ({ kind: "question" } as const) : ({ kind: "thread", id: answered.threadId } as const);
  const author = answered?.author ?? null;
  const label = author === null ? t("thread.button.hand_on") : t("thread.button.hand_on_to", { name: author });
  const meant = author === null ? t("thread.meant") : t("thread.meant_for", { name: author });
  const handOn = button(label, handOnCallback.data(about));
  const search: Row = isText ? [button(t("thread.button.search"), searchThisCallback.data(null))] : [];
  const rows = isSimple(ctx.reader) ? [[handOn], search, [callHuman(t)]] : [[handOn], [...search, toMenu(t)]];
  const isSpoken = ctx.has(["message:voice", "message:video_note", "message:audio"]);
  const said = isText ? meant : t(isSpoken ? "said.voice" : "thread.not_mine");
  await ctx.reply(String(html`${said}`), {
    parse_mode: "HTML",
    reply_parameters: { message_id: ctx.msg?.message_id ?? 0, allow_sending_without_reply: true },
    reply_markup: { inline_keyboard: rows.filter((row) => row.length > 0) },
  });
}
