import { GrammyError } from "grammy";
import { isToOwnClass } from "../../../bot/announcements/audience/audience.ts";
import { writeAnnouncement } from "../../../bot/announcements/words.ts";
import type { FlowContext } from "../../../bot/context.ts";
import { objectionOf } from "../../../bot/doors/telegram/client/refusal.ts";
import { chatIdOf } from "../../../bot/doors/telegram/screen/show.ts";
import { sendContent } from "../../../bot/doors/telegram/sending/content-calls.ts";
import { type Language, languages } from "../../../bot/words/language.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import type { Written } from "./draft.ts";

/** Why Telegram does not take it in that language. */
export interface PreviewRefusal {
  language: Language;
  /** In Telegram's words. */
  description: string;
}

/**
 * Sends the announcement to its author as it will look in each language, written and sent by what writes and sends it to
 * everybody: what Telegram refuses here it would refuse to all.
 */
export async function sendPreviews(ctx: FlowContext, written: Written): Promise<PreviewRefusal[]> {
  const { t } = ctx.reader;
  const refusals: PreviewRefusal[] = [];
  for (const language of languages) {
    await ctx.reply(t("announce.preview.heading", { language: t(`announce.in.${language}`) }));
    const description = await sendPreview(ctx, written, language);
    if (description !== null) refusals.push({ language, description });
  }
  return refusals;
}

/** Sends it in one language; resolves to why Telegram does not take it, or null. */
export async function sendPreview(
  ctx: FlowContext,
  { texts, buttons, audience }: Pick<Written, "texts" | "buttons" | "audience">,
  language: Language,
): Promise<string | null> {
  const announced = { id: null, texts, buttons, isToOwnClass: isToOwnClass(audience) };
  const found = writeAnnouncement(announced, ctx.services.words.for(language));
  if (found === null) return null;
  const { content, keyboard } = found;
  const markup = keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {};
  try {
    await sendContent(ctx.api.raw, { chat_id: chatIdOf(ctx), ...markup }, content, undefined);
    return null;
  } catch (error) {
    // Anything else than a refusal says nothing about the announcement.
    if (!(error instanceof GrammyError) || (error.error_code !== 400 && error.error_code !== 413)) throw error;
    return error.description;
  }
}

/** Telegram's reason in plain words, as far as its own are known. */
export function explainRefusal({ language, description }: PreviewRefusal, t: Translate): string {
  return t("announce.refused.line", { language: t(`announce.in.${language}`), reason: reasonOf(description, t) });
}

function reasonOf(description: string, t: Translate): string {
  const objection = objectionOf(description);
  return objection === "other"
    ? t("announce.refused.other", { reason: description.replace(/^Bad Request: /, "") })
    : t(`announce.refused.${objection}`);
}
