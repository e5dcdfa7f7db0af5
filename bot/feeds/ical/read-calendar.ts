import { DateTime } from "luxon";
import { fold } from "../../text/fold.ts";
import type { FeedOptions, FeedRecord, FeedSource } from "../feed-format.ts";
import { FeedError, type RecordProblem } from "../problem.ts";
import { openDocument } from "../source/open-source.ts";
import { decodeText } from "../text/decode.ts";
import { checkCalendar } from "./check-calendar.ts";
import { parseComponents } from "./components.ts";
import { unfoldBytes } from "./content-line.ts";
import { parseEvent, type VEvent } from "./event.ts";
import { datesOfEvent, type WantedDates } from "./event-dates.ts";
import type { CalendarRecord } from "./record.ts";
import { CalendarTimes } from "./times.ts";
import { zoneNamed } from "./zones.ts";

const mostBytes = 10_000_000;
/** Rules are followed so far ahead, in months. */
const monthsAhead = 12;
/** Days that all rules of a file look at together: 5,000 weekly ones of a year have 2 million. */
const usualSteps = 10_000_000;

/**
 * Reads the events of an iCalendar file (RFC 5545), rules of repetition followed for a year ahead, exceptions applied.
 * Dates of rules begin with the running month, so that an unchanged calendar is an unchanged record for that long. Throws a
 * `FeedError` when all rules together look at more days than `steps`.
 */
export async function* readCalendar(
  source: FeedSource,
  options: FeedOptions,
  steps = usualSteps,
): AsyncGenerator<FeedRecord> {
  const bytes = yield* openDocument(source, options, mostBytes);
  if (bytes === null) return;
  const { text, fallback } = decodeText(unfoldBytes(bytes));
  checkCalendar(text);
  const calendars = parseComponents(text);
  if (fallback !== null) yield { kind: "remark", problem: { code: "other_encoding", said: fallback } };
  const { default: ical } = await import("ical.js");
  const from = DateTime.fromJSDate(options.now, { zone: options.timeZone }).startOf("month");
  const until = from.plus({ months: monthsAhead + 1 }).toMillis() - 1;
  const city = zoneNamed(options.timeZone);
  const wanted: WantedDates = { from: from.toMillis(), until, city, budget: { steps } };
  for (const calendar of calendars) {
    const times = new CalendarTimes(ical, calendar, city);
    const isCancelled = /^CANCEL$/iu.test(calendar.properties.get("METHOD") ?? "");
    const events = calendar.events.map((lines) => parseEvent(lines, times, isCancelled));
    for (const group of groupsOf(events)) yield { kind: "record", value: recordOf(group, wanted) };
  }
}

/** The VEVENTs that make one event: a series and its exceptions, each in its newest version. */
interface Group {
  id: string;
  master: VEvent;
  exceptions: VEvent[];
  remarks: RecordProblem[];
}

/**
 * Events by UID; of versions of one the newest. Several that share a UID and have other titles are events of their own, known by
 * UID and title; one without a UID is known by title and date.
 */
function* groupsOf(events: readonly VEvent[]): Generator<Group> {
  for (const [uid, all] of Map.groupBy(events, (event) => event.uid || `${fold(event.title)} ${startOf(event)}`)) {
    const remarks: RecordProblem[] = all[0]?.uid === "" ? [{ code: "no_uid" }] : [];
    const series = [...Map.groupBy(all.filter(isOwn), (event) => fold(event.title)).values()];
    const exceptions = newest(
      all.filter((event) => !isOwn(event)),
      startOfId,
    );
    if (series.length === 0) {
      // Exceptions whose series is not there are dates all the same.
      const byTitle = [...Map.groupBy(exceptions, (event) => fold(event.title)).values()];
      for (const [index, [first, ...others]] of byTitle.entries()) {
        const id = byTitle.length > 1 ? idOf(uid, first, index) : uid;
        if (first) yield { id, master: { ...first, recurrenceId: null }, exceptions: others, remarks };
      }
      continue;
    }
    const shared: RecordProblem[] = series.length > 1 ? [...remarks, { code: "shared_uid" }] : remarks;
    for (const [index, versions] of series.entries()) {
      const [master, ...others] = versionsOf(versions);
      if (!master) continue;
      const own = index === 0 ? exceptions : [];
      yield {
        id: series.length > 1 ? idOf(uid, master, index) : uid,
        master,
        exceptions: [...others, ...own],
        remarks: shared,
      };
    }
  }
}

const isOwn = ({ recurrenceId }: VEvent): boolean => recurrenceId === null;
const startOf = ({ start }: VEvent): string => (start === null ? "" : new Date(start.wall).toISOString());
const startOfId = ({ recurrenceId }: VEvent): string =>
  recurrenceId === null ? "" : String(recurrenceId.zone.toInstant(recurrenceId.wall));
const idOf = (uid: string, event: VEvent | undefined, index: number): string =>
  `${uid} ${event ? fold(event.title) : index}`;

/**
 * Of one title and UID: the newest where a version is said, else each start once, the first as the event and the others as
 * dates of it.
 */
function versionsOf(events: readonly VEvent[]): VEvent[] {
  const isVersioned = new Set(events.map(({ sequence, changed }) => `${sequence} ${changed}`)).size > 1;
  return isVersioned ? newest(events, () => "") : newest(events, startOf);
}

/** Keeps one entry of each key: that with the highest sequence, else the last change, else the last in the file. */
function newest(events: readonly VEvent[], key: (event: VEvent) => string): VEvent[] {
  const found = new Map<string, VEvent>();
  for (const event of events) {
    const other = found.get(key(event));
    const isOlder =
      other !== undefined &&
      (event.sequence < other.sequence || (event.sequence === other.sequence && event.changed < other.changed));
    if (!isOlder) found.set(key(event), event);
  }
  return [...found.values()];
}

function recordOf({ id, master, exceptions, remarks }: Group, wanted: WantedDates): CalendarRecord {
  const refused = master.refused ?? exceptions.find((one) => one.refused !== null)?.refused;
  const read = datesOfEvent(master, exceptions, wanted);
  if (read.kind === "spent") throw new FeedError({ code: "too_slow" });
  const titles = exceptions.filter(({ title }) => title !== "" && fold(title) !== fold(master.title));
  const problem = refused ?? (read.kind === "refused" ? read.problem : undefined);
  return {
    uid: id,
    title: master.title,
    text: master.text,
    location: master.location ?? "",
    url: master.url,
    conferences: master.conferences,
    images: master.images,
    categories: master.categories,
    isPrivate: master.isPrivate,
    ...(master.geo && { latitude: master.geo[0], longitude: master.geo[1] }),
    dates: read.kind === "dates" ? read.dates : [],
    ...(problem && { refused: problem }),
    remarks: [
      ...remarks,
      ...master.remarks,
      ...exceptions.flatMap((one) => one.remarks),
      ...(read.kind === "dates" ? read.remarks : []),
      ...titles.map(({ title }) => ({ code: "other_title" as const, said: title.slice(0, 100) })),
    ],
  };
}
