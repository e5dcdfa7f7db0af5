import type { InlineKeyboardButton } from "grammy/types";
import { collectionsCallback } from "../../bot/collections/callbacks.ts";
import type { Services } from "../../bot/context.ts";
import { button, type Row, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { withFilter } from "../../bot/programme/listing/facets.ts";
import { type Filters, type Half, halves, type Overview } from "../../bot/programme/listing/list-query.ts";
import { type CountedHalf, countHalves } from "../../bot/programme/listing/overview-store.ts";
import { formatScope, type ListReader } from "../../bot/programme/listing/words.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import { formatDay } from "../../bot/words/time/dates.ts";
import { inZone } from "../../bot/words/time/local-time.ts";
import { startOfDay } from "../../bot/words/time/start-of-day.ts";
import { datesCallback, filtersCallback, listCallback } from "./callbacks.ts";
import { filterLine, filtersLabel } from "./filters/filter-line.ts";

/** Sections named for a half of a day, those with most first. */
const sectionsNamed = { weekend: 4, next_weekend: 4, week: 3 } as const;

/** How much several days have, by halves of days and sections; each of them is a tap away. */
export async function overviewView(
  { database }: Pick<Services, "database">,
  reader: ListReader,
  overview: Overview,
  filters: Filters,
): Promise<View> {
  const { t } = reader;
  const scope = { kind: overview };
  const counted = await countHalves(database, overview, filters, reader);
  const dates = [...new Set(counted.map(({ date }) => date))];
  return {
    text: joinLines(
      html`<b>${formatScope(scope, reader)}</b>`,
      await filterLine(database, { scope, filters }, t),
      "",
      ...dates.flatMap((date) => dayLines(date, overview, counted, reader)),
    ),
    keyboard: [
      ...(overview === "week"
        ? rows(
            dates.map((date) => dayButton(date, filters, reader)),
            4,
          )
        : dates.map((date) => halfButtons(date, overview, filters, counted, reader))),
      wayRow(overview, filters, reader),
    ],
  };
}

const of = (counted: readonly CountedHalf[], date: string, half?: Half) =>
  counted.filter((row) => row.date === date && (half === undefined || row.half === half));

const sum = (counted: readonly CountedHalf[]) => counted.reduce((total, { count }) => total + count, 0);

function dayLines(date: string, overview: Overview, counted: readonly CountedHalf[], reader: ListReader): Html[] {
  const { t, zone, now } = reader;
  const day = capitalise(formatDay(startOfDay(date, zone), t, zone, now));
  if (overview === "week") {
    const parts = { daytime: sum(of(counted, date, "daytime")), evening: sum(of(counted, date, "evening")) };
    return [
      html`<b>${day}</b> — ${t("list.halves", parts)}`,
      html`${sectionLine(of(counted, date), sectionsNamed[overview], reader)}`,
    ];
  }
  return (["daytime", "evening"] as const).flatMap((half) => {
    const own = of(counted, date, half);
    if (own.length === 0) return [];
    const name = t(`list.half.${half}`, { day });
    return [
      html`<b>${t("list.half_row", { half: name, count: sum(own) })}</b>`,
      html`${sectionLine(own, sectionsNamed[overview], reader)}`,
    ];
  });
}

/** "Музыка 5 · Театр 3", those with most first. */
function sectionLine(counted: readonly CountedHalf[], most: number, { t }: ListReader): string {
  const bySection = Map.groupBy(counted, ({ section }) => section);
  return [...bySection]
    .map(([section, own]) => ({ section, count: sum(own) }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ section, count }) => t("list.section_count", { section: t(`section.${section}`), count }))
    .join(" · ");
}

/** "Сб днём (14)" */
function halfButtons(
  date: string,
  of_: Overview,
  filters: Filters,
  counted: readonly CountedHalf[],
  { t, zone }: ListReader,
): Row {
  return (["daytime", "evening"] as const).flatMap((half): Row => {
    const count = sum(of(counted, date, half));
    if (count === 0) return [];
    const chosen = filters.part?.filter((part) => halves[half].some((own) => own === part)) ?? halves[half];
    const label = t("button.counted", { label: t(`list.half.${half}`, { day: weekday(date, t, zone) }), count });
    return [
      button(
        label,
        listCallback.data({
          scope: { kind: "date", date, of: of_ },
          filters: withFilter(filters, "part", chosen),
          page: 0,
        }),
      ),
    ];
  });
}

/** "Сб 21" */
function dayButton(date: string, filters: Filters, { t, zone }: ListReader): InlineKeyboardButton {
  const label = `${weekday(date, t, zone)} ${Number(date.slice(-2))}`;
  return button(label, listCallback.data({ scope: { kind: "date", date, of: "week" }, filters, page: 0 }));
}

const weekday = (date: string, t: ListReader["t"], zone: string): string =>
  t(`date.weekday_head.${inZone(startOfDay(date, zone), zone).weekday}`);

/** What narrows, and the days beside these. */
function wayRow(overview: Overview, filters: Filters, { t }: ListReader): Row {
  const scope = { kind: overview };
  const narrow = button(filtersLabel({ scope, filters }, t), filtersCallback.data({ scope, filters, page: 0 }));
  const to = (kind: Overview, label: string) => button(label, listCallback.data({ scope: { kind }, filters, page: 0 }));
  const date = button(t("button.date"), datesCallback.data({ month: null, filters, back: scope }));
  switch (overview) {
    case "weekend":
      return [
        narrow,
        to("next_weekend", t("button.next_weekend")),
        button(t("collection.title"), collectionsCallback.data(0)),
      ];
    case "next_weekend":
      return [to("weekend", t("button.back")), narrow, date];
    case "week":
      return [to("weekend", t("button.weekend")), narrow, date];
  }
}
