import { type Area, areas } from "../../bot/classes/areas.ts";
import { type CourseFilters, countCourseFilters } from "../../bot/classes/courses/course-filters.ts";
import { countByArea, coursesPerPage, findCourses } from "../../bot/classes/courses/list-store.ts";
import { formatListedCourse } from "../../bot/classes/courses/words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { turnRow } from "../kit/pagination.ts";
import { hears } from "../kit/reply-keyboard.ts";
import { Screen } from "../kit/screen.ts";
import { simpleCoursesView } from "../simple/courses.ts";
import { isSimple } from "../simple/screen.ts";
import { areaCallback, areasCallback, classesCallback, courseCallback, ownClassesCallback } from "./callbacks.ts";
import { courseChips, courseFiltersButton } from "./course-filters.ts";
import { followButton } from "./following.ts";

type Of = Pick<Services, "database">;

/** The courses of a subject, each with its title on a button of its own row: nothing to be aimed at. */
export async function areaView(
  { database }: Of,
  reader: Reader,
  area: Area,
  page: number,
  filters: CourseFilters = {},
): Promise<View> {
  if (isSimple(reader)) return simpleCoursesView({ database }, reader, 0);
  const { t, now, person } = reader;
  const asked = { area, page, language: t.language, now, personId: person.id, filters };
  const { rows, total, isFollowed } = await findCourses(database, asked);
  // Fewer than the button remembers.
  if (rows.length === 0 && page > 0) return areaView({ database }, reader, area, 0, filters);
  const paging = turnRow(t, { page, hasMore: (page + 1) * coursesPerPage < total }, (next) =>
    areaCallback.data({ area, page: next, filters }),
  );
  const isFiltered = countCourseFilters(filters) > 0;
  return {
    text: joinLines(
      html`<b>${t(`area.${area}`)}</b>`,
      t(rows.length > 0 ? "classes.hint" : isFiltered ? "list.empty_filtered" : "classes.none_here"),
      ...rows.map((row) => html`\n${formatListedCourse(row, reader)}`),
    ),
    keyboard: [
      ...rows.map(({ title, courseId }) => [button(title, courseCallback.data({ courseId, page: 0 }))]),
      paging,
      ...courseChips(area, filters, t),
      [
        ...(rows.length > 1 || isFiltered ? [courseFiltersButton(area, filters, t)] : []),
        ...followButton(reader, area, isFollowed),
      ],
      [button(t("classes.other_areas"), areasCallback.data(null))],
      [...ownButton(reader), toMenu(t)],
    ],
  };
}

/** In a group nobody's classes are shown. */
const ownButton = ({ t, isPrivate }: Reader): Row =>
  isPrivate ? [button(t("classes.own"), ownClassesCallback.data(null))] : [];

/** The subjects that have something to enrol in, one a row. */
async function areasView({ database }: Of, reader: Reader): Promise<View> {
  if (isSimple(reader)) return simpleCoursesView({ database }, reader, 0);
  const { t, now } = reader;
  const counts = await countByArea(database, now);
  const offered = areas.filter((area) => counts.has(area));
  return {
    text: html`<b>${t(offered.length > 0 ? "classes.choose_area" : "classes.none")}</b>`,
    keyboard: [
      ...offered.map((area) => [
        button(
          t("button.counted", { label: t(`area.${area}`), count: counts.get(area) ?? 0 }),
          areaCallback.data({ area, page: 0, filters: {} }),
        ),
      ]),
      [...ownButton(reader), toMenu(t)],
    ],
  };
}

/** What /classes shows: the first subject that has something, so that a course is one tap away. */
export async function classesView({ database }: Of, reader: Reader): Promise<View> {
  if (isSimple(reader)) return simpleCoursesView({ database }, reader, 0);
  const counts = await countByArea(database, reader.now);
  const first = areas.find((area) => counts.has(area));
  return first ? areaView({ database }, reader, first, 0) : areasView({ database }, reader);
}

export const coursesScreen = new Screen();

onCommand(coursesScreen, "classes", async (ctx) => send(ctx, await classesView(ctx.services, ctx.reader)));
hears(coursesScreen, "classes.button", async (ctx) => send(ctx, await classesView(ctx.services, ctx.reader)));
onCallback(coursesScreen, classesCallback, async (ctx) => show(ctx, await classesView(ctx.services, ctx.reader)));
onCallback(coursesScreen, areasCallback, async (ctx) => show(ctx, await areasView(ctx.services, ctx.reader)));
onCallback(coursesScreen, areaCallback, async (ctx, { area, page, filters }) =>
  show(ctx, await areaView(ctx.services, ctx.reader, area, page, filters)),
);
