import type ICAL from "ical.js";
import { DateTime, IANAZone } from "luxon";
import type { FeedOptions, FeedRecord, FeedSource } from "../feed-format.ts";
import { FeedError } from "../problem.ts";
import { readWhole } from "../source/open-source.ts";
import { checkCalendar } from "./check-calendar.ts";
import { checkZones, countExceptions, hasAnyDate, mostExceptions, rulesOf } from "./check-rules.ts";
import type { CalendarDate, CalendarRecord } from "./record.ts";

const mostBytes = 10_000_000;
/** Rules are followed so far ahead, in months. */
const monthsAhead = 12;
/** Dates of one event, and steps of its rule: one that is counted is followed from its first date on. */
const mostDates = 500;
const mostSteps = 10_000;
/** Rules of one event; RFC 5545 wants one. */
const mostRules = 10;
/** Steps of all rules of a file together: 5,000 weekly ones have 300,000 for their year. */
const usualSteps = 400_000;

/**
 * Reads the events of an iCalendar file (RFC 5545), rules of repetition followed for a year ahead, exceptions applied.
 * Dates of rules begin with the running month, so that an unchanged calendar is an unchanged record for that long. Throws a
 * `FeedError` when all rules together take more than `steps`.
 */
export async function* readCalendar(
  source: FeedSource,
  options: FeedOptions,
  steps = usualSteps,
): AsyncGenerator<FeedRecord> {
  const text = new TextDecoder("utf-8").decode(await readWhole(source, options, mostBytes));
  checkCalendar(text);
  const { default: ical } = await import("ical.js");
  const calendars = parseCalendars(ical, text);
  const budget = { steps };
  for (const calendar of calendars) {
    checkZones(calendar);
    const groups = Map.groupBy(calendar.getAllSubcomponents("vevent"), (event) => textOf(event, "uid"));
    for (const [uid, events] of groups) {
      try {
        yield { kind: "record", value: readEvent(ical, uid, events, { ...options, budget }) };
      } catch (error) {
        if (error instanceof FeedError) throw error;
        yield { kind: "unreadable", problem: { code: "unreadable", detail: `${uid}: ${sentence(error)}` } };
      }
    }
  }
}

function parseCalendars(ical: typeof ICAL, text: string): ICAL.Component[] {
  try {
    const parsed: unknown[] = ical.parse(text);
    // Several calendars come as a list of lists.
    const roots = Array.isArray(parsed[0]) ? parsed : [parsed];
    return roots.map((root) => new ical.Component(root as unknown[]));
  } catch (error) {
    throw new FeedError({ code: "no_calendar", detail: sentence(error) }, { cause: error });
  }
}

/** What an event is read with; `budget` counts down over the whole file. */
interface Reading extends FeedOptions {
  budget: { steps: number };
}

function readEvent(ical: typeof ICAL, uid: string, events: ICAL.Component[], options: Reading): CalendarRecord {
  const master = events.find((event) => !event.hasProperty("recurrence-id")) ?? events[0];
  if (master === undefined) throw new Error("it is empty");
  const exceptions = events.filter((event) => event !== master);
  const read = (name: string): string => textOf(master, name);
  const geo: unknown = master.getFirstPropertyValue("geo");
  return {
    uid,
    title: read("summary"),
    text: read("description"),
    location: read("location"),
    url: read("url") || read("conference"),
    categories: master.getAllProperties("categories").flatMap((property) => property.getValues().map(String)),
    isPrivate: /^(?:private|confidential)$/iu.test(read("class")),
    ...(Array.isArray(geo) && { latitude: Number(geo[0]), longitude: Number(geo[1]) }),
    ...readDates(ical, master, exceptions, options),
  };
}

function readDates(
  ical: typeof ICAL,
  master: ICAL.Component,
  exceptions: ICAL.Component[],
  options: Reading,
): { dates: CalendarDate[]; isTooOften: boolean } {
  if (countExceptions(master, exceptions) > mostExceptions) return { dates: [], isTooOften: true };
  const event = new ical.Event(master, { strictExceptions: false, exceptions });
  if (!event.startDate) return { dates: [], isTooOften: false };
  const known = { event: master, options };
  if (!event.isRecurring()) {
    const own = dateOf(known, event.startDate, event.endDate, textOf(master, "status"));
    const others = exceptions.map((exception) => {
      const other = new ical.Event(exception);
      return dateOf({ event: exception, options }, other.startDate, other.endDate, textOf(exception, "status"));
    });
    return { dates: [own, ...others], isTooOften: false };
  }
  const rules = rulesOf(master);
  // Nothing in a programme repeats by the minute, and a step a second leads nowhere.
  if (rules.some(({ freq }) => /^(?:SECONDLY|MINUTELY|HOURLY)$/u.test(freq))) return { dates: [], isTooOften: true };
  const { startDate } = event;
  if (rules.length > mostRules || !rules.every((rule) => hasAnyDate(rule, startDate)))
    return { dates: [], isTooOften: rules.length > mostRules };
  return { dates: expand(event, known), isTooOften: false };
}

interface Known {
  event: ICAL.Component;
  options: Reading;
}

function expand(event: ICAL.Event, known: Known): CalendarDate[] {
  const { now, timeZone } = known.options;
  const from = DateTime.fromJSDate(now, { zone: timeZone }).startOf("month");
  const until = from.plus({ months: monthsAhead + 1 });
  const dates: CalendarDate[] = [];
  const iterator = event.iterator(startNear(event, from));
  for (let step = 0; step < mostSteps && dates.length < mostDates; step += 1) {
    known.options.budget.steps -= 1;
    if (known.options.budget.steps < 0) throw new FeedError({ code: "too_slow" });
    const next = iterator.next();
    if (!next) break;
    const announced = instant(known, next);
    if (announced >= until.toJSDate()) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    const date = dateOf(known, startDate, endDate, textOf(item.component, "status"));
    if (new Date(date.startsAt) < from.toJSDate()) continue;
    const hasMoved = announced.toISOString() !== date.startsAt;
    dates.push(hasMoved ? { ...date, previousStartsAt: announced.toISOString() } : date);
  }
  return dates;
}

/**
 * Where to begin: a rule by days or weeks that is not counted is the same from any of its steps on, and one of the year 2000
 * has 9,000 of them behind it. The same hour, so many whole steps later, and some weeks before what is wanted.
 */
function startNear(event: ICAL.Event, from: DateTime): ICAL.Time {
  const start = event.startDate.clone();
  const [rule, ...others] = rulesOf(event.component);
  const isPlain = others.length === 0 && !event.component.hasProperty("rdate") && rule?.count === null;
  if (rule === undefined || !isPlain || (rule.freq !== "DAILY" && rule.freq !== "WEEKLY")) return start;
  const stride = Math.max(1, rule.interval) * (rule.freq === "DAILY" ? 1 : 7);
  const first = DateTime.utc(start.year, start.month, start.day);
  const ahead = Math.floor((from.diff(first, "days").days - 60) / stride);
  if (ahead > 0) start.adjust(ahead * stride, 0, 0, 0);
  return start;
}

function dateOf(known: Known, start: ICAL.Time, end: ICAL.Time | null, status: string): CalendarDate {
  const startsAt = instant(known, start);
  const endsAt = end ? instant(known, end) : startsAt;
  // An all-day event ends at the midnight after it; of a single day that says nothing.
  const isLonger = endsAt.getTime() - startsAt.getTime() > (start.isDate ? 26 * 3_600_000 : 0);
  return {
    startsAt: startsAt.toISOString(),
    ...(isLonger && { endsAt: endsAt.toISOString() }),
    hasStartTime: !start.isDate,
    isCancelled: /^cancelled$/iu.test(status),
  };
}

/** By the zone's IANA name where it has one, by the calendar's own table where not, and in the city's zone where none is said. */
function instant({ event, options }: Known, time: ICAL.Time): Date {
  const parameter = event.getFirstProperty("dtstart")?.getFirstParameter("tzid");
  const zone = typeof parameter === "string" ? parameter.replace(/^\/.*?\/(?=[A-Z])/u, "") : "";
  const { year, month, day, hour, minute, second } = time;
  if (time.zone?.tzid === "UTC") return time.toJSDate();
  if (!IANAZone.isValidZone(zone) && time.zone?.component && !time.isDate) return time.toJSDate();
  const local = { year, month, day, ...(time.isDate ? {} : { hour, minute, second }) };
  const date = DateTime.fromObject(local, { zone: IANAZone.isValidZone(zone) ? zone : options.timeZone });
  if (!date.isValid) throw new Error(`${String(time)} is no time`);
  return date.toJSDate();
}

const textOf = (component: ICAL.Component, name: string): string => {
  const value: unknown = component.getFirstPropertyValue(name);
  return value === null || value === undefined ? "" : String(value);
};

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);
