import type { Hours } from "../hours.ts";
import type { Statement } from "./statement.ts";

/** Dates with the hours behind them; without any those of the next dates, else the last ones before. */
export function datesWithHours({ parts }: Statement): { dates: Statement["dates"][number]; hours: Hours[] }[] {
  const found: { dates: Statement["dates"][number]; hours: Hours[] }[] = [];
  let before: Hours[] = [];
  const [first] = parts;
  // "18:00 on 5 December, 12:00 on 6 December": each hour stands before its day.
  const isHoursFirst = first?.kind === "hours" && first.leadsToDay;
  let ahead: Hours[] = [];
  for (const part of parts) {
    if (part.kind === "dates") {
      found.push({ dates: part.dates, hours: ahead });
      ahead = [];
    } else if (isHoursFirst && part.leadsToDay) ahead = [...part.hours];
    else {
      const last = found.at(-1);
      if (last) last.hours.push(...part.hours);
      else before = part.hours;
    }
  }
  let next: Hours[] = before;
  for (const one of found.toReversed()) {
    if (one.hours.length === 0) one.hours = next;
    else next = one.hours;
  }
  for (const one of found) {
    if (one.hours.length === 0) one.hours = before;
    else before = one.hours;
  }
  return found;
}
