import type { Area } from "../../bot/classes/areas.ts";
import { levels } from "../../bot/classes/courses/course.ts";
import {
  type CourseFilters,
  countCourseFilters,
  countCourses,
  type FilterableGroup,
  toggle,
  weekdays,
} from "../../bot/classes/courses/course-filters.ts";
import { findFilterableGroups } from "../../bot/classes/courses/list-store.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { button, type Row, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { formatHeldIn } from "../../bot/words/held-in.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { languages } from "../../bot/words/language.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { Screen } from "../kit/screen.ts";
import { areaCallback, courseFiltersCallback } from "./callbacks.ts";

/** One value that can be chosen, with the filters after a press. */
interface Value {
  label: string;
  isChosen: boolean;
  pressed: CourseFilters;
  /** The filters with this value alone. */
  alone: CourseFilters;
}

/** Everything that can be chosen, group by group. */
function valuesOf(filters: CourseFilters, t: Translate): Value[][] {
  const { level = [], heldIn = [], weekday = [], free } = filters;
  const { free: _, ...paid } = filters;
  return [
    levels.map((value) => ({
      label: capitalise(t(`level.${value}`)),
      isChosen: level.includes(value),
      pressed: toggle(filters, "level", value),
      alone: { level: [value] },
    })),
    languages.map((value) => ({
      label: capitalise(formatHeldIn(value, t) ?? value),
      isChosen: heldIn.includes(value),
      pressed: toggle(filters, "heldIn", value),
      alone: { heldIn: [value] },
    })),
    weekdays.map((value) => ({
      label: t(`date.weekday_head.${value}`),
      isChosen: weekday.includes(value),
      pressed: toggle(filters, "weekday", value),
      alone: { weekday: [value] },
    })),
    [
      {
        label: t("course_filter.free"),
        isChosen: free === true,
        pressed: free ? paid : { ...filters, free: true },
        alone: { free: true },
      },
    ],
  ];
}

/** The panel over the courses of a subject: all values on one screen, those that leave nothing are left out. */
async function panelView(
  { database }: Pick<Services, "database">,
  { t, now }: Reader,
  { area, filters }: { area: Area; filters: CourseFilters },
): Promise<View> {
  const groups = await findFilterableGroups(database, area, now);
  const found = countCourses(groups, filters);
  const back = areaCallback.data({ area, page: 0, filters });
  const isSet = countCourseFilters(filters) > 0;
  return {
    text: joinLines(
      html`<b>${t("filter.title", { list: t(`area.${area}`) })}</b>`,
      "",
      t("course_filter.found", { count: found }),
    ),
    keyboard: [
      ...valuesOf(filters, t).flatMap((values) => valueRows(values, groups, area, t)),
      [button(t("button.show", { count: found }), back)],
      isSet ? [button(t("button.reset"), courseFiltersCallback.data({ area, page: 0, filters: {} }))] : [],
      [button(t("button.back"), back), toMenu(t)],
    ],
  };
}

function valueRows(values: readonly Value[], groups: readonly FilterableGroup[], area: Area, t: Translate): Row[] {
  const offered = values.filter(({ isChosen, alone }) => isChosen || countCourses(groups, alone) > 0);
  const toButton = ({ label, isChosen, pressed }: Value) =>
    button(
      isChosen ? t("button.chosen", { label }) : label,
      courseFiltersCallback.data({ area, page: 0, filters: pressed }),
    );
  return rows(offered.map(toButton), values.length > 3 ? 4 : 2);
}

/** A button for each value that was chosen, which takes it away again. */
export const courseChips = (area: Area, filters: CourseFilters, t: Translate): Row[] =>
  rows(
    valuesOf(filters, t)
      .flat()
      .filter(({ isChosen }) => isChosen)
      .map(({ label, pressed }) =>
        button(t("button.drop", { label }), areaCallback.data({ area, page: 0, filters: pressed })),
      ),
  );

/** The way to the panel, with the number of filters in force. */
export function courseFiltersButton(area: Area, filters: CourseFilters, t: Translate) {
  const count = countCourseFilters(filters);
  const label = count > 0 ? t("button.filters_set", { count }) : t("button.filters");
  return button(label, courseFiltersCallback.data({ area, page: 0, filters }));
}

export const courseFiltersScreen = new Screen();

onCallback(courseFiltersScreen, courseFiltersCallback, async (ctx, state) =>
  show(ctx, await panelView(ctx.services, ctx.reader, state)),
);
