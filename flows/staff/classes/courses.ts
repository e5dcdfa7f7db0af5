import { type Area, areas } from "../../../bot/classes/areas.ts";
import { countForEditing, editablePerPage, listForEditing } from "../../../bot/classes/editing/list-store.ts";
import type { Reader, Services } from "../../../bot/context.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { editAreaCallback, editAreasCallback, newCourseCallback, searchClassesCallback } from "./callbacks.ts";
import { newCourse } from "./edit/new-course.ts";
import { courseRows, listLines, toSubjects } from "./labels.ts";
import { searchClasses } from "./search.ts";

/** The subjects with the number of their courses, and what one can do with none in particular. */
async function areasView({ database }: Pick<Services, "database">, { t }: Reader): Promise<View> {
  const counts = await countForEditing(database);
  const used = areas.filter((area) => counts.has(area));
  return {
    text: joinLines(
      html`<b>${t("class_edit.title")}</b>`,
      "",
      t(used.length > 0 ? "class_edit.choose" : "class_edit.none"),
    ),
    keyboard: [
      [button(t("class_edit.new_course"), newCourseCallback.data(null))],
      ...used.map((area) => [
        button(
          t("button.counted", { label: t(`area.${area}`), count: counts.get(area) ?? 0 }),
          editAreaCallback.data({ area, page: 0 }),
        ),
      ]),
      [button(t("class_edit.search"), searchClassesCallback.data(null)), toStaffMenu(t)],
    ],
  };
}

/** A page of the courses of a subject, drafts and withdrawn ones marked in words. */
async function areaView(
  { database }: Pick<Services, "database">,
  reader: Reader,
  { area, page }: { area: Area; page: number },
): Promise<View> {
  const { t, now } = reader;
  const { rows, total } = await listForEditing(database, { area, page, language: t.language, now });
  if (rows.length === 0 && page > 0) return areaView({ database }, reader, { area, page: 0 });
  const paging = turnRow(t, { page, hasMore: (page + 1) * editablePerPage < total }, (next) =>
    editAreaCallback.data({ area, page: next }),
  );
  return {
    text: joinLines(html`<b>${t(`area.${area}`)}</b>`, "", ...listLines(rows, t)),
    keyboard: [
      ...courseRows(rows),
      paging,
      [button(t("class_edit.new_course"), newCourseCallback.data(null))],
      [toSubjects(t), toStaffMenu(t)],
    ],
  };
}

export const editCoursesScreen = new Screen();

onStaffCallback(editCoursesScreen, editAreasCallback, "classes.edit", async (ctx) =>
  show(ctx, await areasView(ctx.services, ctx.reader)),
);
onStaffCallback(editCoursesScreen, editAreaCallback, "classes.edit", async (ctx, state) =>
  show(ctx, await areaView(ctx.services, ctx.reader, state)),
);
onStaffCallback(editCoursesScreen, newCourseCallback, "classes.edit", (ctx) => enter(ctx, newCourse));
onStaffCallback(editCoursesScreen, searchClassesCallback, "classes.edit", (ctx) => enter(ctx, searchClasses));
