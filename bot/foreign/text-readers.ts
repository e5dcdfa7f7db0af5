import { parseLessons } from "../classes/editing/parse-lessons.ts";
import { parseShift } from "../classes/editing/parse-shift.ts";
import { parseOpening } from "../opening/parse-opening.ts";
import { guessEvent } from "../programme/editing/extract/extract-event.ts";
import { guessLinks } from "../programme/editing/extract/extract-links.ts";
import { guessPrice } from "../programme/editing/extract/extract-price.ts";
import { guessEvents } from "../programme/editing/extract/list/extract-list.ts";
import { parsePrice, type SaidPrice } from "../programme/said-price.ts";
import { priceByWay } from "../programme/said-price-by-way.ts";
import { parseDates } from "../when/parse/parse-dates.ts";
import { parseDays } from "../when/parse/parse-days.ts";
import { parseTime } from "../when/parse/parse-hours.ts";
import { parseMoment } from "../when/parse/parse-moment.ts";

/** Characters of a typed moment; nobody types more to say when something is. */
const readAtMost = 1_000;

type MomentArguments = Parameters<typeof parseMoment> extends [string, ...infer More] ? More : never;

type DaysArguments = Parameters<typeof parseDays> extends [string, ...infer More] ? More : never;

/** Every reader of text that staff paste or type, by the name under which flows ask for it (`read-foreign.ts`). */
export const textReaders = {
  event: guessEvent,
  events: guessEvents,
  dates: parseDates,
  moment: (text: string, ...more: MomentArguments) => parseMoment(text.slice(0, readAtMost), ...more),
  days: (text: string, ...more: DaysArguments) => parseDays(text.slice(0, readAtMost), ...more),
  opening: (text: string, reading: Parameters<typeof parseOpening>[1]) =>
    parseOpening(text.slice(0, readAtMost), reading),
  lessons: parseLessons,
  shift: parseShift,
  time: (text: string): number | null => parseTime(text.slice(0, readAtMost)),
  links: guessLinks,
  /** A price that somebody was asked for needs no word for price. */
  price: (text: string): SaidPrice => priceByWay(guessPrice(text)?.value ?? parsePrice(text, false), text),
} as const;

export type TextReaders = typeof textReaders;
