import { tokenise, wordAt } from "../../../when/tokens.ts";
import { readWeekdays } from "../../../when/weekdays.ts";

/** Characters: a longer cell is prose. */
const longest = 60;

/** The weekdays (ISO, 1 is Monday) that a cell names, and whether it says nothing besides. */
export function weekdaysIn(cell: string): { weekdays: ReadonlySet<number>; isAll: boolean } {
  const tokens = cell.length > longest ? [] : tokenise(cell);
  const weekdays = new Set<number>();
  let isAll = true;
  for (let at = 0; at < tokens.length; ) {
    const read = readWeekdays(tokens, at);
    for (const weekday of read?.weekdays ?? []) weekdays.add(weekday);
    const isBetween = tokens[at]?.kind === "mark" || wordAt(tokens, at).cues.has("and");
    if (read === null && !isBetween) isAll = false;
    at = read?.next ?? at + 1;
  }
  return { weekdays, isAll: isAll && weekdays.size > 0 };
}
