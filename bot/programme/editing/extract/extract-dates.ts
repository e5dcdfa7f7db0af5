import type { Reading } from "../../../when/days.ts";
import { type FoundDates, findDates, findDoubted } from "../../../when/parse/find-dates.ts";
import { findDaysAndHours } from "../../../when/parse/find-days.ts";
import { spanOfUsed } from "../../../when/parse/find-repeated.ts";
import { type ParsedDate, parseDates } from "../../../when/parse/parse-dates.ts";
import type { Found, Span } from "../../../when/span.ts";
import { readStatement } from "../../../when/statement/read-statement.ts";
import { tokenise } from "../../../when/tokens.ts";
import { blankOut, type DateDoubt, linesOf } from "./extracted.ts";
import { sentencesOf } from "./sentences.ts";

export interface FoundWhen extends Pick<FoundDates, "dates"> {
  /** What has to be asked. `over`: every day that is named has been, as in the report of an evening. */
  doubts: Found<DateDoubt>[];
  /** Where days stand on which the event is not: it was moved from them, or money is given back until then. */
  others: Span[];
  /** When it was to be before it was moved; null where no single day is told. */
  previousStartsAt: Date | null;
  /** Hours of those dates that stand away from their days. */
  hours: Span[];
  /** A week that repeats and nobody says how long, in the person's words; null where the dates are said. */
  endless: Found<string> | null;
}

/** Sentences that tell of another day. */
const moves =
  /(?<!\p{L})(?:перенос(?:ится|ятся|им|)|перенес(?:ен|ён|ена|ено|ены|ли)|перенесён\p{L}{0,2}|күчер(?:елә|елде|елгән|ә|дек)|postponed|moved|rescheduled|урынына|вместо|instead of)(?!\p{L})/iu;
/** What leads to the day that is no more, and ends where the new one begins. */
const former: readonly RegExp[] = [
  /(?<!\p{L})(?:назначенн?\p{L}{1,2}|запланированн?\p{L}{1,2})\s(?:на\s)?[^\n]{2,60}?(?=\s(?:перенос|перенес|отмен))/giu,
  /(?<!\p{L})(?:с|со)\s[^\n]{0,40}?\d[^\n]{0,40}?(?=\s(?:на|переносится)\s)/giu,
  /(?<!\p{L})(?:planned|scheduled|set|announced) (?:for|on)\s[^\n]{2,60}?(?=\s(?:has|have|had|is|was|will) been|\s(?:will|takes place)(?!\p{L})|\s(?:is|was|has been) (?:postponed|moved|rescheduled))/giu,
  /(?<!\p{L})from\s[^\n]{0,40}?\d[^\n]{0,40}?(?=\sto\s)/giu,
  /(?<!\p{L})\d{1,2}(?:\s?нче|\s?нчы)?\s\p{L}{3,10}\sурынына(?!\p{L})/giu,
  /(?<!\p{L})(?:вместо|instead of)\s(?:\p{L}{2,12},?\s)?\d{1,2}[.\s]\p{L}{0,10}\d{0,4}/giu,
  /(?<!\p{L})\d{1,2}\s\p{L}{3,10}(?:[дт][ае]н|нан|нән|дән|тән)(?=\s)/giu,
];
/** Until when money is given back, lots are drawn or papers are taken is no day of the event, and no day on which people are greeted. */
const besides =
  /(?<!\p{L})(?:поздравля(?:ем|ю|ет)|котлый(?:быз|м)|тәбриклибез|congratulations|итоги|подвед[её]м итоги|нәтиҗәләр\p{L}*|(?:работы|заявки) (?:принима\p{L}+|жд[её]м)|(?:принима\p{L}+|при[её]м|сбор) (?:заявк?[иок]+|работ\p{L}?)|гаризалар|дедлайн|deadline|submissions?|apply by|возврат\p{L}*|верн(?:ут|уть|ём)|обмен(?:ять)?|сда(?:ть|ча) билет\p{L}*|refunds?|refunded|exchanged?|кайтар\p{L}*)(?!\p{L})/iu;

/** When a house or its desk is open on a day. */
const openHours =
  /(?<!\p{L})(?:касс[аы]|библиотек[аи]|музе[йи]|офис|китапханә|музей|касса|(?:box|ticket) office|library|museum)\s(?:\p{L}+\s){0,3}(?:(?:не )?работает|закрыт[аы]?|эшли|эшләми|ябык|is closed|will be closed|closes|is open)(?!\p{L})/iu;

/** Finds when a poster says that its event is: no day from which it was moved, and none until which money is given back. */
export function guessDates(text: string, reading: Reading): FoundWhen {
  const others = findOthers(text);
  const said = blankOut(text, others);
  const formerly = moves.test(text)
    ? others.flatMap(({ start, end }) => findDates(text.slice(start, end), reading))
    : [];
  const found = findDoubted(said, reading);
  const isOver = found.dates.length > 0 && found.dates.every(({ value }) => hasBeen(value, reading));
  const dates = isOver ? [] : found.dates;
  // A week that repeats beside days without an end: what is on each week would be lost. Of what is open all the while those are hours.
  const isDayByDay = dates.every(({ value }) => value.hasStartTime || value.endsAt === null);
  const timed = dates.filter(({ value }) => value.hasStartTime).map(({ at }) => at);
  const endless = isDayByDay ? findEndless(blankOut(said, timed), reading, dates.length > 0 ? mostOfClub : 7) : null;
  return {
    dates,
    doubts: [
      ...found.doubts,
      ...(isOver ? found.dates.map(({ at }) => ({ value: "over" as const, at })) : []),
      ...(dates.length > 0 && endless ? [{ value: "end" as const, at: endless.at }] : []),
    ],
    others,
    previousStartsAt: formerly.length === 1 ? (formerly[0]?.value.startsAt ?? null) : null,
    hours: hoursOf(said, dates, reading),
    endless: dates.length > 0 ? null : endless,
  };
}

/** Until a day later it may still be told of today. */
const hasBeen = ({ startsAt, endsAt }: ParsedDate, { now }: Reading): boolean =>
  (endsAt ?? startsAt).getTime() < now.getTime() - 86_400_000;

/** Where another thing's day stands. */
function findOthers(text: string): Span[] {
  if (!moves.test(text) && !besides.test(text) && !openHours.test(text)) return [];
  return linesOf(text).flatMap(({ value: line, at }) =>
    sentencesOf(line).flatMap(({ value, at: within }): Span[] => {
      const start = at.start + within.start;
      // Without a day, as «Открыт приём заявок на фестиваль», it may be the title.
      if (/\d/u.test(value) && (besides.test(value) || openHours.test(value)))
        return [{ start, end: start + value.length }];
      if (!moves.test(value)) return [];
      return former
        .flatMap((pattern) => [...value.matchAll(pattern)])
        .map(({ 0: said, index }) => ({ start: start + index, end: start + index + said.length }));
    }),
  );
}

/** Where the hours stand at which the dates begin. */
function hoursOf(text: string, dates: readonly Found<ParsedDate>[], reading: Reading): Span[] {
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: reading.zone });
  const starts = new Set(
    dates.filter(({ value }) => value.hasStartTime).map(({ value }) => clock.format(value.startsAt)),
  );
  if (starts.size === 0) return [];
  const { hours } = findDaysAndHours(tokenise(text), reading);
  return hours.filter(({ value: { from } }) => starts.has(clockOf(from))).map(({ at }) => at);
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Lines in which a week that repeats is looked for. */
const mostLines = 40;

/** Weekdays of what repeats beside days of its own; on more of them a house is open. */
const mostOfClub = 4;
/** When somebody sells tickets or answers is no event. */
const desk = /(?<!\p{L})(?:касс[аы]|справки|телефон|тел\.|звон\p{L}+|белешмә|box office|phone|call)(?!\p{L})/iu;

/** What leads to a place behind an hour. */
const leadsOn = /(?:\s(?:в|во|на|у|in|at|on|the))+$/iu;

/** The words of a sentence that tell of which days and at what hour something repeats, where only the end is not known. */
function findEndless(text: string, reading: Reading, mostWeekdays: number): Found<string> | null {
  for (const { value: line, at } of linesOf(text).slice(0, mostLines)) {
    for (const sentence of sentencesOf(line.slice(0, 300))) {
      if (desk.test(sentence.value)) continue;
      const tokens = tokenise(sentence.value);
      const said = readStatement(tokens);
      if (said.weekdays.size === 0 || said.weekdays.size > mostWeekdays || said.hours === null) continue;
      const { start, end } = spanOfUsed(tokens, said.unused);
      const value = sentence.value.slice(start, end).replace(leadsOn, "");
      const read = parseDates(value, reading);
      if (read.kind !== "unclear" || (read.what !== "count" && read.what !== "end")) continue;
      const from = at.start + sentence.at.start + start;
      return { value, at: { start: from, end: from + value.length } };
    }
  }
  return null;
}
