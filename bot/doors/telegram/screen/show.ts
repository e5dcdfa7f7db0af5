import type { Context } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Html } from "../../../words/html.ts";
import { isGone, isNotModified, isRefusal, isUneditable, isWithoutText } from "../client/refusal.ts";
import type { Row } from "./keyboard.ts";

/** A screen as a person sees it. */
export interface View {
  text: Html;
  keyboard: Row[];
  /** Shown large above the text. A link preview and not a photo: a photo could never be edited back into a text. */
  poster?: string | undefined;
}

/** The chat that an answer goes to. Only inline queries have none, and nothing that they lead to asks for it. */
export function chatIdOf({ chat }: Pick<Context, "chat">): number {
  if (chat === undefined) throw new Error("an update without a chat");
  return chat.id;
}

/** Shows a view: in place of the message whose button was pressed, or as a new message. */
export async function show(ctx: Context, view: View): Promise<void> {
  const message = ctx.callbackQuery?.message;
  if (message === undefined) return send(ctx, view);
  await Promise.all([answerTap(ctx), edit(ctx, view)]);
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
export async function send(ctx: Context, view: View): Promise<void> {
  const asked = ctx.chat?.type === "private" ? undefined : ctx.message?.message_id;
  // In a group an answer hangs on the question: whoever presses its buttons later, it is known who asked.
  const reply =
    asked === undefined ? {} : { reply_parameters: { message_id: asked, allow_sending_without_reply: true } };
  await ctx.reply(String(view.text), { ...options(view), ...reply });
}

async function edit(ctx: Context, view: View): Promise<void> {
  try {
    await ctx.editMessageText(String(view.text), options(view));
  } catch (error) {
    if (isNotModified(error)) return;
    // Too old to be edited, deleted meanwhile, or a message with a file: say it anew.
    if (isGone(error) || isUneditable(error) || isWithoutText(error)) return send(ctx, view);
    throw error;
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
