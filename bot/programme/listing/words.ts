import { capitalise } from "../../words/capitalise.ts";
import { cutAtWord } from "../../words/cut.ts";
import { formatDistance } from "../../words/distance.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatPrices } from "../../words/price.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { daysBetween, inZone } from "../../words/time/local-time.ts";
import { type ClockReader, formatOwnTime } from "../../words/time/own-clock.ts";
import { formatPeriod } from "../../words/time/period.ts";
import { formatRelative } from "../../words/time/relative.ts";
import { lastInstant } from "../../words/time/when.ts";
import { isPermanent } from "../occurrence-end.ts";
import { type Half, halves, isArchive, type Listing, overviews, type Scope } from "./list-query.ts";
import { isOnAir, type Listed } from "./list-row.ts";
import { timeWindow } from "./time-window.ts";

/** In whose language, by which clocks. */
export type ListReader = ClockReader;

/** What a list is called: "Сегодня вечером · чт, 20 ноября". */
export function formatScope(scope: Scope, { t, zone, now }: ListReader): string {
  const { from, to } = timeWindow(scope, now, zone);
  switch (scope.kind) {
    case "tonight":
    case "home":
    case "town":
    case "today":
      return formatPeriod(scope.kind, { first: now, last: now }, t, zone, now);
    case "tomorrow":
    case "weekend":
    case "next_weekend":
    case "week":
      return formatPeriod(scope.kind, { first: from, last: new Date(to.getTime() - 1) }, t, zone, now);
    case "live":
      return formatPeriod("now", { first: now, last: now }, t, zone, now);
    case "date":
      return capitalise(formatDay(from, t, zone, now));
    case "near":
      return t("list.near", { radius: scope.radius });
    case "ongoing":
    case "archive":
    case "archive_new":
    case "past":
    case "past_best":
      return t(`list.${scope.kind}`);
  }
}

/** What a list is called with the half of its day: "Сб, 21 ноября вечером". */
export function formatListing({ scope, filters }: Pick<Listing, "scope" | "filters">, reader: ListReader): string {
  const half = halfOf({ scope, filters });
  const name = formatScope(scope, reader);
  return half === null ? name : reader.t(`list.half.${half}`, { day: name });
}

/** The half of a day that an overview led to; null where a list is of something else. */
export function halfOf({ scope, filters: { part } }: Pick<Listing, "scope" | "filters">): Half | null {
  if (scope.kind !== "date" || scope.of === undefined || part === undefined) return null;
  const isWithin = (half: Half) => part.every((each) => halves[half].some((own) => own === each));
  return isWithin("daytime") ? "daytime" : isWithin("evening") ? "evening" : null;
}

/** The rows of a list under their headings: by what is on air tonight, else by day where there are several. */
export function formatRows(rows: readonly Listed[], scope: Scope, reader: ListReader): Html {
  const lines: Html[] = [];
  let last: string | null = null;
  for (const row of rows) {
    const heading = headingOf(row, scope, reader);
    if (heading !== null && heading !== last) lines.push(html`<b>${heading}</b>`);
    last = heading;
    lines.push(formatRow(row, scope, reader));
  }
  return joinLines(...lines);
}

/** The rows of what was found: a day that is that of all of them stands once, above them. */
export function formatFound(rows: readonly Listed[], reader: ListReader): Html {
  const { t, zone, now } = reader;
  const days = new Set(rows.map(({ startsAt, spansDays }) => (spansDays ? null : inZone(startsAt, zone).toISODate())));
  const [first] = rows;
  const isDaySaid = rows.length > 1 && days.size === 1 && !days.has(null);
  return joinLines(
    isDaySaid && first !== undefined ? html`<b>${capitalise(formatDay(first.startsAt, t, zone, now))}</b>` : null,
    ...rows.map((row) => formatRow(row, { kind: "search", isDaySaid }, reader)),
  );
}

/** Whether the rows of a list stand under headings: what is on air, or the day. */
export const hasHeadings = ({ kind }: Scope): boolean => kind === "home" || isArchive(kind) || isOverview(kind);

const isOverview = (kind: Scope["kind"]): boolean => overviews.some((each) => each === kind);

function headingOf(row: Listed, scope: Scope, { t, zone, now }: ListReader): string | null {
  switch (scope.kind) {
    case "home":
      return t(isOnAir(row, now) ? "list.on_air" : "list.streams");
    case "weekend":
    case "next_weekend":
    case "week":
    case "archive":
    case "archive_new":
    case "past":
    case "past_best":
      return capitalise(formatDay(row.startsAt, t, zone, now));
    default:
      return null;
  }
}

/** Characters of a row's title: a phone shows five rows with their buttons, whatever a source calls its events. */
const longest = { title: 44, place: 32 } as const;

/** Characters of the title of what a search found, which may be known by its end. */
const longestFound = { title: 100, place: 60 } as const;

/** The rows of a search; `isDaySaid`: the day stands above them. */
interface Found {
  kind: "search";
  isDaySaid?: boolean;
}

/** "19:00  «Богема» — Театр оперы, от 350 ₽ · через 25 мин" */
export function formatRow(row: Listed, scope: Scope | Found, reader: ListReader): Html {
  const { t } = reader;
  const most = scope.kind === "search" ? longestFound : longest;
  const place = placeOf(row, scope, t);
  const name = cutAtWord(row.title, most.title);
  const title = place === null ? name : t("list.title_and_place", { title: name, place: cutAtWord(place, most.place) });
  const way = scope.kind === "home" || scope.kind === "town" ? scope.kind : "both";
  const isBoth = row.attendanceMode === "mixed" && way === "both" && !row.isFreeOnline;
  const facts = [title, isBoth ? t("mode.online") : null, formatPrices(row, t, way)];
  const notes = [facts.filter((fact) => fact !== null).join(", "), ...notesOf(row, scope, reader)];
  return t.html("list.row", { time: timeOf(row, scope, reader), details: notes.join(" · ") });
}

/** Where it is, or that it is online; of what is seen from home neither matters. */
function placeOf(row: Listed, scope: Scope | Found, t: Translate): string | null {
  if (scope.kind === "home") return null;
  return row.attendanceMode === "online" || row.where === null ? modeOf(row, t) : row.where;
}

const modeOf = (row: Listed, t: Translate) => (row.attendanceMode === "on_site" ? null : t("mode.online"));

/**
 * The hour, or all of them; with the day, and then those of that day, where the list's name does not say it, or where it
 * began on another one; for what lasts, its last day.
 */
function timeOf(row: Listed, scope: Scope | Found, { t, zone, now }: ListReader): string {
  const day = (date: Date) => formatDay(date, t, zone, now);
  if (row.spansDays && isPermanent(row.endsAt)) return capitalise(t("date.permanent"));
  if (row.spansDays && row.startsAt <= now) return capitalise(t("list.until", { date: day(lastInstant(row)) }));
  const isOfYesterday = row.startsAt < now && now < row.endsAt && daysApart(row.startsAt, now, zone) > 0;
  const isFound = scope.kind === "near" || (scope.kind === "search" && !scope.isDaySaid);
  const saysDay = isFound || row.spansDays || isOfYesterday;
  // A row of what is near stands for a week, and an hour behind a day is taken for one of that day.
  const starts = row.starts.filter((start) => !saysDay || daysApart(start, row.startsAt, zone) === 0);
  const time = row.hasStartTime
    ? [...new Set(starts.map((start) => formatTime(start, zone)))].join(", ")
    : t("list.all_day");
  return saysDay ? capitalise(t("date.day_and_time", { day: day(row.startsAt), time })) : time;
}

/** When a row is, with its day: "Сб, 5 декабря, 18:00", "До 31 января" of what has begun and lasts. */
export const formatRowTime = (row: Listed, reader: ListReader): string => timeOf(row, { kind: "search" }, reader);

const daysApart = (from: Date, to: Date, zone: string) => daysBetween(inZone(from, zone), inZone(to, zone));

/** The label of a row's button without its title: the hour; nothing for what has none. */
export const formatRowHour = (row: Listed, zone: string): string | null =>
  row.hasStartTime && !row.spansDays ? formatTime(row.startsAt, zone) : null;

function notesOf(row: Listed, scope: Scope | Found, reader: ListReader): string[] {
  const { t, zone, now } = reader;
  const notes: string[] = [];
  if (row.status !== "scheduled") notes.push(t(`mark.${row.status}`));
  // A search finds what has been as well, for its recording; a day without a year would be taken for one to come.
  else if (scope.kind === "search" && row.endsAt <= now) notes.push(t("mark.over"));
  // Who is elsewhere watches by their own clock, and goes out by the city's.
  const own =
    row.attendanceMode === "on_site" || !row.hasStartTime || row.spansDays ? null : formatOwnTime(row.startsAt, reader);
  if (own !== null) notes.push(own);
  if (row.distance !== null) notes.push(formatDistance(row.distance, t));
  const soon = row.startsAt > now && row.startsAt.getTime() - now.getTime() < 3_600_000;
  const calledOff = row.status === "cancelled" || row.status === "postponed";
  const relative = soon && !calledOff ? formatRelative(row, t, zone, now) : null;
  if (relative !== null) notes.push(relative);
  return notes;
}
