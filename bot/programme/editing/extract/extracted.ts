import { plainFigures } from "../../../text/plain-figures.ts";
import type { ParsedDate } from "../../../when/parse/parse-dates.ts";
import type { Found, Span } from "../../../when/span.ts";
import type { Language } from "../../../words/language.ts";
import type { Accessibility, AgeRating, AttendanceMode, Audience, LinkKind, Section } from "../../event.ts";
import type { SaidPrice } from "../../said-price.ts";
import type { SaidStatus } from "../../said-status.ts";

/** A place or an institution that the programme knows, by all its names. */
export interface KnownName {
  id: number;
  names: readonly string[];
  addresses?: readonly string[];
  /** The house whose home a place is, or that has most of its dates. */
  houseId?: number | null;
}

/** A place that is known, or what was written behind "Место:". */
export type GuessedPlace = { kind: "known"; id: number } | { kind: "typed"; text: string };

/**
 * What a text leaves open of its dates: which of a day and its weekday is a slip, since when it is on, until when it
 * repeats, or that all of it has been.
 */
export const dateDoubts = ["weekday", "start", "end", "over"] as const;
export type DateDoubt = (typeof dateDoubts)[number];

/** What a whole text says about an event. Nothing in it is invented: what the text does not say is null or empty. */
export interface Guess {
  language: Language;
  title: Found<string> | null;
  /** A first short paragraph; `body` is what follows it. */
  summary: string | null;
  body: string | null;
  /** Who plays, reads or speaks. */
  who: Found<string> | null;
  dates: Found<ParsedDate>[];
  /** Hours of those dates that stand away from their days. */
  hours: Span[];
  /** A week that repeats and nobody says how long, in the words of the text; null where the dates are known. */
  endless: Found<string> | null;
  /** What has to be asked of its dates, each beside the words that leave it open. */
  doubts: { what: DateDoubt; said: string }[];
  /** That the text says it is off, or at another time than before. */
  status: SaidStatus["status"];
  /** When it was to be before, where one such day is told. */
  previousStartsAt: Date | null;
  place: Found<GuessedPlace> | null;
  institution: Found<number> | null;
  price: Found<SaidPrice> | null;
  ageMin: Found<AgeRating> | null;
  links: Found<{ kind: LinkKind; url: string }>[];
  section: Section | null;
  attendanceMode: AttendanceMode | null;
  audiences: Audience[];
  accessibility: Accessibility[];
  /** BCP 47 tag of the language in which it is held. */
  heldIn: Language | null;
  /** What became no fact and stands in no text, a line each, without what was used. */
  unused: string[];
}

/** The marking of a text that matters here; https://core.telegram.org/bots/api#messageentity */
export interface Marking {
  type: string;
  offset: number;
  length: number;
  url?: string;
}

/** A text as Telegram hands it over. */
export interface MarkedText {
  text: string;
  entities?: readonly Marking[];
}

/** The beginning of a text with plain figures and letters for adorned ones, its marking moved with them. */
export function withPlainFigures({ text, entities }: MarkedText, most: number): MarkedText {
  const plain = plainFigures(text.slice(0, most));
  const moved = entities?.map((one) => {
    const offset = plain.placeOf(one.offset);
    return { ...one, offset, length: plain.placeOf(one.offset + one.length) - offset };
  });
  return { text: plain.text, ...(moved && { entities: moved }) };
}

export const spanOf = (match: RegExpMatchArray): Span => {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
};

/** A text with spaces where the spans stand; `from`: where its beginning is among them. */
export function blankOut(text: string, spans: readonly Span[], from = 0): string {
  let left = "";
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const at = Math.min(Math.max(start - from, left.length), text.length);
    left += text.slice(left.length, at);
    left += " ".repeat(Math.max(0, Math.min(end - from, text.length) - left.length));
  }
  return left + text.slice(left.length);
}

/** The lines of a text that hold more than spaces, each where it stands: none has a sign at which "." ends. */
export const linesOf = (text: string): Found<string>[] =>
  [...text.matchAll(/[^\n\r\u2028\u2029]+/gu)]
    .map((match) => ({ value: match[0], at: spanOf(match) }))
    .filter(({ value }) => value.trim() !== "");
