import { type Area, areas } from "../../bot/classes/areas.ts";
import { defineCallback, packId, plainCallback, unpackId } from "../../bot/doors/telegram/screen/callback.ts";

/** Buttons of classes for those who learn; flows/callbacks.ts has the rule for their names. */

/** What /classes shows. */
export const classesCallback = plainCallback("bs");

/** The subjects that there is something to learn of. */
export const areasCallback = plainCallback("ba");

/** A page of the courses of a subject. */
export const areaCallback = defineCallback<{ area: Area; page: number }>(
  "bl",
  ({ area, page }) => `${areas.indexOf(area)}.${packId(page)}`,
  (text) => {
    const parts = /^(\d{1,2})\.([0-9a-z]{1,3})$/.exec(text);
    const area = areas[Number(parts?.[1] ?? Number.NaN)];
    return area && { area, page: Number.parseInt(parts?.[2] ?? "0", 36) };
  },
);

export { courseCallback, handoutsCallback, ownClassesCallback } from "../../bot/classes/callbacks.ts";

/** One group of a course, as a link opens it. */
export const groupCallback = defineCallback<number>("bg", packId, unpackId);

/** A course's link as a QR code. */
export const qrCallback = defineCallback<number>("bq", packId, unpackId);

/** Begins the enrolment into a group; the number is the group's. */
export const enrolCallback = defineCallback<number>("eb", packId, unpackId);

/** A class of the person who taps, by its enrolment. */
export const ownClassCallback = defineCallback<number>("ec", packId, unpackId);

/** Asks whether somebody wants to leave, and does it. */
export const askLeaveCallback = defineCallback<number>("el", packId, unpackId);
export const leaveCallback = defineCallback<number>("ey", packId, unpackId);

/** Something that the teacher gave to a class, to be had again. */
export const handoutCallback = defineCallback<number>("ef", packId, unpackId);

/** The certificate of an enrolment, for its owner. */
export const ownCertificateCallback = defineCallback<number>("et", packId, unpackId);
