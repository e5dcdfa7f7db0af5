import { stars } from "../../../voices/stars.ts";
import { defineCallback, from, idCallback, plainCallback, type StateOf } from "./callback.ts";
import { fields, flag, id, page } from "./codec.ts";
import { oneOf } from "./list-codec.ts";

/** Buttons that also stand under messages which nobody asked for: rooms below the flows make them, so they live here. */

export const menuCallback = plainCallback("m");

/** A card, with its whole text or not. */
export const cardCallback = defineCallback(
  "c",
  fields("{occurrenceId}{whole}~{from}", { occurrenceId: id, whole: flag("!", ""), from }),
);

export type CardState = StateOf<typeof cardCallback>;

/** The other dates of an event, and the card to go back to. */
export const otherDatesCallback = defineCallback(
  "o",
  fields("{occurrenceId}.{page}~{from}", { occurrenceId: id, page, from }),
);

/** The data of a button that opens a card from a message of its own: there is no screen to go back to. */
export const openCardData = (occurrenceId: number): string =>
  cardCallback.data({ occurrenceId, whole: false, from: "" });

/** The data of a button that opens an event's other dates from a message of its own. */
export const openOtherDatesData = (occurrenceId: number): string =>
  otherDatesCallback.data({ occurrenceId, page: 0, from: "" });

/** Minutes that a reminder can be put off by. */
export const snoozes = [10, 60] as const;

/** Puts a reminder off. */
export const snoozeCallback = defineCallback(
  "rs",
  fields("{occurrenceId}.{minutes}", { occurrenceId: id, minutes: oneOf(snoozes) }),
);

/** Ends all reminders of a date, from a message about it. */
export const muteCallback = idCallback("rq");

/** Says how it was: 1 to 5 stars. */
export const rateCallback = defineCallback(
  "rr",
  fields("{occurrenceId}.{stars}", { occurrenceId: id, stars: oneOf(stars) }),
);
