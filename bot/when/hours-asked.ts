import { hoursOfShowing, type ReadHours, readHours } from "./hours.ts";
import type { SaidPeriod } from "./periods.ts";
import { hasCue, type Token, wordAt } from "./tokens.ts";

/** «кичке алтыдан соң»: a part of the day that is said only with an hour behind it. */
export const readBoundHours = (tokens: readonly Token[], at: number): SaidPeriod | null => {
  if (!wordAt(tokens, at).isBound) return null;
  return readOpenHours(tokens, at + 1) ?? readClock(tokens, at + 1);
};

/** "в 19:00", "с 18 до 21", "7 pm"; a bare hour only where the query ends with it. */
export const readClock = (tokens: readonly Token[], at: number): SaidPeriod | null => {
  const read = readHours(tokens, at);
  if (read === null) return null;
  const isNamed = tokens[at]?.kind === "word" && wordAt(tokens, at).clock !== undefined;
  const isSure = read.certainty === "sure" && (!isNamed || hasCue(tokens, at - 1, "at"));
  const isLast = !isNamed && read.certainty !== "bare" && read.next === tokens.length;
  if (!isSure && !isLast && !(read.certainty === "led" && hasCue(tokens, at - 1, "about"))) return null;
  const isAt = read.hours.until === null;
  const when = isAt ? { from: inEvening(read), until: null, isAt } : hoursOfShowing(read);
  return { when: { kind: "hours", ...when }, next: read.next };
};

/** «В семь», «после семи» is in the evening: nobody asks what there is at seven in the morning. */
const inEvening = ({ hours: { from }, isHalfSaid }: ReadHours): number =>
  isHalfSaid || from > 8 * 60 ? from : from + 12 * 60;

/** "после 18", "до 20:00", "18дән соң" */
export function readOpenHours(tokens: readonly Token[], at: number): SaidPeriod | null {
  const isAfter = hasCue(tokens, at, "after");
  if (isAfter || hasCue(tokens, at, "before", "until")) {
    const read = readHours(tokens, at + 1);
    // "до 18" may be an age or a price.
    if (read === null || (!isAfter && read.certainty === "bare") || read.hours.until !== null) return null;
    const from = inEvening(read);
    return { when: { kind: "hours", from: isAfter ? from : null, until: isAfter ? null : from }, next: read.next };
  }
  const read = readHours(tokens, hasCue(tokens, at, "at") ? at + 1 : at);
  if (read === null || read.hours.until !== null) return null;
  const from = inEvening(read);
  if (hasCue(tokens, read.next, "after")) return { when: { kind: "hours", from, until: null }, next: read.next + 1 };
  if (!hasCue(tokens, read.next, "before", "upTo") || read.certainty === "bare") return null;
  return { when: { kind: "hours", from: null, until: from }, next: read.next + 1 };
}
