import { menuCallback, otherDatesCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import {
  datesCallback,
  filterCallback,
  filtersCallback,
  listCallback,
  searchCallback,
} from "../programme/callbacks.ts";

/**
 * The buttons that do nothing but draw another screen in place of their own: pages, filters, months, the menu. Not a card,
 * whose openings are counted, nothing that is an answer in a dialogue, and nothing that keeps or sends something.
 */
const screens = [
  listCallback,
  searchCallback,
  filtersCallback,
  filterCallback,
  datesCallback,
  otherDatesCallback,
  menuCallback,
];

/**
 * Whether a press only draws its message anew. Of several that wait behind each other only the last one is seen, so those
 * before it are skipped: somebody who presses "further" ten times while Telegram wants a second for each message waits for
 * one screen and not for ten. Skipped are updates and not replies, because of a reply nobody can tell whether it repeats a
 * screen or asks a question.
 */
export const redraws = (data: string): boolean => screens.some(({ name }) => data.startsWith(`${name}:`));
