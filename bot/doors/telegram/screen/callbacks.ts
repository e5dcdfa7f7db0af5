import { type Stars, stars } from "../../../voices/stars.ts";
import { defineCallback, packId, plainCallback, unpackId } from "./callback.ts";

/**
 * Buttons that also stand under messages which nobody asked for: rooms below the flows make them, so they live here.
 * The names share one space with flows/callbacks.ts.
 */

export const menuCallback = plainCallback("m");

/** Where a card was opened from: the data of that screen's button, "" for nowhere. */
export type From = string;

export interface CardState {
  occurrenceId: number;
  /** With its whole text. */
  whole: boolean;
  from: From;
}

/** A card; `readFrom` lets through what it knows as a screen to go back to, and makes "" of the rest. */
export const defineCardCallback = (readFrom: (text: string) => From) =>
  defineCallback<CardState>(
    "c",
    ({ occurrenceId, whole, from }) => `${packId(occurrenceId)}${whole ? "!" : ""}~${from}`,
    (text) => {
      const parts = /^([0-9a-z]+)(!?)~(.*)$/.exec(text);
      const occurrenceId = unpackId(parts?.[1] ?? "");
      return occurrenceId === undefined
        ? undefined
        : { occurrenceId, whole: parts?.[2] === "!", from: readFrom(parts?.[3] ?? "") };
    },
  );

/** The other dates of an event, and the card to go back to. */
export const defineOtherDatesCallback = (readFrom: (text: string) => From) =>
  defineCallback<{ occurrenceId: number; page: number; from: From }>(
    "o",
    ({ occurrenceId, page, from }) => `${packId(occurrenceId)}.${page.toString(36)}~${from}`,
    (text) => {
      const parts = /^([0-9a-z]+)\.([0-9a-z]{1,2})~(.*)$/.exec(text);
      const occurrenceId = unpackId(parts?.[1] ?? "");
      return occurrenceId === undefined
        ? undefined
        : { occurrenceId, page: Number.parseInt(parts?.[2] ?? "0", 36), from: readFrom(parts?.[3] ?? "") };
    },
  );

const nowhere = () => "";

/** The data of a button that opens a card from a message of its own: there is no screen to go back to. */
export const openCardData = (occurrenceId: number): string =>
  defineCardCallback(nowhere).data({ occurrenceId, whole: false, from: "" });

/** The same for the other dates of an event. */
export const openOtherDatesData = (occurrenceId: number): string =>
  defineOtherDatesCallback(nowhere).data({ occurrenceId, page: 0, from: "" });

/** Minutes that a reminder can be put off by. */
export const snoozes = [10, 60] as const;
export type Snooze = (typeof snoozes)[number];

/** Puts a reminder off. */
export const snoozeCallback = defineCallback<{ occurrenceId: number; minutes: Snooze }>(
  "rs",
  ({ occurrenceId, minutes }) => `${packId(occurrenceId)}.${minutes}`,
  (text) => {
    const [id = "", minutes] = text.split(".");
    const occurrenceId = unpackId(id);
    const known = snoozes.find((snooze) => String(snooze) === minutes);
    return occurrenceId === undefined || known === undefined ? undefined : { occurrenceId, minutes: known };
  },
);

/** Ends all reminders of a date, from a message about it. */
export const muteCallback = defineCallback<number>("rq", packId, unpackId);

/** Says how it was: 1 to 5 stars. */
export const rateCallback = defineCallback<{ occurrenceId: number; stars: Stars }>(
  "rr",
  ({ occurrenceId, stars: given }) => `${packId(occurrenceId)}.${given}`,
  (text) => {
    const [id = "", given] = text.split(".");
    const occurrenceId = unpackId(id);
    const known = stars.find((count) => String(count) === given);
    return occurrenceId === undefined || known === undefined ? undefined : { occurrenceId, stars: known };
  },
);
