import { Composer } from "grammy";
import type { BotContext, Reader } from "../bot/context.ts";
import { setLanguage } from "../bot/people/person-store.ts";
import { languages } from "../bot/programme/event.ts";
import { button } from "../bot/telegram/keyboard.ts";
import { send, show, type View } from "../bot/telegram/show.ts";
import { html, joinLines } from "../bot/words/html.ts";
import { languageCallback, privacyCallback, settingsCallback } from "./callbacks.ts";
import { replyKeyboard, toMenu } from "./menu.ts";
import { onCallback } from "./on-callback.ts";

/** Language and zone; the languages are right there, so that changing one takes a single tap. */
function settingsView({ t, zone }: Reader): View {
  return {
    text: joinLines(
      html`<b>${t("settings.title")}</b>`,
      "",
      t("settings.language", { language: t(`language.name.${t.language}`) }),
      t("settings.zone", { zone: zone.replaceAll("_", " ") }),
    ),
    keyboard: [languageRow(t), [button(t("button.privacy"), privacyCallback.data(null)), toMenu(t)]],
  };
}

const languageRow = (t: Reader["t"]) =>
  languages.map((language) => {
    const label = t(`language.name.${language}`);
    return button(language === t.language ? t("button.chosen", { label }) : label, languageCallback.data(language));
  });

export const settingsScreen = new Composer<BotContext>();

settingsScreen.command("settings", (ctx) => send(ctx, settingsView(ctx.reader)));
settingsScreen.command("language", (ctx) => {
  const { t } = ctx.reader;
  return send(ctx, { text: html`${t("language.choose")}`, keyboard: [languageRow(t), [toMenu(t)]] });
});

onCallback(settingsScreen, settingsCallback, (ctx) => show(ctx, settingsView(ctx.reader)));

onCallback(settingsScreen, languageCallback, async (ctx, language) => {
  const { services, reader } = ctx;
  const t = services.words.for(language);
  await setLanguage(services.database, reader.person.id, language);
  await show(ctx, settingsView({ ...reader, t }));
  // Only a new message can bring the keyboard below the text field in the new language.
  if (ctx.chat?.type === "private") await ctx.reply(t("language.set"), { reply_markup: replyKeyboard(t) });
});
