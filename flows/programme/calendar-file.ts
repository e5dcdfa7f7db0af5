import { InputFile } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { isFileRefused } from "../../bot/doors/telegram/client/refusal.ts";
import { deepLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send } from "../../bot/doors/telegram/screen/show.ts";
import { calendarFileName, eventFileUrl, formatCalendarFile } from "../../bot/programme/card/calendar-file.ts";
import type { Card } from "../../bot/programme/card/card.ts";
import { titleOf } from "../../bot/programme/card/words.ts";
import { html } from "../../bot/words/html.ts";

/** Sends a date as a file for calendars. */
export async function sendCalendarFile(ctx: BotContext, card: Card): Promise<void> {
  const { services, reader, me } = ctx;
  const { t, now } = reader;
  const { publicUrl, botUsername } = services;
  const url = deepLink(me.username, { kind: "occurrence", id: card.occurrenceId });
  await sendFileOf(ctx, {
    text: formatCalendarFile(card, t, { now, botUsername, url }),
    name: calendarFileName(titleOf(card, t.language)),
    caption: t("card.calendar_file"),
    ...(publicUrl !== undefined && { page: eventFileUrl(publicUrl, card.occurrenceId) }),
  });
}

/**
 * Sends a file for calendars. Where nobody knows whether the messenger takes such files, its address `page` is said first, if
 * the bot has pages; and where it is refused, whoever asked is told what to do.
 */
export async function sendFileOf(
  ctx: BotContext,
  { text, name, caption, page }: { text: string; name: string; caption: string; page?: string },
): Promise<void> {
  const { reader, door } = ctx;
  const { t } = reader;
  const sendFile = () => ctx.replyWithDocument(new InputFile(Buffer.from(text), name), { caption });
  if (door.can.calendarFiles) return void (await sendFile());
  if (page !== undefined)
    await send(ctx, {
      text: html`${t("card.calendar_page")}`,
      keyboard: [[urlButton(t("card.calendar_open"), page)]],
    });
  try {
    await sendFile();
  } catch (error) {
    if (!isFileRefused(error)) throw error;
    if (page === undefined) await ctx.reply(t("card.calendar_refused"));
  }
}
