import { type Ticking, tick, tickAll } from "../../../bot/classes/attendance/mark-attendance-store.ts";
import { findTickSheet, type TickSheet, ticksPerPage } from "../../../bot/classes/attendance/sheet-store.ts";
import { formatLessonTime } from "../../../bot/classes/teaching/words.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, type Row } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import type { Acted } from "../../../bot/staff/act-store.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse, teaches } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import {
  recordingCallback,
  taughtGroupCallback,
  tickAllCallback,
  tickCallback,
  tickSheetCallback,
} from "./callbacks.ts";

/** Whether a lesson can have been visited yet. */
type Standing = "open" | "not yet" | "cancelled";

function standingOf({ isCancelled, startsAt }: TickSheet, now: Date): Standing {
  if (isCancelled) return "cancelled";
  return startsAt > now ? "not yet" : "open";
}

/** A lesson with its class on buttons: a name is ticked by pressing it. */
function tickView({ reader }: BotContext, sheet: TickSheet, page: number): View {
  const { t, now } = reader;
  const { lessonId, groupId, title, number, of, learners, present, timeZone } = sheet;
  const standing = standingOf(sheet, now);
  const when = formatLessonTime(sheet, timeZone, reader);
  return {
    text: joinLines(
      html`<b>${title}</b>`,
      standing === "cancelled" ? when : t("attendance.lesson", { number, of, when }),
      "",
      said(standing, sheet, reader.t),
      standing === "open" && learners > 0 ? t("attendance.count", { present, learners }) : null,
    ),
    keyboard: [
      ...(standing === "open" ? tickRows(sheet, page, t) : []),
      [
        ...(sheet.before === null
          ? []
          : [lessonButton(t("attendance.button.before", { number: number - 1 }), sheet.before)]),
        ...(sheet.after === null
          ? []
          : [lessonButton(t("attendance.button.after", { number: number + 1 }), sheet.after)]),
      ],
      standing === "open" ? [button(t("teach.button.recording"), recordingCallback.data(lessonId))] : [],
      [button(t("teach.button.group"), taughtGroupCallback.data(groupId)), toStaffMenu(t)],
    ],
  };
}

function said(standing: Standing, { learners }: TickSheet, t: BotContext["reader"]["t"]): string {
  if (standing === "cancelled") return t("attendance.cancelled");
  if (standing === "not yet") return t("attendance.not_yet");
  return t(learners === 0 ? "attendance.nobody" : "attendance.hint");
}

function tickRows(
  { lessonId, learners, present, page: people }: TickSheet,
  page: number,
  t: BotContext["reader"]["t"],
): Row[] {
  return [
    ...people.map(({ enrolmentId, name, isPresent }) => [
      button(
        isPresent ? t("attendance.marked", { name }) : name,
        tickCallback.data({ lessonId, enrolmentId, isPresent: !isPresent, page }),
      ),
    ]),
    turnRow(t, { page, hasMore: (page + 1) * ticksPerPage < learners }, (to) =>
      tickSheetCallback.data({ lessonId, page: to }),
    ),
    present < learners ? [button(t("attendance.button.all"), tickAllCallback.data(lessonId))] : [],
  ];
}

const lessonButton = (label: string, lessonId: number) => button(label, tickSheetCallback.data({ lessonId, page: 0 }));

async function showSheet(ctx: BotContext, lessonId: number, page: number): Promise<void> {
  const { services, reader } = ctx;
  const sheet = await findTickSheet(services.database, { lessonId, page, language: reader.t.language });
  if (sheet === null || !(await teaches(ctx, sheet))) return refuse(ctx);
  // The class has become smaller than the button remembers.
  if (sheet.page.length === 0 && page > 0) return showSheet(ctx, lessonId, 0);
  await show(ctx, tickView(ctx, sheet, page));
}

async function shows(ctx: BotContext, ticked: Acted<Ticking>, lessonId: number, page: number): Promise<void> {
  return ticked.kind === "forbidden" ? refuse(ctx) : showSheet(ctx, lessonId, page);
}

export const tickScreen = new Screen();

onStaffCallback(tickScreen, tickSheetCallback, "classes.teach", async (ctx, { lessonId, page }) =>
  showSheet(ctx, lessonId, page),
);

onStaffCallback(tickScreen, tickCallback, "classes.teach", async (ctx, { page, ...wanted }) => {
  const { person, now } = ctx.reader;
  const ticked = await once(ctx, "tick", (database) => tick(database, { by: person.id, now }, wanted));
  await shows(ctx, ticked, wanted.lessonId, page);
});

onStaffCallback(tickScreen, tickAllCallback, "classes.teach", async (ctx, lessonId) => {
  const { person, now } = ctx.reader;
  const ticked = await once(ctx, "tick all", (database) => tickAll(database, { by: person.id, now }, lessonId));
  await shows(ctx, ticked, lessonId, 0);
});
