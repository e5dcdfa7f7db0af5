import type { TaughtGroup } from "../../../bot/classes/teaching/group-store.ts";
import { formatDayLabel, formatTodayLabel } from "../../../bot/classes/teaching/words.ts";
import type { Reader } from "../../../bot/context.ts";
import { button, type Row } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { daysBetween, inZone } from "../../../bot/words/time/local-time.ts";
import { comersCallback, taughtGroupCallback } from "./callbacks.ts";

/** A button for each group: where it meets today it leads to who comes, else to the group. Of two of a course, when. */
export function groupRows(groups: readonly TaughtGroup[], reader: Reader): Row[] {
  const isTwice = (title: string) => groups.filter((group) => group.title === title).length > 1;
  return groups.map((group) => {
    const { groupId, title, next } = group;
    return next !== null && meetsToday(group, reader)
      ? [button(formatTodayLabel(group, next, reader.t), comersCallback.data({ id: groupId, page: 0 }))]
      : [
          button(
            next !== null && isTwice(title) ? formatDayLabel(group, next, reader.t) : title,
            taughtGroupCallback.data(groupId),
          ),
        ];
  });
}

/** Whether its next lesson is today, on the clock of the group. */
export function meetsToday({ next, timeZone }: TaughtGroup, { now }: Reader): boolean {
  return next !== null && daysBetween(inZone(now, timeZone), inZone(next.startsAt, timeZone)) <= 0;
}
