import { Composer, InputFile } from "grammy";
import { cancel, type Moved, pause, resume } from "../../../bot/announcements/announcement-store.ts";
import {
  agreeCallback,
  announcementCallback,
  askStopAnnouncementCallback,
  correctAnnouncementCallback,
  deleteAnnouncementCallback,
  pauseAnnouncementCallback,
  refuseCallback,
  repeatAnnouncementCallback,
  reportCallback,
  resumeAnnouncementCallback,
  stopAnnouncementCallback,
} from "../../../bot/announcements/callbacks.ts";
import { controls } from "../../../bot/announcements/controls.ts";
import { copyAsDraft } from "../../../bot/announcements/draft/draft-store.ts";
import { RateMeter } from "../../../bot/announcements/progress/progress.ts";
import { mostRows, reportSheet } from "../../../bot/announcements/progress/report-sheet.ts";
import { countByLanguage, findRecipients } from "../../../bot/announcements/progress/report-store.ts";
import { correctionOf, formatShown } from "../../../bot/announcements/progress/report-words.ts";
import { formatTitle } from "../../../bot/announcements/title.ts";
import { findShown, type ShownAnnouncement } from "../../../bot/announcements/view-store.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, type Row } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, send, show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { chatKeyOf } from "../../../bot/people/address.ts";
import type { Acted } from "../../../bot/staff/act-store.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { onStaffCallback, refuse, rightsOf } from "../authorize.ts";
import { announce } from "./announce.ts";
import { announcementsCallback, continueDraftCallback, dropDraftCallback } from "./callbacks.ts";
import { correctAnnouncement } from "./correct.ts";
import { announcementsView } from "./list.ts";

const right = "announcements.send";

const look = ({ services, reader }: BotContext, id: number) =>
  findShown(services.database, id, { now: reader.now, meter: new RateMeter() });

/** One announcement: how it stands, and what can be done with it; `said` tells what has just happened. */
async function announcementView(ctx: BotContext, id: number, said: string | null = null): Promise<View> {
  const { t } = ctx.reader;
  const shown = await look(ctx, id);
  if (shown === null) return announcementsView(ctx, 0, t("announce.gone"));
  return {
    text: joinLines(said === null ? null : html`${said}\n`, formatShown(shown, ctx.reader)),
    keyboard: [
      ...(isOwnDraft(shown, ctx) ? draftRows(shown, ctx) : controls(shown, t)),
      consentRow(shown, ctx),
      leadingAway(shown, ctx),
    ],
  };
}

const isOwnDraft = ({ announcement: { state, authorId } }: ShownAnnouncement, { reader }: BotContext): boolean =>
  state === "draft" && authorId === reader.person.id;

const draftRows = ({ announcement: { id } }: ShownAnnouncement, { reader: { t } }: BotContext): Row[] => [
  [
    button(t("announce.button.continue"), continueDraftCallback.data(id)),
    button(t("announce.button.drop"), dropDraftCallback.data(id)),
  ],
];

/** A colleague's proposal can be answered here too, by those who became staff after it was made. */
function consentRow(
  { announcement: { id, state, confirmedBy } }: ShownAnnouncement,
  { reader: { t, person } }: BotContext,
): Row {
  if (state !== "proposed" || confirmedBy === person.id) return [];
  return [
    button(t("announce.button.agree"), agreeCallback.data(id)),
    button(t("announce.button.refuse"), refuseCallback.data(id)),
  ];
}

/** The message that shows the progress by itself has no need of a button for it, nor of a way back. */
function leadingAway({ announcement: { id, progress }, progress: { state } }: ShownAnnouncement, ctx: BotContext): Row {
  const { t, chat } = ctx.reader;
  const isHere = progress !== null && chat !== null && chatKeyOf(progress) === chatKeyOf(chat);
  if (isHere && progress.messageId === String(ctx.callbackQuery?.message?.message_id)) return [];
  const isGoing = state === "preparing" || state === "running";
  return [
    ...(isGoing ? [button(t("announce.button.refresh"), announcementCallback.data(id))] : []),
    button(t("announce.title"), announcementsCallback.data(0)),
  ];
}

export const announcementScreen = new Composer<BotContext>();

onStaffCallback(announcementScreen, announcementCallback, right, async (ctx, id) =>
  show(ctx, await announcementView(ctx, id)),
);

/** Makes a move and shows how it stands then; of two who press at once the second is told. */
async function moveAndShow(ctx: BotContext, id: number, move: typeof pause): Promise<void> {
  const { reader } = ctx;
  const acted: Acted<Moved> = await once(ctx, "move", (database) =>
    move(database, { by: reader.person.id, now: reader.now }, id),
  );
  if (acted.kind === "forbidden") return refuse(ctx);
  const said = acted.value.kind === "elsewhere" ? reader.t("announce.elsewhere") : null;
  await show(ctx, await announcementView(ctx, id, said));
}

onStaffCallback(announcementScreen, pauseAnnouncementCallback, right, (ctx, id) => moveAndShow(ctx, id, pause));
onStaffCallback(announcementScreen, resumeAnnouncementCallback, right, (ctx, id) => moveAndShow(ctx, id, resume));
onStaffCallback(announcementScreen, stopAnnouncementCallback, right, (ctx, id) => moveAndShow(ctx, id, cancel));

// A message of its own, because the one with the progress changes every three seconds.
onStaffCallback(announcementScreen, askStopAnnouncementCallback, right, async (ctx, id) => {
  const { t } = ctx.reader;
  const shown = await look(ctx, id);
  if (shown === null) return show(ctx, await announcementsView(ctx, 0, t("announce.gone")));
  await answerTap(ctx);
  const { sent, pending } = shown.progress;
  await send(ctx, {
    text: t.html("announce.ask_stop", { title: formatTitle(shown.texts, t), sent, pending }),
    keyboard: [
      [
        button(t("announce.button.yes_stop"), stopAnnouncementCallback.data(id)),
        button(t("button.back"), announcementCallback.data(id)),
      ],
    ],
  });
});

onStaffCallback(announcementScreen, dropDraftCallback, right, async (ctx, id) => {
  const { reader } = ctx;
  const dropped = await once(ctx, "drop", async (database) => {
    const shown = await look(ctx, id);
    if (shown === null || !isOwnDraft(shown, ctx)) return "other";
    const acted = await cancel(database, { by: reader.person.id, now: reader.now }, id);
    return acted.kind;
  });
  if (dropped === "other") return show(ctx, await announcementView(ctx, id));
  if (dropped === "forbidden") return refuse(ctx);
  await show(ctx, await announcementsView(ctx, 0, reader.t("announce.dropped")));
});

onStaffCallback(announcementScreen, continueDraftCallback, right, (ctx, id) => enter(ctx, announce, id));
onStaffCallback(announcementScreen, correctAnnouncementCallback, right, (ctx, id) =>
  enter(ctx, correctAnnouncement, id, "edit"),
);
onStaffCallback(announcementScreen, deleteAnnouncementCallback, right, (ctx, id) =>
  enter(ctx, correctAnnouncement, id, "delete"),
);
onStaffCallback(announcementScreen, repeatAnnouncementCallback, right, async (ctx, id) => {
  const { reader } = ctx;
  const acted = await once(ctx, "copy", (database) =>
    copyAsDraft(database, { by: reader.person.id, now: reader.now }, id),
  );
  if (acted.kind === "forbidden") return refuse(ctx);
  if (acted.value === null) return show(ctx, await announcementsView(ctx, 0, reader.t("announce.gone")));
  await enter(ctx, announce, acted.value);
});

onStaffCallback(announcementScreen, reportCallback, right, async (ctx, id) => {
  const { t, zone } = ctx.reader;
  const { database } = ctx.services;
  const shown = await look(ctx, id);
  if (shown === null) return show(ctx, await announcementsView(ctx, 0, t("announce.gone")));
  await answerTap(ctx);
  const title = formatTitle(shown.texts, t);
  const report = {
    title,
    correction: correctionOf(shown.announcement),
    totals: shown.progress,
    byLanguage: await countByLanguage(database, id),
    recipients: await findRecipients(database, id, mostRows),
    withIds: (await rightsOf(ctx)).grants.some(({ role }) => role === "owner"),
  };
  const file = new InputFile(await reportSheet(report, t, zone), `announcement-${id}.xlsx`);
  await ctx.replyWithDocument(file, { caption: t("announce.sheet.caption", { title }) });
});
