import { day } from "../hours/time.ts";
import { readHours } from "../hours.ts";
import { hasCue, tokenise } from "../tokens.ts";

/** Reads hours alone: "10–20", "с 9:30 до 21:00"; over midnight if the second is the smaller one. Null for anything else. */
export function parseHours(text: string): { from: number; until: number } | null {
  const tokens = tokenise(text);
  const at = hasCue(tokens, 0, "from") ? 1 : 0;
  const read = readHours(tokens, at);
  const hours = read?.hours;
  if (!hours || read.next < tokens.length || hours.until === null || hours.from === hours.until) return null;
  return { from: hours.from % day, until: hours.until };
}

/** Reads one time of day alone, in minutes after midnight: "18:30", «в 7 вечера», "19да"; null for anything else. */
export function parseTime(text: string): number | null {
  const tokens = tokenise(text);
  const at = hasCue(tokens, 0, "at", "on", "from", "until") ? 1 : 0;
  const read = readHours(tokens, at);
  const isWhole = read?.next === tokens.length && read.hours.until === null && read.certainty !== "bare";
  return isWhole ? read.hours.from % day : null;
}
