import type { Context } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Html } from "../../../words/html.ts";
import { isGone, isNotModified, isRefusal, isUneditable, isWithoutText, isWrongFile } from "../client/refusal.ts";
import type { Row } from "./keyboard.ts";

/** A screen as a person sees it. */
export interface View {
  text: Html;
  keyboard: Row[];
  /** Shown large above the text. A link preview and not a photo: a photo could never be edited back into a text. */
  poster?: string | undefined;
  /** The id of a photo that nobody can load from the web: the view is its caption, where that has room for it. */
  photo?: string | undefined;
  /** The screen's form for simple mode. Default: the screen itself. */
  inSimpleMode?: View;
  /** Sent as a reply to the message that it answers, so that its buttons find what was written. */
  isReply?: boolean;
}

/** An update with whoever it is answered to, where that is known. */
type Asked = Context & { reader?: { isPrivate: boolean; person: { simpleMode: boolean } } };

const formFor = ({ reader }: Asked, view: View): View =>
  (reader?.isPrivate && reader.person.simpleMode && view.inSimpleMode) || view;

/** Characters of a caption (Bot API, sendPhoto). */
const longestCaption = 1_024;

/** The chat that an answer goes to. Only inline queries have none, and nothing that they lead to asks for it. */
export function chatIdOf({ chat }: Pick<Context, "chat">): number {
  if (chat === undefined) throw new Error("an update without a chat");
  return chat.id;
}

/** Shows a view: in place of the message whose button was pressed, or as a new message. */
export async function show(ctx: Asked, view: View): Promise<void> {
  const message = ctx.callbackQuery?.message;
  if (message === undefined) return send(ctx, view);
  await Promise.all([answerTap(ctx), edit(ctx, formFor(ctx, view))]);
}

/**
 * Stops the waiting sign on the pressed button, and says something to whoever pressed it. Too late, or for the second
 * time, that is refused and does no harm.
 */
export async function answerTap(ctx: Context, said?: { text: string; show_alert?: boolean }): Promise<void> {
  try {
    await ctx.answerCallbackQuery(said);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

/** Shows a view as a new message, the button pressed or not. */
export async function send(ctx: Asked, usual: View): Promise<void> {
  const view = formFor(ctx, usual);
  const asked = ctx.chat?.type === "private" && !usual.isReply ? undefined : ctx.message?.message_id;
  // In a group an answer hangs on the question: whoever presses its buttons later, it is known who asked.
  const reply =
    asked === undefined ? {} : { reply_parameters: { message_id: asked, allow_sending_without_reply: true } };
  const photo = photoOf(view);
  const { parse_mode, reply_markup } = options(view);
  if (photo !== undefined) {
    try {
      await ctx.replyWithPhoto(photo, { caption: String(view.text), parse_mode, reply_markup, ...reply });
      return;
    } catch (error) {
      // A photo that is lost, or another messenger's, leaves the words.
      if (!isWrongFile(error)) throw error;
    }
  }
  await ctx.reply(String(view.text), { ...options(view), ...reply });
}

async function edit(ctx: Context, view: View): Promise<void> {
  try {
    await editInPlace(ctx, view);
  } catch (error) {
    if (isNotModified(error)) return;
    // Too old to be edited, deleted meanwhile, or a message with a file, which has no way back to words: say it anew.
    if (isWithoutText(error)) await takeAway(ctx);
    else if (!isGone(error) && !isUneditable(error)) throw error;
    await send(ctx, view);
  }
}

async function editInPlace(ctx: Context, view: View): Promise<void> {
  const photo = photoOf(view);
  const { parse_mode, reply_markup } = options(view);
  if (photo !== undefined) {
    const media = { type: "photo" as const, media: photo, caption: String(view.text), parse_mode };
    try {
      await ctx.editMessageMedia(media, { reply_markup });
      return;
    } catch (error) {
      if (!isWrongFile(error)) throw error;
    }
  }
  await ctx.editMessageText(String(view.text), options(view));
}

/** The photo of a view whose words are short enough to stand under it. */
const photoOf = ({ photo, poster, text }: View): string | undefined =>
  poster === undefined && plainLength(text) <= longestCaption ? photo : undefined;

const plainLength = (text: Html): number =>
  String(text)
    .replace(/<[^>]*>/gu, "")
    .replace(/&\w+;/gu, " ").length;

/** A message that is too old to be deleted stays. */
async function takeAway(ctx: Context): Promise<void> {
  try {
    await ctx.deleteMessage();
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

function options({ keyboard, poster }: View) {
  const markup: InlineKeyboardMarkup = { inline_keyboard: keyboard.filter((row) => row.length > 0) };
  return {
    parse_mode: "HTML" as const,
    reply_markup: markup,
    link_preview_options: poster
      ? { url: poster, prefer_large_media: true, show_above_text: true }
      : { is_disabled: true },
  };
}
