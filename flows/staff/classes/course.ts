import { type CourseMove, moveCourse } from "../../../bot/classes/editing/course-edit-store.ts";
import { type CourseState, type EditableCourse, stateOf } from "../../../bot/classes/editing/editable.ts";
import { findEditableCourse } from "../../../bot/classes/editing/find-store.ts";
import { type GroupForEditing, listGroups } from "../../../bot/classes/editing/list-store.ts";
import { formatSchedule } from "../../../bot/classes/lessons/words.ts";
import type { BotContext, Reader } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { outsideLink } from "../../../bot/doors/telegram/screen/deep-links.ts";
import { button, type Row, rows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { capitalise } from "../../../bot/words/capitalise.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { languages, preference } from "../../../bot/words/language.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { qrCallback } from "../../classes/callbacks.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import {
  courseTextCallback,
  editAreaCallback,
  editCourseCallback,
  editGroupCallback,
  moveCourseCallback,
  newGroupCallback,
  setAreaCallback,
} from "./callbacks.ts";
import { editCourseArea } from "./edit/edit-course.ts";
import { newGroup } from "./edit/new-group.ts";
import { isWritten } from "./edit/save.ts";
import { groupLabel } from "./labels.ts";
import { formatRevised } from "./said.ts";

/** A course as staff sees it: its words by language, whether residents see it, its groups. */
async function courseView(ctx: BotContext, courseId: number, said?: Html): Promise<View> {
  const { services, reader } = ctx;
  const { t } = reader;
  const course = await findEditableCourse(services.database, courseId);
  if (course === null) return { text: html`${t("class_edit.gone")}`, keyboard: [[toStaffMenu(t)]] };
  const groups = await listGroups(services.database, courseId);
  const state = stateOf(course);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${cutAtWord(titleIn(course, t), 120)}</b>`,
      `${t(`area.${course.area}`)} · ${t(`class_edit.state.${state}`)}`,
      state === "open" ? outsideLink(services, ctx.me.username, { kind: "course", id: courseId }) : null,
      "",
      ...languages.map((language) => textLine(course, language, t)),
      "",
      html`<b>${t("class_edit.groups", { count: groups.length })}</b>`,
      ...groups.map((group) => groupLine(group, reader)),
    ),
    keyboard: [
      ...groups.map((group) => [button(groupLabel(group, reader), editGroupCallback.data(group.groupId))]),
      [button(t("class_edit.new_group"), newGroupCallback.data(courseId))],
      languages.map((language) =>
        button(t(`language.name.${language}`), courseTextCallback.data({ id: courseId, of: language })),
      ),
      ...stateRows(course, state, groups, t),
      [
        button(t("class_edit.change_area"), setAreaCallback.data(courseId)),
        ...(state === "open" ? [button(t("course.qr"), qrCallback.data(courseId))] : []),
      ],
      [button(t("button.back"), editAreaCallback.data({ area: course.area, page: 0 })), toStaffMenu(t)],
    ],
  };
}

export function titleIn({ texts }: EditableCourse, t: Translate): string {
  const known = preference(t.language).flatMap((language) => texts.filter((text) => text.language === language));
  return known[0]?.title ?? "";
}

function textLine({ texts }: EditableCourse, language: (typeof languages)[number], t: Translate): string {
  const text = texts.find((own) => own.language === language);
  const name = t(`language.name.${language}`);
  return `${name}: ${text ? cutAtWord(text.title, 80) : t("class_edit.no_text")}`;
}

function groupLine(group: GroupForEditing, { t }: Reader): Html {
  const { capacity, taken, waiting, isClosed, teacherName } = group;
  const when = capitalise(formatSchedule(group.lessons, group.timeZone, t));
  const places = t("class_edit.places", { taken, capacity, waiting });
  return html`• ${cutAtWord(when, 100)}. ${cutAtWord(teacherName, 40)}. ${places}${isClosed ? `. ${t("class_edit.is_closed")}` : ""}`;
}

/** What may be done with what residents see of it. A draft cannot have people in its groups. */
function stateRows(
  { id, revision }: EditableCourse,
  state: CourseState,
  groups: readonly GroupForEditing[],
  t: Translate,
): Row[] {
  const isEmpty = groups.every(({ taken, waiting }) => taken + waiting === 0);
  const moves: Record<CourseState, CourseMove[]> = {
    draft: ["publish"],
    open: isEmpty ? ["draft", "withdraw"] : ["withdraw"],
    withdrawn: ["restore"],
  };
  return rows(
    moves[state].map((to) =>
      button(t(`class_edit.move_course.${to}`), moveCourseCallback.data({ id, of: { revision, to } })),
    ),
    2,
  );
}

export const editCourseScreen = new Screen();

onStaffCallback(editCourseScreen, editCourseCallback, "classes.edit", async (ctx, courseId) =>
  show(ctx, await courseView(ctx, courseId)),
);

onStaffCallback(editCourseScreen, moveCourseCallback, "classes.edit", async (ctx, { id, of: { revision, to } }) => {
  const { t, person, now } = ctx.reader;
  const moved = await once(
    ctx,
    "move",
    (database) => moveCourse(database, { by: person.id, now }, { id, revision }, to),
    isWritten,
  );
  if (moved.kind === "forbidden") return refuse(ctx);
  if (moved.kind === "has people") {
    return show(ctx, await courseView(ctx, id, html`${t("class_edit.has_people", { people: moved.people })}`));
  }
  const said = moved.kind === "done" ? html`${t(`class_edit.moved_course.${to}`)}` : formatRevised(moved, t);
  await show(ctx, await courseView(ctx, id, said));
});

onStaffCallback(editCourseScreen, newGroupCallback, "classes.edit", (ctx, courseId) => enter(ctx, newGroup, courseId));

onStaffCallback(editCourseScreen, setAreaCallback, "classes.edit", (ctx, courseId) =>
  enter(ctx, editCourseArea, courseId),
);
