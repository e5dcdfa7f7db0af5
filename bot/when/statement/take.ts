import { hasCue, spanOf, type Token } from "../tokens.ts";
import type { Days } from "./read-days.ts";
import type { State, UsedWords } from "./statement.ts";

/** Notes what was taken of the tokens from a place to the one before another, where reading goes on. */
export function take({ said }: State, what: UsedWords, tokens: readonly Token[], at: number, next: number): number {
  said.taken.push({ what, at: spanOf(tokens, at, next) });
  return next;
}

/** Notes days that stand from a place on, and what the words beside them make of them. */
export function pushDates(state: State, read: Days, tokens: readonly Token[], at: number): number {
  const { next } = read;
  const isApart = hasCue(tokens, next, "apart");
  const isUpTo = hasCue(tokens, next, "upTo");
  const role = isApart ? "except" : isUpTo ? "until" : read.isAblative ? "from" : state.role;
  const dates = { ...read, role, at: spanOf(tokens, at, next) };
  state.said.dates.push(dates);
  state.said.parts.push({ kind: "dates", dates });
  for (const one of read.named ?? []) state.said.named.push({ ...one, role: "until" });
  if (state.role !== "except") state.role = null;
  state.isExcepting = false;
  state.said.hasOpenException = false;
  return isApart || isUpTo ? next + 1 : next;
}
