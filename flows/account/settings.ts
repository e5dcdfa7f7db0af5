import { setMuted } from "../../bot/announcements/audience/mute-store.ts";
import { announcementsSettingCallback, askAnnouncementsCallback } from "../../bot/announcements/callbacks.ts";
import type { BotContext, Reader } from "../../bot/context.ts";
import { digestCallback } from "../../bot/digests/callbacks.ts";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { setLanguage } from "../../bot/people/person-store.ts";
import { formatQuietHours } from "../../bot/people/quiet-words.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import type { Language } from "../../bot/words/language.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { Screen } from "../kit/screen.ts";
import { personalCalendarCallback, quietCallback } from "../reminders/callbacks.ts";
import { isSimple, simpleView, toHome } from "../simple/screen.ts";
import { languageCallback, privacyCallback, settingsCallback, simpleModeCallback, zoneCallback } from "./callbacks.ts";
import { doorsRow } from "./linking/doors.ts";
import { replyKeyboard, toMenu } from "./menu.ts";
import { zoneLabel } from "./zone-label.ts";

/**
 * Language and zone; the languages are right there, so that changing one takes a single tap. `ownDoors` leads to one's
 * messengers.
 */
export function settingsView(reader: Reader, isPrivate: boolean, ownDoors: Row = []): View {
  const { t, person } = reader;
  if (isSimple(reader)) return simpleSettingsView(t);
  const time = isPrivate
    ? [button(t("quiet.title"), quietCallback.data({ kind: "show" })), button(t("zone.title"), zoneCallback.data(null))]
    : [];
  const own = isPrivate
    ? [
        button(t("digest.button.open"), digestCallback.data(null)),
        button(t("calendar.button.open"), personalCalendarCallback.data(null)),
      ]
    : [];
  const isMuted = person.mutesAnnouncements;
  // A step further is the switch: under the finger that pressed it, a second tap would turn it back.
  const announcements = isPrivate ? [button(t("announcement.title"), askAnnouncementsCallback.data(null))] : [];
  const simple = isPrivate
    ? [button(t(person.simpleMode ? "simple.off" : "simple.on"), simpleModeCallback.data(!person.simpleMode))]
    : [];
  const privacy = isPrivate ? [button(t("button.privacy"), privacyCallback.data(null))] : [];
  return {
    text: joinLines(
      html`<b>${t("settings.title")}</b>`,
      "",
      t("settings.language", { language: t(`language.name.${t.language}`) }),
      t("settings.zone", { zone: zoneLabel(reader) }),
      isPrivate ? t("quiet.line", { hours: formatQuietHours(person.quiet, t) }) : null,
      isPrivate ? t(isMuted ? "announcement.are_off" : "announcement.are_on") : null,
    ),
    keyboard: [
      languageRow(reader),
      time,
      own,
      announcements,
      simple,
      isPrivate ? ownDoors : [],
      [...privacy, toMenu(t)],
    ],
  };
}

/** In simple mode: the way out of it; what else there is to set, a person helps with. */
const simpleSettingsView = (t: Reader["t"]): View =>
  simpleView(t, html`<b>${t("settings.title")}</b>\n${t("simple.settings")}`, [
    button(t("simple.off"), simpleModeCallback.data(false)),
    toHome(t),
  ]);

/** Whether announcements come, and the switch. */
function announcementsView({ t, person: { mutesAnnouncements } }: Reader): View {
  const label = t(mutesAnnouncements ? "announcement.unmute" : "announcement.mute");
  return {
    text: joinLines(
      html`<b>${t("announcement.title")}</b>`,
      "",
      t(mutesAnnouncements ? "announcement.are_off" : "announcement.are_on"),
      "",
      t("announcement.what_for"),
    ),
    keyboard: [
      [button(label, announcementsSettingCallback.data(mutesAnnouncements))],
      [button(t("button.back"), settingsCallback.data(null)), toMenu(t)],
    ],
  };
}

const languageRow = ({ t, offer }: Reader) =>
  offer.languages.map((language) => {
    const label = t(`language.name.${language}`);
    return button(language === t.language ? t("button.chosen", { label }) : label, languageCallback.data(language));
  });

/** The languages alone. */
export function languagesView(reader: Reader): View {
  const { t, offer } = reader;
  const text = html`${t("language.choose")}`;
  const [first, second] = offer.languages
    .filter((language) => language !== t.language)
    .map((language) => button(t(`language.name.${language}`), languageCallback.data(language)));
  return {
    text,
    keyboard: [languageRow(reader), [toMenu(t)]],
    ...(first && second && { inSimpleMode: simpleView(t, text, [first, second]) }),
  };
}

const isPrivate = (ctx: BotContext) => ctx.chat?.type === "private";

export const settingsScreen = new Screen();

onCommand(settingsScreen, "settings", (ctx) => send(ctx, settingsView(ctx.reader, isPrivate(ctx), doorsRow(ctx))));
onCommand(settingsScreen, "language", (ctx) => send(ctx, languagesView(ctx.reader)));

onCallback(settingsScreen, settingsCallback, (ctx) =>
  show(ctx, settingsView(ctx.reader, isPrivate(ctx), doorsRow(ctx))),
);

onCallback(settingsScreen, askAnnouncementsCallback, (ctx) => show(ctx, announcementsView(ctx.reader)));

onCallback(settingsScreen, announcementsSettingCallback, async (ctx, isOn) => {
  const { services, reader } = ctx;
  await setMuted(services.database, reader.person.id, !isOn, reader.now);
  const person = { ...reader.person, mutesAnnouncements: !isOn };
  await show(ctx, settingsView({ ...reader, person }, isPrivate(ctx), doorsRow(ctx)));
});

onCallback(settingsScreen, languageCallback, (ctx, language) => speak(ctx, language, show));

/** Goes on in another language; `how`: in place of the message that was pressed, or in a new one. */
export async function speak(ctx: BotContext, language: Language, how: typeof show): Promise<void> {
  const { services, reader } = ctx;
  const t = services.words.for(language);
  await setLanguage(services.database, reader.person.id, language);
  await how(ctx, settingsView({ ...reader, t }, isPrivate(ctx), doorsRow(ctx, t)));
  // Only a new message can bring the keyboard below the text field in the new language.
  if (isPrivate(ctx)) await ctx.reply(t("language.set"), { reply_markup: replyKeyboard({ ...reader, t }) });
}
