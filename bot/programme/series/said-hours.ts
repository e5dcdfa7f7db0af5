import { readDays } from "./said-days.ts";
import type { Hours } from "./series.ts";
import type { Token } from "./tokens.ts";

const noon = 12 * 60;

/** The hours said at a place among tokens – "10:00–11:30", "в 19", "7–9 pm", "кичке 7дә" – and where reading goes on. */
export function readHours(tokens: readonly Token[], at: number): { hours: Hours; next: number } | null {
  const first = readTime(tokens, at);
  if (first === null) return null;
  const joint = tokens[first.next]?.kind;
  const isJoined = joint === "dash" || joint === "until";
  const lastAt = isJoined ? first.next + 1 : first.next;
  // "19:00 until 12 December": a day, not an hour.
  const last = readDays(tokens, lastAt) === null ? readTime(tokens, lastAt) : null;
  const isRange = last !== null && (isJoined || first.ablative);
  // A bare number is an hour only where something says so.
  if (!first.isSure && !(isRange && (last.isSure || tokens[at - 1]?.kind === "from"))) return null;
  if (!isRange) return { hours: { from: first.minutes, until: null }, next: first.next };
  const next = tokens[last.next]?.kind === "upTo" ? last.next + 1 : last.next;
  // "7–9 pm": both are.
  const from = last.isEvening && first.minutes < noon && first.minutes + noon < last.minutes ? noon : 0;
  return { hours: { from: first.minutes + from, until: last.minutes }, next };
}

interface Time {
  minutes: number;
  isSure: boolean;
  isEvening: boolean;
  ablative: boolean;
  next: number;
}

function readTime(tokens: readonly Token[], at: number): Time | null {
  const token = tokens[at];
  if (token?.kind !== "time" && token?.kind !== "number") return null;
  if (token.kind === "number" && token.value > 24) return null;
  const before = tokens[at - 1]?.kind;
  // "8 сәгать 30", "7 часов вечера"
  const isHour = tokens[at + 1]?.kind === "hours";
  const end = at + (isHour ? 2 : 1);
  const part = tokens[end]?.kind;
  const suffix = token.kind === "number" ? token.suffix : "";
  const hasPart = part === "morning" || part === "evening";
  const isEvening = part === "evening" || before === "evening" || suffix === "pm";
  const said = token.kind === "time" ? token.minutes : token.value * 60;
  return {
    minutes: isEvening && said < noon ? said + noon : said % (24 * 60),
    isSure:
      token.kind === "time" ||
      isHour ||
      hasPart ||
      ["at", "evening", "morning"].includes(before ?? "") ||
      /^(?:am|pm|ч|h|да|та|дан|тан|нан)$/u.test(suffix),
    isEvening,
    ablative: token.kind === "time" ? token.ablative : /^(?:дан|тан|нан)$/u.test(suffix),
    next: hasPart ? end + 1 : end,
  };
}
