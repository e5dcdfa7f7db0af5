import type { RecordProblem } from "../problem.ts";
import type { EventLines } from "./components.ts";
import { type ContentLine, unescapeText } from "./content-line.ts";
import { type CalendarTime, type CalendarTimes, parseDuration } from "./times.ts";

/** A VEVENT with its values read: a series, one date of it, or an event of its own. */
export interface VEvent {
  uid: string;
  title: string;
  text: string;
  /** Null: nothing is said, so that an exception has the place of its series. */
  location: string | null;
  url: string;
  conferences: string[];
  images: string[];
  categories: string[];
  isPrivate: boolean;
  isCancelled: boolean;
  geo: readonly [latitude: number, longitude: number] | null;
  start: CalendarTime | null;
  /** Why there is no start though something stands there. */
  badStart: RecordProblem | null;
  end: CalendarTime | null;
  /** Milliseconds. */
  duration: number | null;
  recurrenceId: CalendarTime | null;
  /** What is changed is changed for all that follow, too. */
  isForFuture: boolean;
  rules: string[];
  exrules: string[];
  rdates: (CalendarTime & { period?: string })[];
  exdates: CalendarTime[];
  /** The newer one counts. */
  sequence: number;
  /** When it was changed, as text that sorts. */
  changed: string;
  /** Why the event cannot be taken. */
  refused: RecordProblem | null;
  remarks: RecordProblem[];
}

const named = (lines: readonly ContentLine[], name: string): ContentLine[] =>
  lines.filter((line) => line.name === name);

/** Reads the properties of an event, each time in its own zone. `isAllCancelled`: the calendar takes back what it names. */
export function parseEvent({ lines, strays }: EventLines, times: CalendarTimes, isAllCancelled: boolean): VEvent {
  const remarks: RecordProblem[] = [];
  const text = (name: string): string => unescapeText(named(lines, name)[0]?.value ?? "");
  const timesOf = (name: string): (CalendarTime & { period?: string })[] | null => {
    const all = named(lines, name).map((line) => times.parse(line, remarks));
    return all.some((one) => one === null) ? null : all.flatMap((one) => one ?? []);
  };
  const [started] = named(lines, "DTSTART");
  const start = started === undefined ? null : (times.parse(started, remarks)?.[0] ?? null);
  const [rdates, exdates, ids] = [timesOf("RDATE"), timesOf("EXDATE"), timesOf("RECURRENCE-ID")];
  const end = timesOf("DTEND");
  const said = text("DURATION");
  const duration = said === "" ? null : parseDuration(said);
  if (end === null || (said !== "" && duration === null)) {
    const value = end === null ? (named(lines, "DTEND")[0]?.value ?? "") : said;
    remarks.push({ code: "bad_end_left_out", said: value.slice(0, 40) });
  }
  const status = text("STATUS").trim();
  if (/^tentative$/iu.test(status)) remarks.push({ code: "tentative" });
  const geo = text("GEO").split(";").map(Number);
  const [latitude = Number.NaN, longitude = Number.NaN] = geo;
  const description = text("DESCRIPTION");
  return {
    uid: text("UID").trim(),
    title: text("SUMMARY"),
    text: description.trim() === "" ? text("X-ALT-DESC") : description,
    location: named(lines, "LOCATION").length === 0 ? null : text("LOCATION"),
    url: text("URL"),
    conferences: named(lines, "CONFERENCE").map(({ value }) => value.trim()),
    images: [...named(lines, "IMAGE"), ...named(lines, "ATTACH")].filter(isImage).map(({ value }) => value.trim()),
    categories: named(lines, "CATEGORIES").flatMap(({ value }) => unescapeText(value).split(",")),
    isPrivate: /^(?:private|confidential)$/iu.test(text("CLASS").trim()),
    isCancelled: isAllCancelled || /^cancell?ed$/iu.test(status),
    geo: Number.isFinite(latitude) && Number.isFinite(longitude) ? [latitude, longitude] : null,
    start,
    badStart: started === undefined || start !== null ? null : { code: "bad_date", said: started.value.slice(0, 40) },
    end: end?.[0] ?? null,
    duration,
    recurrenceId: ids?.[0] ?? null,
    isForFuture: /^THISANDFUTURE$/iu.test(named(lines, "RECURRENCE-ID")[0]?.parameters.get("RANGE") ?? ""),
    rules: named(lines, "RRULE").map(({ value }) => value),
    exrules: named(lines, "EXRULE").map(({ value }) => value),
    rdates: rdates ?? [],
    exdates: exdates ?? [],
    sequence: Number(text("SEQUENCE")) || 0,
    changed: text("LAST-MODIFIED") || text("DTSTAMP"),
    refused: refusalOf(lines, strays, [rdates, exdates, ids]),
    remarks,
  };
}

/** A line that cannot be read costs its event: what stood there may have been anything. */
function refusalOf(
  lines: readonly ContentLine[],
  strays: readonly string[],
  dates: readonly unknown[],
): RecordProblem | null {
  if (lines.some((line) => line.isBroken)) return { code: "bad_encoding" };
  const [stray] = strays;
  if (stray !== undefined) return { code: "bad_line", said: stray };
  const names = ["RDATE", "EXDATE", "RECURRENCE-ID"];
  const bad = names.find((_, index) => dates[index] === null);
  if (bad === undefined) return null;
  return { code: "bad_line", said: `${bad}:${lines.find((line) => line.name === bad)?.value ?? ""}`.slice(0, 60) };
}

const isImage = ({ name, value, parameters }: ContentLine): boolean =>
  /^https?:/iu.test(value.trim()) &&
  (name === "IMAGE" ||
    /^image\//iu.test(parameters.get("FMTTYPE") ?? "") ||
    /\.(?:jpe?g|png|webp|gif)(?:\?|$)/iu.test(value.trim()));
