import { understand } from "../programme/search/query/parse-query.ts";
import { termConditions, type WordCondition, wordConditions } from "../programme/search/query/text-query.ts";
import type { When } from "../when/periods.ts";
import { inZone } from "../words/time/local-time.ts";

/**
 * A wish is "tell me when there is": a query that waits for events, where a search is an event list that waits for a query.
 * It is kept as what a document of the search must hold, and as *anchors*: lexemes of which a document must have at least
 * one to meet the query at all. So a new event asks one index for the few wishes that share a word with it, however many
 * there are, and only those are compared in whole. To follow an institution, a section or a series is a wish as well: one
 * whose only anchor is a facet of it (bot/programme/search/index/facets.ts).
 *
 * Times are no part of the query. «В субботу» means any Saturday for whoever waits, «завтра» nothing any more.
 */

/** Searches that wait for one person. */
export const mostWishes = 20;

/** What one person may follow. */
export const mostFollowed = 100;

/** What somebody waits for or follows, by its text in the database. */
export interface Wanting {
  kind: "search" | "institution" | "section";
  text: string;
  /** What a followed institution is called; null where it is none, or is gone. */
  house: string | null;
}

/** Events that are told in one message. */
export const mostTold = 6;

/** Days for which a wish is kept. */
export const daysKept = 365;

/** Milliseconds between two messages to one person about all of their wishes together. */
export const budget = 24 * 3_600_000;

/** What a wish looks for. */
export interface Wanted {
  /** A bit for each recognised term that counts no more: dropped by the person, or about a day that is over soon. */
  dropped: number;
  isTimed: boolean;
  conditions: readonly [WordCondition, ...WordCondition[]];
}

/** Times that are over before a wish comes true. */
const near: readonly When["kind"][] = [
  ...(["now", "tonight", "today", "tomorrow", "day_after_tomorrow", "next_weekend", "ahead"] as const),
  ...(["this_week", "next_week", "coming_week", "this_month", "next_month"] as const),
];

/** Reads what somebody waits for out of the words of a search; null where it is no more than a time. */
export function wantedBy(text: string, now: Date, zone: string, dropped: number): Wanted | null {
  const { terms } = understand(text, now, zone, dropped);
  const over = terms.filter((term) => term.kind === "when" && near.includes(term.value.kind));
  const without = over.reduce((bits, { ordinal }) => bits | (1 << ordinal), dropped);
  const understood = understand(text, now, zone, without);
  const [first, ...others] = [...wordConditions(understood.words, new Map()), ...termConditions(understood)];
  if (first === undefined) return null;
  const isTimed = understood.terms.some(({ kind }) => kind === "when");
  return { dropped: without, isTimed, conditions: [first, ...others] };
}

/** The words of a condition, parted by spaces, without what joins them. */
export const wordsOf = (condition: string): string => condition.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();

/** Whether a date is at a time that was asked for: read on that day, «в субботу» is every Saturday. */
export function isInTime(
  { text, dropped }: { text: string; dropped: number },
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  zone: string,
): boolean {
  // An exhibition is open on any day that somebody may mean.
  if (endsAt.getTime() - startsAt.getTime() > 86_400_000) return true;
  const day = inZone(startsAt, zone).startOf("day").toJSDate();
  const { windows } = understand(text, day, zone, dropped);
  return windows.length === 0 || windows.some(({ from, to }) => startsAt >= from && startsAt < to);
}
