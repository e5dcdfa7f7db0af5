import { InputFile } from "grammy";
import { cancel, type Moved, pause, resume, rewrite } from "../../../bot/announcements/announcement-store.ts";
import {
  agreeCallback,
  announcementCallback,
  askStopAnnouncementCallback,
  correctAnnouncementCallback,
  deleteAnnouncementCallback,
  lookAnnouncementCallback,
  pauseAnnouncementCallback,
  refuseCallback,
  repeatAnnouncementCallback,
  reportCallback,
  rescheduleAnnouncementCallback,
  resumeAnnouncementCallback,
  rewriteAnnouncementCallback,
  stopAnnouncementCallback,
} from "../../../bot/announcements/callbacks.ts";
import { controls } from "../../../bot/announcements/controls.ts";
import { copyAsDraft, findAnnouncement } from "../../../bot/announcements/draft/draft-store.ts";
import { accountFile } from "../../../bot/announcements/progress/account-file.ts";
import { RateMeter } from "../../../bot/announcements/progress/progress.ts";
import { correctionOf, formatMoment, formatShown } from "../../../bot/announcements/progress/report-words.ts";
import { summarise } from "../../../bot/announcements/summary.ts";
import { formatTitle } from "../../../bot/announcements/title.ts";
import { findShown, type ShownAnnouncement } from "../../../bot/announcements/view-store.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, type Row, wideButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, send, show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { chatKeyOf } from "../../../bot/people/address.ts";
import type { Acted } from "../../../bot/staff/act-store.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse, rightsOf } from "../authorize.ts";
import { announce } from "./announce.ts";
import { announcementsCallback, continueDraftCallback, dropDraftCallback } from "./callbacks.ts";
import { correctAnnouncement } from "./correct.ts";
import { asWritten } from "./draft.ts";
import { announcementsView } from "./list.ts";
import { sendPreviews } from "./preview.ts";
import { rescheduleAnnouncement } from "./reschedule.ts";

const right = "announcements.send";

const look = ({ services, reader }: BotContext, id: number) =>
  findShown(services.database, id, { now: reader.now, meter: new RateMeter() });

/** One announcement: how it stands, and what can be done with it; `said` tells what has just happened. */
async function announcementView(ctx: BotContext, id: number, said: string | null = null): Promise<View> {
  const { t } = ctx.reader;
  const shown = await look(ctx, id);
  if (shown === null) return announcementsView(ctx, 0, t("announce.gone"));
  const { announcement } = shown;
  const summary =
    announcement.startedAt === null ? await summarise(ctx.services.database, announcement, ctx.reader) : null;
  return {
    text: joinLines(
      said === null ? null : html`${said}\n`,
      formatShown(shown, ctx.reader),
      ...(summary === null ? [] : ["", summary.text]),
    ),
    keyboard: [
      ...(isOwnDraft(shown, ctx) ? draftRows(shown, ctx) : controls(shown, t)),
      consentRow(shown, ctx),
      ...historyRows(shown, ctx),
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

/** The corrections of an announcement, and of a correction what it corrects. */
function historyRows({ announcement, history }: ShownAnnouncement, { reader }: BotContext): Row[] {
  const { t } = reader;
  const { parentId } = announcement;
  const original =
    correctionOf(announcement) === null || parentId === null
      ? []
      : [[button(t("announce.button.original"), announcementCallback.data(parentId))]];
  const corrections = history.map(({ id, correction, at }) => [
    wideButton(t(`announce.history.${correction}`, { when: formatMoment(at, reader) }), announcementCallback.data(id)),
  ]);
  return [...corrections, ...original];
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

export const announcementScreen = new Screen();

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

onStaffCallback(announcementScreen, lookAnnouncementCallback, right, async (ctx, id) => {
  const { t } = ctx.reader;
  const found = await findAnnouncement(ctx.services.database, id);
  const written = found && asWritten(found);
  if (!written) return show(ctx, await announcementsView(ctx, 0, t("announce.gone")));
  await answerTap(ctx);
  await sendPreviews(ctx, written);
  await send(ctx, await announcementView(ctx, id));
});

onStaffCallback(announcementScreen, rescheduleAnnouncementCallback, right, (ctx, id) =>
  enter(ctx, rescheduleAnnouncement, id),
);

// A draft again: nobody gets what is being changed, even if it is left in the middle.
onStaffCallback(announcementScreen, rewriteAnnouncementCallback, right, async (ctx, id) => {
  const { reader } = ctx;
  const acted = await once(ctx, "rewrite", (database) =>
    rewrite(database, { by: reader.person.id, now: reader.now }, id),
  );
  if (acted.kind === "forbidden") return refuse(ctx);
  if (acted.value.kind === "elsewhere")
    return show(ctx, await announcementView(ctx, id, reader.t("announce.elsewhere")));
  await answerTap(ctx);
  await send(ctx, { text: html`${reader.t("announce.rewritten")}`, keyboard: [] });
  await enter(ctx, announce, id);
});

onStaffCallback(announcementScreen, reportCallback, right, async (ctx, id) => {
  const { t } = ctx.reader;
  const shown = await look(ctx, id);
  if (shown === null) return show(ctx, await announcementsView(ctx, 0, t("announce.gone")));
  await answerTap(ctx);
  const { name, file } = await accountFile(ctx.services, ctx.reader, shown, {
    withIds: (await rightsOf(ctx)).grants.some(({ role }) => role === "owner"),
  });
  const caption = t("announce.sheet.caption", { title: formatTitle(shown.texts, t) });
  await ctx.replyWithDocument(new InputFile(file, name), { caption });
});
