import { DateTime } from "luxon";
import type { EventDraft } from "../../bot/programme/event.ts";
import { demoCourses } from "../../prisma/seed/courses/demo-courses.ts";
import { demoCity } from "../../prisma/seed/demo-city.ts";
import { institutions } from "../../prisma/seed/institutions.ts";
import { places } from "../../prisma/seed/places.ts";
import { plain } from "./plain.ts";
import type { FacetsAsked } from "./saying.ts";

/** An event of the demo city, or a course. */
export interface DemoRecordShown {
  /** In all languages, plain. */
  titles: readonly string[];
  event: EventDraft | null;
}

/** When and where somebody looks. */
export interface Moment {
  now: Date;
  timeZone: string;
}

/** All that the demo city can show, the longest titles first. */
export function demoRecords({ now, timeZone }: Moment): DemoRecordShown[] {
  const titles = (texts: Record<string, { title: string } | undefined>) =>
    Object.values(texts).flatMap((text) => (text === undefined ? [] : [plain(text.title)]));
  return [
    ...demoCity(now, timeZone).map(({ draft }) => ({ titles: titles(draft.texts), event: draft })),
    ...demoCourses(now, timeZone).map(({ texts }) => ({ titles: titles(texts), event: null })),
  ];
}

/** Whether an event has these facets on one of its dates. */
export function hasFacets(event: EventDraft, asked: FacetsAsked, moment: Moment): boolean {
  return hasTraits(event, asked) && event.occurrences.some((date) => isAsked(date, asked, moment, isPast(asked)));
}

/** Recordings are of what is over. */
const isPast = (asked: FacetsAsked): boolean =>
  asked.recording === true || (asked.day === undefined && asked.coming === undefined);

const list = <T>(value: T | readonly T[] | undefined): readonly T[] | null =>
  value === undefined ? null : Array.isArray(value) ? value : [value as T];

function hasTraits(event: EventDraft, asked: FacetsAsked): boolean {
  const isStreamed = event.attendanceMode !== "on_site";
  const names = (found: Record<string, { origin: string }>, origin: string | undefined) =>
    Object.entries(found).flatMap(([name, one]) => (one.origin === origin ? [name, one.origin.slice(5)] : []));
  const at = new Set([
    ...names(institutions, event.institution?.origin),
    ...event.occurrences.flatMap(({ place }) => names(places, place?.origin)),
  ]);
  const titles = Object.values(event.texts).map((text) => plain(text?.title ?? ""));
  const isFit: (boolean | undefined)[] = [
    list(asked.section)?.includes(event.section),
    list(asked.at)?.some((name) => at.has(name)),
    asked.of?.some((piece) => titles.some((title) => title.includes(plain(piece)))),
    asked.free && event.isFree,
    asked.priceTo === undefined
      ? undefined
      : event.isFree || isStreamed || (event.priceMin ?? Number.POSITIVE_INFINITY) <= asked.priceTo,
    asked.online && isStreamed,
    asked.onSite && event.attendanceMode !== "online",
    asked.heldIn === undefined ? undefined : event.heldIn === asked.heldIn,
    list(asked.audience)?.some((audience) => event.audiences?.some((own) => own === audience)),
    asked.access === undefined ? undefined : (event.accessibility?.some((own) => own === asked.access) ?? false),
    asked.ageTo === undefined ? undefined : (event.ageMin ?? 0) <= asked.ageTo,
    asked.recording && (event.links?.some(({ kind }) => kind === "recording") ?? false),
  ];
  return isFit.every((fits) => fits !== false);
}

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const evening = 17;

function isAsked(
  { startsAt, endsAt }: EventDraft["occurrences"][number],
  asked: FacetsAsked,
  { now, timeZone }: Moment,
  mayBeOver: boolean,
): boolean {
  const start = DateTime.fromJSDate(startsAt, { zone: timeZone });
  const end = endsAt ? DateTime.fromJSDate(endsAt, { zone: timeZone }) : start.plus({ hours: 3 });
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const isLong = end.diff(start, "hours").hours > 24;
  if (!mayBeOver && end <= local) return false;
  if (asked.day !== undefined && !isOnDay(asked.day, { start, end, isLong }, local)) return false;
  if (asked.part !== undefined && !isInPart(asked.part, start.hour, isLong)) return false;
  if (asked.after !== undefined && (isLong || (start.hour < asked.after && start.hour >= 4))) return false;
  return asked.before === undefined || isLong || start.hour < asked.before;
}

function isInPart(part: NonNullable<FacetsAsked["part"]>, hour: number, isLong: boolean): boolean {
  switch (part) {
    case "morning":
      return isLong || (hour >= 4 && hour < 12);
    case "afternoon":
      return isLong || (hour >= 11 && hour < 18);
    case "evening":
      return !isLong && (hour >= evening || hour < 4);
    case "night":
      return !isLong && (hour >= 21 || hour < 4);
  }
}

function isOnDay(day: string, date: { start: DateTime; end: DateTime; isLong: boolean }, now: DateTime): boolean {
  const today = now.startOf("day");
  const [first, last] = daysOf(day, today);
  const { start, end, isLong } = date;
  if (day === "tonight") {
    const until = today.plus({ days: 1, hours: 4 });
    return !isLong && start < until && end > DateTime.max(now, today.set({ hour: evening }));
  }
  if (day === "sat+") return [0, 7].some((days) => overlaps(date, weekdayAfter(today, 6).plus({ days }), 1));
  // On a Sunday evening, "on Sunday morning" is the next one.
  const isWeekday = weekdays.includes(day) && first.equals(today);
  if (isWeekday && start >= first.plus({ days: 7 }) && start < first.plus({ days: 8 })) return true;
  const count = last.diff(first, "days").days + 1;
  // What goes on now counts for today, whenever it began.
  return isLong || first <= today ? overlaps(date, first, count) : start >= first && start < last.plus({ days: 1 });
}

const overlaps = ({ start, end }: { start: DateTime; end: DateTime }, first: DateTime, days: number): boolean =>
  start < first.plus({ days }) && end > first;

const weekdayAfter = (today: DateTime, weekday: number): DateTime =>
  today.plus({ days: (weekday - today.weekday + 7) % 7 });

/** First and last day. */
function daysOf(day: string, today: DateTime): [DateTime, DateTime] {
  const one = (first: DateTime, days = 1): [DateTime, DateTime] => [first, first.plus({ days: days - 1 })];
  const weekday = weekdays.indexOf(day);
  if (weekday >= 0) return one(weekdayAfter(today, weekday + 1));
  const month = /^m(\d+)$/.exec(day);
  if (month !== null) {
    const start = DateTime.max(today, yearOf(today, Number(month[1]), 1).startOf("month"));
    return [start, start.endOf("month").startOf("day")];
  }
  const date = /^(\d\d)-(\d\d)$/.exec(day);
  if (date !== null) return one(yearOf(today, Number(date[1]), Number(date[2])));
  const monday = today.startOf("week");
  switch (day) {
    case "tomorrow":
      return one(today.plus({ days: 1 }));
    case "dayAfter":
      return one(today.plus({ days: 2 }));
    case "weekend":
      return today.weekday === 7 ? one(today) : one(monday.plus({ days: 5 }), 2);
    case "nextWeekend":
      return one(monday.plus({ days: 12 }), 2);
    case "week":
      return one(today, 8);
    case "nextWeek":
      return one(monday.plus({ days: 7 }), 7);
    case "inWeek":
      return one(today.plus({ days: 7 }));
    case "today":
    case "tonight":
    case "sat+":
      return one(today);
    default:
      throw new Error(`There is no day "${day}".`);
  }
}

/** A date without its year is the next one. */
function yearOf(today: DateTime, month: number, day: number): DateTime {
  const date = today.set({ month, day });
  return date.endOf(day === 1 ? "month" : "day") < today ? date.plus({ years: 1 }) : date;
}
