import type { TaughtGroup } from "../../../bot/classes/teaching/group-store.ts";
import { formatTodayLabel } from "../../../bot/classes/teaching/words.ts";
import type { Reader } from "../../../bot/context.ts";
import { button, type Row } from "../../../bot/telegram/keyboard.ts";
import { daysBetween, inZone } from "../../../bot/words/local-time.ts";
import { comersCallback, taughtGroupCallback } from "./callbacks.ts";

/** A button for each group: where it meets today it leads to who comes, else to the group. */
export const groupRows = (groups: readonly TaughtGroup[], reader: Reader): Row[] =>
  groups.map((group) => {
    const { groupId, title, next } = group;
    return next !== null && meetsToday(group, reader)
      ? [button(formatTodayLabel(group, next, reader.t), comersCallback.data({ id: groupId, page: 0 }))]
      : [button(title, taughtGroupCallback.data(groupId))];
  });

/** Whether its next lesson is today, on the clock of the group. */
export function meetsToday({ next, timeZone }: TaughtGroup, { now }: Reader): boolean {
  return next !== null && daysBetween(inZone(now, timeZone), inZone(next.startsAt, timeZone)) <= 0;
}
