import { defineCallback, packId, plainCallback, unpackId } from "../doors/telegram/screen/callback.ts";

/** Buttons of classes that also stand under deliveries. */

/** Takes an offered place; the offer's id. */
export const acceptCallback = defineCallback<number>("eo", packId, unpackId);

/** Gives an offered place to the next. */
export const declineCallback = defineCallback<number>("ed", packId, unpackId);

/** Goes to the end of a group's line again; the group's id. */
export const joinLineCallback = defineCallback<number>("ej", packId, unpackId);

/** Asks for the way into a lesson; the lesson's id. */
export const joinCallback = defineCallback<number>("yj", packId, unpackId);

/** A course, with a page of its groups. */
export const courseCallback = defineCallback<{ courseId: number; page: number }>(
  "bc",
  ({ courseId, page }) => `${packId(courseId)}.${packId(page)}`,
  (text) => {
    const parts = /^([0-9a-z]+)\.([0-9a-z]{1,2})$/.exec(text);
    const courseId = unpackId(parts?.[1] ?? "");
    return courseId === undefined ? undefined : { courseId, page: Number.parseInt(parts?.[2] ?? "0", 36) };
  },
);

/** The classes of the person who taps. */
export const ownClassesCallback = plainCallback("em");

/** A page of what the teacher gave to a class, by the reader's enrolment in it. */
export const handoutsCallback = defineCallback<{ enrolmentId: number; page: number }>(
  "ea",
  ({ enrolmentId, page }) => `${packId(enrolmentId)}.${packId(page)}`,
  (text) => {
    const parts = /^([0-9a-z]+)\.([0-9a-z]{1,3})$/.exec(text);
    const enrolmentId = unpackId(parts?.[1] ?? "");
    return enrolmentId === undefined ? undefined : { enrolmentId, page: Number.parseInt(parts?.[2] ?? "0", 36) };
  },
);
