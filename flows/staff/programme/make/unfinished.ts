import type { InlineKeyboardButton } from "grammy/types";
import type { BotContext } from "../../../../bot/context.ts";
import { wideButton } from "../../../../bot/doors/telegram/screen/keyboard.ts";
import { dropUnfinished, findUnfinished, keepUnfinished } from "../../../../bot/programme/editing/unfinished-store.ts";
import { html } from "../../../../bot/words/html.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { resumeCallback } from "../callbacks.ts";
import type { Draft } from "./draft.ts";
import { parseDrafts } from "./draft-schema.ts";

/** Keeps drafts beside their dialogue, so that whatever ends it ends nothing else. One without a word is not worth it. */
export function keepDrafts({ dialogue }: Conversation, drafts: readonly Draft[]): Promise<void> {
  return dialogue.external(async ({ services, reader }) => {
    if (drafts.every(({ title, body }) => title === undefined && body == null)) return;
    await keepUnfinished(services.database, reader.person.id, drafts, reader.now);
  });
}

/** Lets go of what was kept: it was saved, or is not wanted. */
export const letGoDrafts = ({ dialogue }: Conversation): Promise<void> =>
  dialogue.external(({ services, reader }) => dropUnfinished(services.database, reader.person.id));

/** The drafts that somebody has not finished. */
export const findDrafts = async ({ services, reader }: BotContext): Promise<Draft[]> =>
  parseDrafts(await findUnfinished(services.database, reader.person.id));

/** A button that goes on with them; undefined where there are none. */
export async function resumeButton(ctx: BotContext): Promise<InlineKeyboardButton | undefined> {
  const drafts = await findDrafts(ctx);
  const { t } = ctx.reader;
  const title = drafts[0]?.title ?? t("programme.untitled");
  if (drafts.length === 0) return undefined;
  const label =
    drafts.length === 1 ? t("programme.resume.one", { title }) : t("programme.resume.list", { count: drafts.length });
  return wideButton(label, resumeCallback.data(null));
}

/** Tells whoever left a half-made event that it is kept; nothing where there is none. */
export async function tellKept(ctx: BotContext): Promise<void> {
  const resume = await resumeButton(ctx);
  if (resume === undefined) return;
  const text = String(html`${ctx.reader.t("programme.resume.kept")}`);
  await ctx.reply(text, { parse_mode: "HTML", reply_markup: { inline_keyboard: [[resume]] } });
}
