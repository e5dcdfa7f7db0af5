import { areaPage } from "../../bot/classes/callbacks.ts";
import { leadChoiceNames } from "../../bot/classes/lessons/messages/lead-choice.ts";
import { defineCallback, idCallback, plainCallback } from "../../bot/doors/telegram/screen/callback.ts";
import { fields, flag, id } from "../../bot/doors/telegram/screen/codec.ts";
import { oneOf } from "../../bot/doors/telegram/screen/list-codec.ts";

/** Buttons of classes for those who learn. */

export { courseCallback, handoutsCallback, ownClassCallback, ownClassesCallback } from "../../bot/classes/callbacks.ts";

/** What /classes shows. */
export const classesCallback = plainCallback("bs");

/** The subjects that there is something to learn of. */
export const areasCallback = plainCallback("ba");

/** A page of the courses of a subject. */
export const areaCallback = defineCallback("bl", areaPage);

/** One group of a course, as a link opens it. */
export const groupCallback = idCallback("bg");

/** A course's link as a QR code. */
export const qrCallback = idCallback("bq");

/** Begins the enrolment into a group; the number is the group's. */
export const enrolCallback = idCallback("eb");

/** Changes from one's own group of a course into another; `sure`: also if others wait for the seat that is left. */
export const changeGroupCallback = defineCallback(
  "ek",
  fields("{groupId}{sure}", { groupId: id, sure: flag("!", "") }),
);

/** When one is reminded of the lessons of a class; its enrolment. */
export const lessonLeadsCallback = idCallback("eg");

/** Chooses that. */
export const chooseLeadsCallback = defineCallback(
  "eh",
  fields("{enrolmentId}.{choice}", { enrolmentId: id, choice: oneOf(leadChoiceNames) }),
);

/** Asks whether somebody wants to leave, and does it. */
export const askLeaveCallback = idCallback("el");
export const leaveCallback = idCallback("ey");

/** Something that the teacher gave to a class, to be had again. */
export const handoutCallback = idCallback("ef");

/** The certificate of an enrolment, for its owner. */
export const ownCertificateCallback = idCallback("et");
