import type { EditableGroup, EditableLesson } from "../../../bot/classes/editing/editable.ts";
import {
  countLearners,
  findCourseTitle,
  findEditableGroup,
  findEditableLessons,
  findGroupOfLesson,
} from "../../../bot/classes/editing/find-store.ts";
import { editLesson } from "../../../bot/classes/editing/lesson-edit-store.ts";
import type { BotContext, Reader } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, type Row } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { capitalise } from "../../../bot/words/capitalise.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { formatDay, formatTime } from "../../../bot/words/time/dates.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse, rightsOf } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { taughtGroupCallback } from "../teach/callbacks.ts";
import {
  askCancelCallback,
  cancelLessonCallback,
  editGroupCallback,
  editLessonCallback,
  lessonsCallback,
  moveLessonCallback,
  moveSeriesCallback,
} from "./callbacks.ts";
import { formatLessonTime } from "./dates.ts";
import { moveOneLesson } from "./edit/move-lesson.ts";
import { moveWholeSeries } from "./edit/move-series.ts";
import { isWritten } from "./edit/save.ts";
import { formatEdited } from "./lesson-said.ts";

const perPage = 8;

/** A group whose lessons the person may move and cancel, with them; null where there is none. */
async function findOwn(
  ctx: BotContext,
  groupId: number | null,
): Promise<{ group: EditableGroup; lessons: EditableLesson[] } | null> {
  const { database } = ctx.services;
  const group = groupId === null ? null : await findEditableGroup(database, groupId);
  if (group === null || !may(await rightsOf(ctx), "classes.teach", group)) return null;
  return { group, lessons: await findEditableLessons(database, group.id) };
}

/** The lessons of a group that are to come, by page. */
async function lessonsView(ctx: BotContext, groupId: number, page: number): Promise<View | null> {
  const { reader, services } = ctx;
  const { t, now } = reader;
  const own = await findOwn(ctx, groupId);
  if (own === null) return null;
  const coming = own.lessons.filter(({ endsAt }) => endsAt > now);
  const shown = coming.slice(page * perPage, (page + 1) * perPage);
  const title = await findCourseTitle(services.database, own.group.courseId, t.language);
  const paging = turnRow(t, { page, hasMore: (page + 1) * perPage < coming.length }, (next) =>
    lessonsCallback.data({ id: groupId, of: next }),
  );
  return {
    text: joinLines(
      html`<b>${cutAtWord(title ?? "", 120)}</b>`,
      t("class_edit.lessons_coming", { count: coming.length, all: own.lessons.length }),
      "",
      ...shown.map((lesson) => lessonLine(lesson, own.group, reader)),
    ),
    keyboard: [
      ...shown.map((lesson) => [button(lessonLabel(lesson, own.group, reader), editLessonCallback.data(lesson.id))]),
      paging,
      coming.length > 1 ? [button(t("class_edit.move_series"), moveSeriesCallback.data(groupId))] : [],
      [...(await toGroup(ctx, groupId)), toStaffMenu(t)],
    ],
  };
}

/** A teacher comes from another screen. */
async function toGroup(ctx: BotContext, groupId: number): Promise<Row> {
  const callback = may(await rightsOf(ctx), "classes.edit") ? editGroupCallback : taughtGroupCallback;
  return [button(ctx.reader.t("class_edit.to_group"), callback.data(groupId))];
}

function lessonLine(lesson: EditableLesson, { timeZone }: EditableGroup, { t, now }: Reader): string {
  const when = formatLessonTime(lesson, timeZone, t, now);
  return lesson.status === "scheduled" ? when : `${when} · ${t(`class_edit.lesson_state.${lesson.status}`)}`;
}

const lessonLabel = ({ startsAt }: EditableLesson, { timeZone }: EditableGroup, { t, now }: Reader): string =>
  capitalise(
    t("date.day_and_time", { day: formatDay(startsAt, t, timeZone, now), time: formatTime(startsAt, timeZone) }),
  );

/** One lesson, and what can be done with it. */
async function lessonView(ctx: BotContext, lessonId: number, said?: Html): Promise<View | null> {
  const { services, reader } = ctx;
  const { t, now } = reader;
  const own = await findOwn(ctx, await findGroupOfLesson(services.database, lessonId));
  const lesson = own?.lessons.find(({ id }) => id === lessonId);
  if (!own || !lesson) return null;
  const isOver = lesson.endsAt <= now;
  const title = await findCourseTitle(services.database, own.group.courseId, t.language);
  const restore = cancelLessonCallback.data({ id: lessonId, of: { revision: lesson.sequence, to: "restore" } });
  const cancelled = lesson.status === "cancelled";
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${lessonLine(lesson, own.group, reader)}</b>`,
      cutAtWord(title ?? "", 120),
      t("class_edit.learners", { people: await countLearners(services.database, own.group.id) }),
      isOver ? t("class_edit.lesson_over") : null,
    ),
    keyboard: [
      isOver ? [] : [button(t("class_edit.move_lesson"), moveLessonCallback.data(lessonId))],
      isOver
        ? []
        : [
            cancelled
              ? button(t("class_edit.restore_lesson"), restore)
              : button(t("class_edit.cancel_lesson"), askCancelCallback.data(lessonId)),
          ],
      [button(t("button.back"), lessonsCallback.data({ id: own.group.id, of: 0 })), toStaffMenu(t)],
    ],
  };
}

const showOrRefuse = (ctx: BotContext, view: View | null): Promise<void> =>
  view === null ? refuse(ctx) : show(ctx, view);

export const editLessonsScreen = new Screen();

onStaffCallback(editLessonsScreen, lessonsCallback, "classes.teach", async (ctx, { id, of }) =>
  showOrRefuse(ctx, await lessonsView(ctx, id, of)),
);

onStaffCallback(editLessonsScreen, editLessonCallback, "classes.teach", async (ctx, lessonId) =>
  showOrRefuse(ctx, await lessonView(ctx, lessonId)),
);

onStaffCallback(editLessonsScreen, moveLessonCallback, "classes.teach", async (ctx, lessonId) => {
  if ((await lessonView(ctx, lessonId)) === null) return refuse(ctx);
  await enter(ctx, moveOneLesson, lessonId);
});

onStaffCallback(editLessonsScreen, moveSeriesCallback, "classes.teach", async (ctx, groupId) => {
  if ((await findOwn(ctx, groupId)) === null) return refuse(ctx);
  await enter(ctx, moveWholeSeries, groupId);
});

onStaffCallback(editLessonsScreen, askCancelCallback, "classes.teach", async (ctx, lessonId) => {
  const { services, reader } = ctx;
  const { t } = reader;
  const own = await findOwn(ctx, await findGroupOfLesson(services.database, lessonId));
  const lesson = own?.lessons.find(({ id }) => id === lessonId);
  if (!own || !lesson) return refuse(ctx);
  await show(ctx, {
    text: joinLines(
      html`<b>${lessonLine(lesson, own.group, reader)}</b>`,
      "",
      t("class_edit.ask_cancel", { people: await countLearners(services.database, own.group.id) }),
    ),
    keyboard: [
      [
        button(
          t("class_edit.yes_cancel"),
          cancelLessonCallback.data({ id: lessonId, of: { revision: lesson.sequence, to: "cancel" } }),
        ),
      ],
      [button(t("button.back"), editLessonCallback.data(lessonId))],
    ],
  });
});

onStaffCallback(editLessonsScreen, cancelLessonCallback, "classes.teach", async (ctx, { id: lessonId, of }) => {
  const { t, person, now } = ctx.reader;
  const seen = { lessonId, sequence: of.revision };
  const edited = await once(
    ctx,
    "edit-lesson",
    (database) => editLesson(database, { by: person.id, now }, seen, { kind: of.to }),
    isWritten,
  );
  if (edited.kind === "forbidden") return refuse(ctx);
  const done = html`${t(of.to === "cancel" ? "class_edit.lesson_cancelled" : "class_edit.lesson_restored")}`;
  await showOrRefuse(ctx, await lessonView(ctx, lessonId, edited.kind === "changed" ? done : formatEdited(edited, t)));
});
