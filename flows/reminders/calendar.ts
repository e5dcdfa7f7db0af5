import type { BotContext } from "../../bot/context.ts";
import { button, copyButton, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { findCalendarToken, replaceCalendarToken } from "../../bot/reminders/personal-calendar-store.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { settingsCallback } from "../account/callbacks.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import {
  askReplaceCalendarCallback,
  calendarHelpCallback,
  devices,
  personalCalendarCallback,
  replaceCalendarCallback,
} from "./callbacks.ts";

/** The address of the personal calendar, and how it gets into a phone or a computer. */
function calendarView(address: string, t: Translate, said: Html | null = null): View {
  return {
    text: joinLines(
      said && html`${said}\n`,
      html`<b>${t("calendar.title")}</b>`,
      "",
      t("calendar.about"),
      "",
      html`${t("calendar.address")}\n<code>${address}</code>`,
      html`${t("calendar.webcal")}\n<code>${toWebcal(address)}</code>`,
    ),
    keyboard: [
      [copyButton(t("calendar.button.copy"), address)],
      devices.map((device) => button(t(`calendar.button.${device}`), calendarHelpCallback.data(device))),
      [button(t("calendar.button.replace"), askReplaceCalendarCallback.data(null))],
      wayBack(t, settingsCallback.data(null)),
    ],
  };
}

/** The scheme that Apple's calendars take for "subscribe" and not for "download once". */
const toWebcal = (address: string): string => address.replace(/^https?:/, "webcal:");

const wayBack = (t: Translate, data: string): Row => [button(t("button.back"), data), toMenu(t)];
const toCalendar = personalCalendarCallback.data(null);

/** The view for a person's address; a kind sentence where the bot has none on the internet, the menu for somebody erased. */
async function withAddress(
  { services: { publicUrl, database }, reader: { person, t } }: BotContext,
  viewOf: (address: string) => View,
  tokenOf = findCalendarToken,
): Promise<View> {
  if (publicUrl === undefined)
    return { text: html`${t("calendar.no_address")}`, keyboard: [wayBack(t, settingsCallback.data(null))] };
  const token = await tokenOf(database, person.id);
  return token === null ? menuView(t) : viewOf(`${publicUrl}/calendar/${token}.ics`);
}

export const personalCalendarView = (ctx: BotContext): Promise<View> =>
  withAddress(ctx, (address) => calendarView(address, ctx.reader.t));

export const calendarScreen = new Screen();

// The address is for one person; a group reads along.
const inPrivate = privatePartOf(calendarScreen);

onCallback(inPrivate, personalCalendarCallback, async (ctx) => show(ctx, await personalCalendarView(ctx)));

onCallback(inPrivate, calendarHelpCallback, async (ctx, device) => {
  const { t } = ctx.reader;
  const help = (address: string): View => ({
    text: t.html(`calendar.${device}`),
    keyboard: [
      [copyButton(t("calendar.button.copy"), device === "iphone" ? toWebcal(address) : address)],
      wayBack(t, toCalendar),
    ],
  });
  await show(ctx, await withAddress(ctx, help));
});

onCallback(inPrivate, askReplaceCalendarCallback, async (ctx) => {
  const { t } = ctx.reader;
  const replace = button(t("calendar.button.replace_now"), replaceCalendarCallback.data(null));
  await show(ctx, { text: html`${t("calendar.ask_replace")}`, keyboard: [[replace], wayBack(t, toCalendar)] });
});

onCallback(inPrivate, replaceCalendarCallback, async (ctx) => {
  const { t } = ctx.reader;
  const view = (address: string) => calendarView(address, t, html`${t("calendar.replaced")}`);
  await show(ctx, await withAddress(ctx, view, replaceCalendarToken));
});
