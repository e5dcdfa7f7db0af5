import { readLessons } from "../classes/editing/read-lessons.ts";
import { readShift } from "../classes/editing/read-shift.ts";
import { guessEvent } from "../programme/editing/extract/extract-event.ts";
import { guessLinks } from "../programme/editing/extract/extract-links.ts";
import { guessPrice } from "../programme/editing/extract/extract-price.ts";
import { readDates } from "../programme/editing/read-dates.ts";
import { findSaidTimes } from "../programme/editing/said-times.ts";
import { type Price, parsePrice } from "../programme/said-price.ts";
import { readMoment } from "../programme/series/read-moment.ts";

/** Every reader of text that staff paste or type, by the name under which flows ask for it (`read-foreign.ts`). */
export const textReaders = {
  event: guessEvent,
  dates: readDates,
  moment: readMoment,
  lessons: readLessons,
  shift: readShift,
  times: findSaidTimes,
  links: guessLinks,
  /** A price that somebody was asked for needs no word for price. */
  price: (text: string): Price => guessPrice(text)?.value ?? parsePrice(text, false),
} as const;

export type TextReaders = typeof textReaders;
