import { capitalise } from "../../words/capitalise.ts";
import { cutAtWord } from "../../words/cut.ts";
import { formatDistance } from "../../words/distance.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatPrice } from "../../words/price.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { formatPeriod } from "../../words/time/period.ts";
import { formatRelative } from "../../words/time/relative.ts";
import { lastInstant } from "../../words/time/when.ts";
import { isPermanent } from "../occurrence-end.ts";
import type { FilterGroup, Filters, Scope } from "./list-query.ts";
import { isOnAir, type Listed } from "./list-row.ts";
import { timeWindow } from "./time-window.ts";

/** In whose language, for which clock. */
export interface ListReader {
  t: Translate;
  zone: string;
  now: Date;
}

/** What a list is called: "Сегодня вечером · чт, 20 ноября". */
export function formatScope(scope: Scope, { t, zone, now }: ListReader): string {
  const { from, to } = timeWindow(scope, now, zone);
  switch (scope.kind) {
    case "tonight":
    case "today":
      return formatPeriod(scope.kind, { first: now, last: now }, t, zone, now);
    case "tomorrow":
    case "weekend":
      return formatPeriod(scope.kind, { first: from, last: new Date(to.getTime() - 1) }, t, zone, now);
    case "live":
      return formatPeriod("now", { first: now, last: now }, t, zone, now);
    case "date":
      return capitalise(formatDay(from, t, zone, now));
    case "near":
      return t("list.near", { radius: scope.radius });
    case "ongoing":
    case "archive":
      return t(`list.${scope.kind}`);
  }
}

/** The rows of a list under their headings: by what is on air tonight, else by day where there are several. */
export function formatRows(rows: readonly Listed[], scope: Scope, reader: ListReader): Html {
  const lines: Html[] = [];
  let last: string | null = null;
  for (const row of rows) {
    const heading = headingOf(row, scope, reader);
    if (heading !== null && heading !== last) lines.push(html`${last === null ? "" : "\n"}<b>${heading}</b>`);
    last = heading;
    lines.push(formatRow(row, scope, reader));
  }
  return joinLines(...lines);
}

function headingOf(row: Listed, scope: Scope, { t, zone, now }: ListReader): string | null {
  switch (scope.kind) {
    case "tonight":
      if (isOnAir(row, now)) return t("list.on_air");
      return t(row.attendanceMode === "on_site" ? "list.in_town" : "list.streams");
    case "weekend":
    case "archive":
      return capitalise(formatDay(row.startsAt, t, zone, now));
    default:
      return null;
  }
}

/** Of a row; a page of rows must fit a message whatever a source calls its events. */
const longest = { title: 160, place: 100 } as const;

/** "19:00  «Богема» — Театр оперы, от 350 ₽ · через 25 мин" */
export function formatRow(row: Listed, scope: Scope | { kind: "search" }, reader: ListReader): Html {
  const { t } = reader;
  const place = row.attendanceMode === "online" || row.where === null ? modeOf(row, t) : row.where;
  const name = cutAtWord(row.title, longest.title);
  const title =
    place === null ? name : t("list.title_and_place", { title: name, place: cutAtWord(place, longest.place) });
  const facts = [title, row.attendanceMode === "mixed" ? t("mode.online") : null, formatPrice(row, t)];
  const notes = [facts.filter((fact) => fact !== null).join(", "), ...notesOf(row, scope, reader)];
  return t.html("list.row", { time: timeOf(row, scope, reader), details: notes.join(" · ") });
}

const modeOf = (row: Listed, t: Translate) => (row.attendanceMode === "on_site" ? null : t("mode.online"));

/** The hour; with the day where the list's name does not say it; for what lasts, its last day. */
function timeOf(row: Listed, scope: Scope | { kind: "search" }, { t, zone, now }: ListReader): string {
  const day = (date: Date) => formatDay(date, t, zone, now);
  if (row.spansDays && isPermanent(row.endsAt)) return capitalise(t("date.permanent"));
  if (row.spansDays && row.startsAt <= now) return capitalise(t("list.until", { date: day(lastInstant(row)) }));
  const time = row.hasStartTime ? formatTime(row.startsAt, zone) : t("list.all_day");
  const saysDay = scope.kind === "near" || scope.kind === "search" || row.spansDays;
  return saysDay ? capitalise(t("date.day_and_time", { day: day(row.startsAt), time })) : time;
}

function notesOf(row: Listed, scope: Scope | { kind: "search" }, { t, zone, now }: ListReader): string[] {
  const notes: string[] = [];
  if (row.status !== "scheduled") notes.push(t(`mark.${row.status}`));
  // A search finds what has been as well, for its recording; a day without a year would be taken for one to come.
  else if (scope.kind === "search" && row.endsAt <= now) notes.push(t("mark.over"));
  if (row.distance !== null) notes.push(formatDistance(row.distance, t));
  const soon = row.startsAt > now && row.startsAt.getTime() - now.getTime() < 3_600_000;
  const calledOff = row.status === "cancelled" || row.status === "postponed";
  const relative = soon && scope.kind !== "archive" && !calledOff ? formatRelative(row, t, zone, now) : null;
  if (relative !== null) notes.push(relative);
  return notes;
}

/** The chosen value of a filter as a button or a line says it. */
export function formatFilter<G extends FilterGroup>(group: G, value: NonNullable<Filters[G]>, t: Translate): string {
  switch (group) {
    case "section":
      return t(`section.${value as NonNullable<Filters["section"]>}`);
    case "kind":
      return t(`filter.kind_value.${value as NonNullable<Filters["kind"]>}`);
    case "age":
      return t("age.rating", { age: String(value) });
    case "audience":
      return t(`audience.${value as NonNullable<Filters["audience"]>}`);
    case "accessibility":
      return t(`accessibility.short.${value as NonNullable<Filters["accessibility"]>}`);
    default:
      return t("filter.free");
  }
}
