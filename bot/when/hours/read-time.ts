import type { PartOfDay } from "../lexicon/lexicon.ts";
import { hasCue, type Token, wordAt } from "../tokens.ts";
import { beginsName, partBefore, partBehind } from "./beside.ts";
import { readClockWords } from "./read-clock-words.ts";
import { readFigures } from "./read-figures.ts";
import { readHour } from "./read-hour.ts";
import { type Bare, day, noon, type Time } from "./time.ts";

/** The one time of day said at a place among tokens; null when it says none. */
export function readTime(tokens: readonly Token[], at: number): Time | null {
  const bare = readNamed(tokens, at) ?? readClockWords(tokens, at) ?? readFigures(tokens, at) ?? readHour(tokens, at);
  if (bare === null) return null;
  const isName = tokens[at]?.kind === "clock" && beginsName(tokens, bare.next);
  const behind = isName ? {} : partBehind(tokens, bare.next);
  const hasBehind = (behind.part ?? behind.half) !== undefined;
  const { part, half } = hasBehind ? behind : partBefore(tokens, at);
  const isNamed = part !== undefined || half !== undefined;
  return {
    ...bare,
    minutes: inHalf(bare.minutes, part, half),
    certainty: isNamed && bare.minutes <= day ? "sure" : bare.certainty,
    isHalfSaid: isNamed || bare.isHalfSaid,
    isEvening: half === "pm" || part === "evening" || part === "afternoon",
    next: hasBehind ? bare.next + 1 : bare.next,
  };
}

/** "в полдень", "в час дня" */
function readNamed(tokens: readonly Token[], at: number): Bare | null {
  const { clock, unit } = wordAt(tokens, at);
  const rest = { certainty: "sure" as const, isAblative: false, next: at + 1 };
  // «полвосьмого» does not say it, noon and midnight do.
  if (clock !== undefined) return { minutes: clock, isHalfSaid: clock >= noon, ...rest };
  const isOne = unit === "hour" && hasCue(tokens, at - 1, "at") && wordAt(tokens, at + 1).part !== undefined;
  return isOne ? { minutes: 60, isHalfSaid: true, ...rest } : null;
}

/** "7 вечера" is p.m., "12 дня" noon, "12 ночи" the midnight behind that day. */
function inHalf(minutes: number, part?: PartOfDay, half?: "am" | "pm"): number {
  if (half !== undefined) return minutes > noon + 59 ? minutes : (minutes % noon) + (half === "pm" ? noon : 0);
  if (part === "night") {
    return minutes >= noon && minutes < noon + 60
      ? minutes + noon
      : minutes >= 6 * 60 && minutes < noon
        ? minutes + noon
        : minutes;
  }
  return (part === "afternoon" || part === "evening") && minutes < noon ? minutes + noon : minutes;
}
