import { fold } from "../search/text/fold.ts";
import { type Cue, isAblative, saidCue, saidMonth, saidWeekday } from "./said-words.ts";

/** A piece of what somebody wrote, with what it can mean. */
export type Token =
  | { kind: "time"; minutes: number; ablative: boolean }
  /** A date in figures, as it was written. */
  | { kind: "date"; text: string; ablative: boolean }
  /** `suffix`: what stuck to it, as in "1st", "7pm", "19да". */
  | { kind: "number"; value: number; suffix: string }
  | { kind: "weekday"; weekday: number }
  | { kind: "month"; month: number; ablative: boolean }
  | { kind: "dash" }
  | { kind: Cue };

const pattern =
  /(?<iso>20\d\d-\d\d-\d\d)|(?<dotted>\d{1,2}\.\d{2}\.(?:20)?\d\d)|(?<time>\d{1,2}[:.]\d{2})(?!\d)|(?<number>\d+)|(?<word>\p{L}[\p{L}'’.]*\p{L}|\p{L}|[&@])|(?<dash>[-–—−])|(?<comma>,)/gu;

/** Nobody types more to say when something is. */
const readAtMost = 1_000;

/** Splits a text of at most 1,000 characters; what has no meaning here is left out. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let lastEnd = -1;
  for (const match of text.slice(0, readAtMost).normalize("NFC").toLowerCase().matchAll(pattern)) {
    const glued = match.index === lastEnd ? tokens.at(-1) : undefined;
    lastEnd = match.index + match[0].length;
    const { iso, dotted, time, number, word, dash, comma } = match.groups ?? {};
    const numeric = iso ?? dotted;
    if (numeric !== undefined) tokens.push({ kind: "date", text: numeric, ablative: false });
    else if (time !== undefined) tokens.push(...timeOrDate(time));
    else if (number !== undefined) tokens.push({ kind: "number", value: Number(number), suffix: "" });
    else if (dash !== undefined) tokens.push({ kind: "dash" });
    else if (comma !== undefined) tokens.push({ kind: "and" });
    else if (word !== undefined && !suffix(glued, word)) tokens.push(...wordToken(fold(word) || word));
  }
  return tokens;
}

/** "10.00" is a time, "20.11" a date: no lesson begins in such a minute, and months end at twelve. */
function timeOrDate(text: string): Token[] {
  const [first = 0, second = 0] = text.split(/[:.]/).map(Number);
  const isTime = first < 24 && second < 60 && (text.includes(":") || second % 5 === 0) && !isDate(text, second);
  if (isTime) return [{ kind: "time", minutes: first * 60 + second, ablative: false }];
  return text.includes(".") ? [{ kind: "date", text, ablative: false }] : [];
}

const isDate = (text: string, month: number): boolean => text.includes(".") && month >= 1 && month <= 12;

/** Takes what stuck to a figure: an ordinal or a Tatar case belongs to it. */
function suffix(token: Token | undefined, word: string): boolean {
  if (token === undefined) return false;
  const folded = fold(word);
  if (token.kind === "time" || token.kind === "date") {
    // "10:00pm"
    if (token.kind === "time" && folded === "pm" && token.minutes < 720) token.minutes += 720;
    token.ablative = isAblative(folded);
    return true;
  }
  if (token.kind !== "number") return false;
  token.suffix = folded;
  return true;
}

function wordToken(word: string): Token[] {
  const weekday = saidWeekday(word);
  if (weekday !== undefined) return [{ kind: "weekday", weekday }];
  const cue = saidCue(word);
  if (cue !== undefined) return [{ kind: cue }];
  const month = saidMonth(word);
  return month === undefined ? [] : [{ kind: "month", month, ablative: isAblative(word) }];
}
