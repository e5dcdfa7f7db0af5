import { type ReadSeries, readSeries, type Unclear } from "../../programme/series/read-series.ts";

/** What was said so far, and what was unclear about it. */
export interface SaidSoFar {
  text: string;
  what: Unclear;
}

/** A meeting at Zoom has no more dates; whoever teaches longer opens a second group. */
const mostLessons = 50;
/** Characters of one answer; with what was said before it they are read together. */
const readAtMost = 500;

/** How a bare answer to a question is to be understood: "10" to "at what time?" is an hour. */
const lead: Partial<Record<Unclear, string>> = { time: "at ", start: "from ", end: "until " };

/**
 * Reads when lessons are. An answer to what was unclear is read together with what was said before; if it says all by
 * itself, it is taken for another try.
 */
export function readLessons(
  typed: string,
  before: SaidSoFar | null,
  when: { now: Date; zone: string },
): { read: ReadSeries; text: string } {
  const text = typed.slice(0, readAtMost);
  const limits = { ...when, most: mostLessons };
  const alone = readSeries(text, limits);
  if (before === null || alone.kind === "series") return { read: alone, text };
  const whole = `${before.text}, ${understood(text.trim(), before.what)}`;
  const together = readSeries(whole, limits);
  // What contradicts itself does not become clear by saying more.
  const isCloser = together.kind === "series" || together.what !== before.what;
  return isCloser ? { read: together, text: whole } : { read: together, text: before.text };
}

function understood(text: string, what: Unclear): string {
  if (what === "count")
    return /^\d+$/.test(text)
      ? `${text} lessons`
      : /(?<!\d)\d{1,4}\s{1,9}\p{L}{0,9}(?:зан|урок|дәрес|lesson|class|раз)/iu.test(text)
        ? text
        : `until ${text}`;
  return `${lead[what] ?? ""}${text}`;
}
