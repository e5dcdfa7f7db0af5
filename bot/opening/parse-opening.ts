import { addDays, type Reading, weekdayOf } from "../when/days.ts";
import type { Span } from "../when/span.ts";
import type { OpeningHours, OpenSpan, OwnDays } from "./opening-hours.ts";
import { type OpeningDays, type OpeningItem, type OpeningValue, scanOpening } from "./scan-opening.ts";

/**
 * What has to be asked. `days`: of which days something was said; `hours`: what the hours of some days are; `twice`: a day
 * has two answers; `break`: on which days there is one; `date`: a date does not exist or may be two.
 */
export type UnclearHours = "days" | "hours" | "twice" | "break" | "date";

/** `unused`: where words stand that nothing was made of; they are to be asked about. */
export type ParsedHours =
  | { kind: "hours"; hours: OpeningHours; unused: Span[] }
  | { kind: "unclear"; what: UnclearHours; unused: Span[] };

/** Something said of some days. */
interface Group {
  days: OpeningDays[];
  values: OpeningValue[];
  breaks: OpenSpan[];
}

/**
 * Reads opening hours as people write them in Russian, Tatar and English: «вт–вс 10–18, чт до 20, пн выходной», "Tue–Sun
 * 10am–6pm", «дүшәмбедән башка көн саен 10–18». Days that nobody names are days off, unless hours stand without any day. The
 * caller bounds the length of the text.
 */
export function parseOpening(text: string, reading: Reading): ParsedHours {
  const { said, unused, isUnknownDay } = scanOpening(text, reading);
  const read = isUnknownDay ? "date" : readSaid(said);
  return typeof read === "string" ? { kind: "unclear", what: read, unused } : { kind: "hours", hours: read, unused };
}

const isDays = (said: OpeningItem | undefined): said is OpeningDays =>
  said?.kind === "weekdays" || said?.kind === "holidays" || said?.kind === "dates";
const isValue = (said: OpeningItem | undefined): said is OpeningValue =>
  said?.kind === "hours" || said?.kind === "closed" || said?.kind === "until" || said?.kind === "from";

function readSaid(all: readonly OpeningItem[]): OpeningHours | UnclearHours {
  const said = withDaysOff(withoutApart(all));
  const grouped = group(said);
  return typeof grouped === "string" ? grouped : settle(grouped);
}

/** «дүшәмбедән башка» is "except on Monday". */
function withoutApart(said: readonly OpeningItem[]): OpeningItem[] {
  const result: OpeningItem[] = [];
  for (const one of said) {
    if (one.kind !== "apart") {
      result.push(one);
      continue;
    }
    let at = result.length;
    const isNamed = (each: OpeningItem | undefined) =>
      isDays(each) && (each.kind !== "weekdays" || each.weekdays.length < 7);
    while (isNamed(result[at - 1])) at -= 1;
    result.splice(at, 0, { kind: "except" });
  }
  return result;
}

/** «выходные» are days off beside other days, and Saturday and Sunday beside hours. */
function withDaysOff(said: readonly OpeningItem[]): OpeningItem[] {
  return said.map((one, at): OpeningItem => {
    if (one.kind !== "weekdays" || !one.isWeekend) return one;
    const [before, next] = [said[at - 1], said[at + 1]];
    if (isValue(next) || next?.kind === "holidays") return one;
    return isDays(before) || next?.kind === "weekdays" ? { kind: "closed" } : one;
  });
}

/** Brings what was said together with the days of which it was said, which stand before it or behind. */
function group(said: readonly OpeningItem[]): Group[] | UnclearHours {
  const groups: Group[] = [];
  let waiting: Group | null = null;
  for (let at = 0; at < said.length; ) {
    const one = said[at];
    if (one?.kind === "except" || isDays(one)) {
      const isExcept = one.kind === "except";
      const days = runOf(said, isExcept ? at + 1 : at, isDays);
      const behind = at + (isExcept ? 1 : 0) + days.length;
      const isOpen = isValue(said[behind]);
      if (isExcept || (waiting !== null && isClosed(waiting) && isOpen)) {
        if (days.length === 0) return "days";
        // "closed Mon, Tue–Sun 10–18": the last days have hours of their own.
        const own = isOpen && days.length > 1 ? days.length - 1 : days.length;
        if (!isExcept && own === days.length) return "days";
        groups.push({ days: days.slice(0, own), values: [{ kind: "closed" }], breaks: [] });
        if (!isExcept) waiting = null;
        at = behind - (days.length - own);
        // «ежедневно, кроме пн, 10–18»: the hours are those of the days before.
        const bare = groups.findLast(({ values }) => values.length === 0);
        if (isExcept && bare !== undefined && own === days.length) {
          bare.values = valuesAt(said, at);
          at += bare.values.length;
        }
        continue;
      }
      const values = valuesAt(said, behind);
      if (values.length > 0) {
        if (waiting !== null && !addDefault(groups, waiting)) return "twice";
        waiting = null;
        groups.push({ days, values, breaks: [] });
      } else if (waiting !== null) {
        groups.push({ ...waiting, days });
        waiting = null;
      } else groups.push({ days, values: [], breaks: [] });
      at = behind + values.length;
    } else if (isValue(one)) {
      const values = valuesAt(said, at);
      // "10–18, closed on Mondays": the first is said of every other day.
      if (waiting !== null && !addDefault(groups, waiting)) return "twice";
      waiting = { days: [], values, breaks: [] };
      at += values.length;
    } else if (one?.kind === "break") {
      const open = [...groups, ...(waiting === null ? [] : [waiting])].filter((each) => !isClosed(each));
      if (open.length !== 1) return "break";
      open[0]?.breaks.push(one.span);
      at += 1;
    } else at += 1;
  }
  if (waiting !== null && !addDefault(groups, waiting)) return "twice";
  return groups.some(({ values }) => values.length === 0) ? "hours" : groups;
}

const isClosed = ({ values }: Group): boolean => values.every(({ kind }) => kind === "closed");

function runOf<T extends OpeningItem>(
  said: readonly OpeningItem[],
  at: number,
  is: (one: OpeningItem | undefined) => one is T,
): T[] {
  const run: T[] = [];
  for (let one = said[at]; is(one); one = said[at + run.length]) run.push(one);
  return run;
}

/** What is said together: hours, or that it is closed. */
function valuesAt(said: readonly OpeningItem[], at: number): OpeningValue[] {
  const run = runOf(said, at, isValue);
  if (run[0]?.kind === "closed") return run.slice(0, 1);
  const off = run.findIndex(({ kind }) => kind === "closed");
  return off < 0 ? run : run.slice(0, off);
}

/** Hours without days are those of every day that is not named; false where there are two of them. */
function addDefault(groups: Group[], waiting: Group): boolean {
  if (groups.some(({ days }) => days.length === 0)) return false;
  groups.unshift(waiting);
  return true;
}

/** What is known of one weekday so far, and how many weekdays were named along with it. */
interface Known {
  spans: OpenSpan[];
  breadth: number;
}

function settle(groups: readonly Group[]): OpeningHours | UnclearHours {
  const week = new Map<number, Known>();
  for (const { days, values, breaks } of groups) {
    const named = days.flatMap((each) => (each.kind === "weekdays" ? each.weekdays : []));
    const weekdays = days.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : [...new Set(named)];
    const breadth = days.length === 0 ? 8 : weekdays.length;
    if (days.length === 0 && isClosed({ days, values, breaks })) return "days";
    for (const weekday of weekdays) {
      const before = week.get(weekday);
      const spans = spansOf({ values, breaks }, before?.spans);
      if (typeof spans === "string") return spans;
      const isSame = JSON.stringify(before?.spans) === JSON.stringify(spans);
      const isChange = values.some(({ kind }) => kind === "until" || kind === "from") && before !== undefined;
      if (before === undefined || before.breadth > breadth || isChange || isSame) week.set(weekday, { spans, breadth });
      // What was said of fewer days counts; of as many it is said twice.
      else if (before.breadth === breadth) return "twice";
    }
  }
  if (week.size === 0) return "days";
  const usual = [1, 2, 3, 4, 5, 6, 7].map((weekday) => week.get(weekday)?.spans ?? []);
  const aside = settleAside(groups, usual);
  return typeof aside === "string" ? aside : { week: usual, ...aside };
}

/** Holidays and dates, which may be told by the hours of the week: «31 декабря до 16». */
function settleAside(
  groups: readonly Group[],
  usual: readonly OpenSpan[][],
): Pick<OpeningHours, "holidays" | "days"> | UnclearHours {
  let holidays: OpenSpan[] | null = null;
  const own: OwnDays[] = [];
  for (const group of groups) {
    const depends = group.values.some(({ kind }) => kind === "until" || kind === "from");
    for (const each of group.days) {
      if (each.kind === "holidays") {
        const spans = spansOf(group, undefined);
        if (typeof spans === "string") return spans;
        if (holidays !== null) return "twice";
        holidays = spans;
      } else if (each.kind === "dates") {
        const pieces = depends ? singleDays(each) : [each];
        for (const { first, last } of pieces) {
          const spans = spansOf(group, usual[weekdayOf(first) - 1]);
          if (typeof spans === "string") return spans;
          own.push({ first, last, spans });
        }
      }
    }
  }
  return { holidays, days: own };
}

const singleDays = ({ first, last }: { first: string; last: string }): { first: string; last: string }[] => {
  const days: { first: string; last: string }[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) days.push({ first: date, last: date });
  return days;
};

/** The spans that values make, with `before` as the hours that a new end or beginning is told of. */
function spansOf({ values, breaks }: Omit<Group, "days">, before: OpenSpan[] | undefined): OpenSpan[] | UnclearHours {
  const own = values.flatMap((value) => (value.kind === "hours" ? [value.span] : []));
  const isOff = values.some(({ kind }) => kind === "closed");
  if (isOff) return values.length === 1 ? [] : "twice";
  const usual = own.length > 0 ? own : before;
  let spans = usual?.map((each) => ({ ...each })) ?? [];
  for (const value of values) {
    if (value.kind !== "until" && value.kind !== "from") continue;
    const edge = value.kind === "until" ? spans.at(-1) : spans[0];
    if (edge === undefined) return "hours";
    if (value.kind === "from") edge.from = value.minutes;
    else edge.until = value.minutes <= edge.from ? value.minutes + 1440 : value.minutes;
  }
  for (const each of breaks) spans = spans.flatMap((span) => without(span, each));
  spans.sort((one, other) => one.from - other.from);
  const isRight = spans.every(
    ({ from, until }, at) => until > from && until - from <= 1440 && from >= (spans[at - 1]?.until ?? 0),
  );
  return isRight ? spans : "hours";
}

/** A span without a break in its middle. */
const without = (span: OpenSpan, pause: OpenSpan): OpenSpan[] =>
  pause.from > span.from && pause.until < span.until
    ? [
        { from: span.from, until: pause.from },
        { from: pause.until, until: span.until },
      ]
    : [span];
