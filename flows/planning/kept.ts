import type { BotContext } from "../../bot/context.ts";
import { deepLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button, listRows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { entriesOf } from "../../bot/planning/calendar-entries.ts";
import { findKeptEvenings } from "../../bot/planning/evening-store.ts";
import { dropEvening, keepEvening } from "../../bot/planning/keep-store.ts";
import { formatEveningTitle, titleOfEvening } from "../../bot/planning/words.ts";
import { calendarFileName, formatFile } from "../../bot/programme/card/calendar-file.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { sendFileOf } from "../programme/calendar-file.ts";
import { remindAsUsual } from "../reminders/remind.ts";
import { planButton } from "./buttons.ts";
import {
  dropEveningCallback,
  eveningCallback,
  eveningFileCallback,
  keepEveningCallback,
  keptEveningsCallback,
  remindEveningCallback,
} from "./callbacks.ts";
import { eveningView, findOwn, goneView, isReminded, remindable } from "./evening.ts";

/** The evenings that somebody keeps, each with its button. */
async function keptView({ services, reader }: BotContext, dropped?: { id: number; said: string }): Promise<View> {
  const { t, now, person } = reader;
  const kept = await findKeptEvenings(services.database, person.id, now);
  return {
    text: joinLines(
      html`<b>${t("evening.own")}</b>`,
      "",
      dropped === undefined ? null : html`${dropped.said}\n`,
      t(kept.length === 0 ? "evening.own_none" : "evening.own_hint"),
    ),
    keyboard: [
      dropped === undefined ? [] : [button(t("my.undo"), keepEveningCallback.data(dropped.id))],
      ...listRows(
        kept,
        (evening) => formatEveningTitle(evening, reader),
        ({ id }) => eveningCallback.data(id),
      ),
      [planButton(t), toMenu(t)],
    ],
  };
}

export const keptScreen = new Screen();

const inPrivate = privatePartOf(keptScreen);

onCallback(inPrivate, keptEveningsCallback, async (ctx) => show(ctx, await keptView(ctx)));
onCallback(inPrivate, eveningCallback, async (ctx, eveningId) => show(ctx, await eveningView(ctx, eveningId)));

onCallback(inPrivate, keepEveningCallback, async (ctx, eveningId) => {
  const { services, reader } = ctx;
  const came = await keepEvening(services.database, { eveningId, personId: reader.person.id }, reader);
  const { t } = reader;
  const said = { kept: t("evening.kept", { my: t("my.title") }), "too many": t("evening.too_many"), gone: undefined }[
    came
  ];
  await show(ctx, await eveningView(ctx, eveningId, said));
});

onCallback(inPrivate, remindEveningCallback, async (ctx, eveningId) => {
  const evening = await findOwn(ctx, eveningId);
  if (evening === null) return show(ctx, goneView(ctx.reader));
  for (const { subject } of remindable(evening, ctx.reader))
    if (subject.kind === "date") await remindAsUsual(ctx, subject.card.occurrenceId);
  await show(ctx, await eveningView(ctx, eveningId, ctx.reader.t("evening.reminded")));
});

onCallback(inPrivate, dropEveningCallback, async (ctx, eveningId) => {
  const { services, reader } = ctx;
  const { t, person } = reader;
  const evening = await findOwn(ctx, eveningId);
  await dropEvening(services.database, { eveningId, personId: person.id });
  const said =
    evening && isReminded(evening) ? t("evening.dropped_reminders", { my: t("my.title") }) : t("evening.dropped");
  await show(ctx, await keptView(ctx, { id: eveningId, said }));
});

onCallback(inPrivate, eveningFileCallback, async (ctx, eveningId) => {
  const { services, reader, me } = ctx;
  const { t, now } = reader;
  const evening = await findOwn(ctx, eveningId);
  if (evening === null) return show(ctx, goneView(reader));
  const title = titleOfEvening(evening, reader);
  const entries = entriesOf(evening, reader, (link) => deepLink(me.username, link));
  await answerTap(ctx);
  await sendFileOf(ctx, {
    text: formatFile(entries, { now, botUsername: services.botUsername }),
    name: calendarFileName(title),
    caption: t("evening.file", { title }),
  });
});
