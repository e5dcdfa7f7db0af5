import { InputFile } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { formatQuietHours } from "../../bot/people/quiet-words.ts";
import { exportPerson } from "../../bot/privacy/export-store.ts";
import { findKept } from "../../bot/privacy/kept-store.ts";
import { formatDay } from "../../bot/words/time/dates.ts";
import { enter } from "../kit/dialogue.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { downloadCallback, eraseCallback, privacyCallback, settingsCallback } from "./callbacks.ts";
import { forgetMe } from "./forget-me.ts";
import { menuView, toMenu } from "./menu.ts";
import { zoneLabel } from "./zone-label.ts";

/** Everything that is kept about a person, in words. */
export async function privacyView({ services, reader }: BotContext): Promise<View> {
  const { t, zone, now, person } = reader;
  const kept = await findKept(services.database, person.id);
  if (kept === null) return menuView(t);
  return {
    text: t.html("privacy.text", {
      name: kept.firstName,
      language: t(`language.name.${kept.language}`),
      first: formatDay(kept.firstSeenAt, t, zone, now),
      last: formatDay(kept.lastSeenAt, t, zone, now),
      zone: zoneLabel(reader),
      quiet: formatQuietHours(person.quiet, t),
      reminders: kept.reminders,
      evenings: kept.evenings,
      ratings: kept.ratings,
      searches: kept.searches,
      threads: kept.threads,
      wishes: kept.wishes,
      ideas: kept.ideas,
      ideaVoices: kept.ideaVoices,
      questions: kept.questions,
      questionVoices: kept.questionVoices,
      interests:
        (kept.interests ?? []).map((audience) => t(`announce.audience.who.${audience}`)).join(", ") ||
        t("privacy.no_interests"),
      journal:
        kept.journalName === null
          ? t("privacy.no_journal")
          : t("privacy.journal", { name: kept.journalName, phone: kept.phone ?? t("privacy.no_phone") }),
      classes: kept.classes,
    }),
    keyboard: [
      [button(t("privacy.download"), downloadCallback.data(null))],
      [button(t("button.erase"), eraseCallback.data(null))],
      [button(t("button.back"), settingsCallback.data(null)), toMenu(t)],
    ],
  };
}

export const privacyScreen = new Screen();

// A group reads along.
const inPrivate = privatePartOf(privacyScreen);

onCommand(inPrivate, "privacy", async (ctx) => send(ctx, await privacyView(ctx)));
onCallback(inPrivate, privacyCallback, async (ctx) => show(ctx, await privacyView(ctx)));
onCallback(inPrivate, downloadCallback, async (ctx) => {
  const { t, person } = ctx.reader;
  await answerTap(ctx);
  const kept = await exportPerson(ctx.services.database, person.id);
  if (kept === null) return send(ctx, menuView(t));
  await ctx.replyWithDocument(new InputFile(Buffer.from(kept), "ishek-my-data.json"), {
    caption: t("privacy.downloaded"),
  });
});
onCallback(inPrivate, eraseCallback, (ctx) => enter(ctx, forgetMe));
