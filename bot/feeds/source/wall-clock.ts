import { DateTime } from "luxon";

/** Years outside are no dates. */
const firstYear = 1990;
const lastYear = 2099;
/** Characters of a time. */
const longestTime = 40;

/** Reads a wall clock that looks like an instant: its figures are taken in the city's zone, whatever zone stands behind them. */
export function readWallClock(said: string | number | null | undefined, timeZone: string): DateTime | undefined {
  const read = typeof said === "number" ? DateTime.fromMillis(said, { zone: "utc" }) : readIso(said);
  return within(read?.setZone(timeZone, { keepLocalTime: true }));
}

/** Reads an instant of ISO 8601, by its own zone, or null where it has none. */
export function readInstant(said: string | null | undefined): DateTime | null | undefined {
  if (said === null || said === undefined || said.length > longestTime) return undefined;
  if (!/[T ]\d.*(?:Z|[+-]\d\d(?::?\d\d)?)$/iu.test(said.trim())) return within(readIso(said)) && null;
  return within(readIso(said));
}

export const isMidnight = ({ hour, minute, second }: DateTime): boolean => hour === 0 && minute === 0 && second === 0;

function readIso(said: string | null | undefined): DateTime | undefined {
  const text = (said ?? "").trim().replace(/^(\d{4}-\d\d-\d\d) (?=\d)/u, "$1T");
  return text.length > longestTime ? undefined : DateTime.fromISO(text, { setZone: true });
}

const within = (time: DateTime | undefined): DateTime | undefined =>
  time?.isValid && time.year >= firstYear && time.year <= lastYear ? time : undefined;
