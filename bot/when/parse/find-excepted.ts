import { type Reading, resolveDay, weekdayOf } from "../days.ts";
import { readHours } from "../hours.ts";
import { readDays } from "../statement/read-days.ts";
import { hasCue, isAnd, isMark, type Token, wordAt } from "../tokens.ts";
import { readWeekdays } from "../weekdays.ts";
import { daysBetween } from "./parse-dates.ts";

/** Days of a text on which its event is not. */
export interface Excepted {
  /** ISO dates. */
  days: ReadonlySet<string>;
  /** ISO weekdays, 1 is Monday. */
  weekdays: ReadonlySet<number>;
  /** The tokens of the text without those that say so. */
  left: Token[];
}

/** A house, or its desk, is shut: no event is told of. Other words behind a day say that the event is off. */
const shut = /^(?:выходн|закрыт|не работа|closed|ябык|эшләми|эшлами|ял)/u;

/** Finds the days that are left out: «кроме 31 дек. и 1 янв.», «1 гыйнвардан тыш», "closed Mondays and 1 January". */
export function findExcepted(tokens: readonly Token[], reading: Reading): Excepted {
  const days = new Set<string>();
  const weekdays = new Set<number>();
  const left: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const run = exceptedAt(tokens, at, reading);
    // Days that stand together are read once.
    if (!run?.isLeftOut) {
      const next = run?.next ?? at + 1;
      left.push(...tokens.slice(at, next));
      at = next;
      continue;
    }
    for (const day of run.days) days.add(day);
    for (const weekday of run.weekdays) weekdays.add(weekday);
    at = run.next;
  }
  return { days, weekdays, left };
}

export const isExcepted = (day: string, { days, weekdays }: Excepted): boolean =>
  days.has(day) || weekdays.has(weekdayOf(day));

interface Run {
  days: string[];
  weekdays: number[];
  /** Whether something says so beside them. */
  isLeftOut: boolean;
  next: number;
}

function exceptedAt(tokens: readonly Token[], at: number, reading: Reading): Run | null {
  const isLed = hasCue(tokens, at, "except") || isShut(tokens, at);
  const run = runAt(tokens, isLed ? skipLead(tokens, at + 1) : at, reading);
  if (run === null) return null;
  // "… but 5 December at 3 pm": with an hour of its own it is no day left out.
  if (isLed) return { ...run, isLeftOut: !hasHour(tokens, run.next) || isShut(tokens, at) };
  const behind = isMark(tokens, run.next, "dash") ? run.next + 1 : run.next;
  return isTatarApart(tokens, behind) || isShut(tokens, behind) ? { ...run, isLeftOut: true, next: behind + 1 } : run;
}

const isShut = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token?.kind === "word" && hasCue(tokens, at, "apart") && shut.test(token.folded);
};

const isTatarApart = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token?.kind === "word" && /^(?:башка|тыш)$/u.test(token.folded);
};

const skipLead = (tokens: readonly Token[], at: number): number =>
  hasCue(tokens, at, "on", "at", "from") || isMark(tokens, at, "dash") ? at + 1 : at;

const hasHour = (tokens: readonly Token[], at: number): boolean => {
  const place = hasCue(tokens, at, "at") || isMark(tokens, at, "comma") ? at + 1 : at;
  return readHours(tokens, hasCue(tokens, place, "at") ? place + 1 : place)?.certainty === "sure";
};

/** Days and weekdays that stand together. */
function runAt(tokens: readonly Token[], at: number, reading: Reading): Run | null {
  const found: Run = { days: [], weekdays: [], isLeftOut: false, next: at };
  for (let place = at; ; ) {
    const read = readDays(tokens, place);
    const week = read === null ? readWeekdays(tokens, place) : null;
    if (read !== null) {
      const known = read.days.map((day) => resolveDay(day, reading)).filter((day) => day !== null);
      found.days.push(...(read.isRange ? daysBetween(known) : known));
    } else if (week !== null && week.weekdays.length < 7) found.weekdays.push(...week.weekdays);
    else return found.next === at ? null : found;
    found.next = (read ?? week)?.next ?? place + 1;
    if (!isAnd(tokens, found.next)) return found;
    place = skipLead(tokens, found.next + 1);
    // «кроме 31 дек., 5 января в 14:00»
    const more = readDays(tokens, place);
    if (more !== null && hasHour(tokens, more.next)) return found;
    if (more === null && wordAt(tokens, place).weekday === undefined) return found;
  }
}
