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

/**
 * Sends a date as a file for calendars. Where nobody knows whether the messenger takes such files, its address is said first, if
 * the bot has pages; and where it is refused, whoever asked is told what to do.
 */
export async function sendCalendarFile(ctx: BotContext, card: Card): Promise<void> {
  const { services, reader, door, me } = ctx;
  const { t, now } = reader;
  const { publicUrl, botUsername } = services;
  const url = deepLink(me.username, { kind: "occurrence", id: card.occurrenceId });
  const file = Buffer.from(formatCalendarFile(card, t, { now, botUsername, url }));
  const sendFile = () =>
    ctx.replyWithDocument(new InputFile(file, calendarFileName(titleOf(card, t.language))), {
      caption: t("card.calendar_file"),
    });
  if (door.can.calendarFiles) return void (await sendFile());
  if (publicUrl !== undefined)
    await send(ctx, {
      text: html`${t("card.calendar_page")}`,
      keyboard: [[urlButton(t("card.calendar_open"), eventFileUrl(publicUrl, card.occurrenceId))]],
    });
  try {
    await sendFile();
  } catch (error) {
    if (!isFileRefused(error)) throw error;
    if (publicUrl === undefined) await ctx.reply(t("card.calendar_refused"));
  }
}
