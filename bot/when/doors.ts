import { readHours } from "./hours.ts";
import { readDays } from "./statement/read-days.ts";
import { hasCue, isMark, type Token, wordAt } from "./tokens.ts";

/** Words between "doors" and their hour: «сбор гостей в», "doors open at". */
const mostBetween = 3;

/**
 * Where reading goes on behind the hour at which nothing begins yet: «сбор гостей в 18.30», «вход с 18:00», "doors 6:30"; null
 * for words without such an hour, as «вход свободный».
 */
export function readDoors(tokens: readonly Token[], at: number): number | null {
  const isDoors = hasCue(tokens, at, "doors");
  if (!isDoors && !hasCue(tokens, at, "entrance")) return null;
  let next = at + 1;
  while (next <= at + mostBetween && (isLead(tokens, next) || (isDoors && isUnknown(tokens[next])))) next += 1;
  return readDays(tokens, next) === null ? (readHours(tokens, next)?.next ?? null) : null;
}

/** Where reading goes on behind an hour that such a word follows: «18:30 – сбор гостей»; null where none does. */
export function readDoorsBehind(tokens: readonly Token[], at: number): number | null {
  const isDashed = isMark(tokens, at, "dash");
  const place = isDashed ? at + 1 : at;
  const isDoors = hasCue(tokens, place, "doors");
  const behind = tokens[place + 1];
  const isAlone = behind === undefined || behind.kind === "mark";
  if (!isDoors && !(hasCue(tokens, place, "entrance") && isAlone)) return null;
  return readDoors(tokens, place) === null ? place + 1 : null;
}

const isLead = (tokens: readonly Token[], at: number): boolean =>
  isMark(tokens, at, "dash") || (hasCue(tokens, at, "at", "from", "until") && wordAt(tokens, at).part === undefined);

const isUnknown = (token: Token | undefined): boolean =>
  token?.kind === "word" && Object.keys(token.word).length === 1 && token.word.cues.size === 0;
