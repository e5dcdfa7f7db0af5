import { areaFields } from "../../bot/classes/callbacks.ts";
import { levels } from "../../bot/classes/courses/course.ts";
import { type CourseFilters, weekdays } from "../../bot/classes/courses/course-filters.ts";
import { leadChoiceNames } from "../../bot/classes/lessons/messages/lead-choice.ts";
import { defineCallback, idCallback, plainCallback } from "../../bot/doors/telegram/screen/callback.ts";
import { after, type Codec, fields, flag, id, optional } from "../../bot/doors/telegram/screen/codec.ts";
import { letterOf, oneOf, severalOf } from "../../bot/doors/telegram/screen/list-codec.ts";
import { languages } from "../../bot/words/language.ts";

/** Buttons of classes for those who learn. */

export { courseCallback, handoutsCallback, ownClassCallback, ownClassesCallback } from "../../bot/classes/callbacks.ts";

/** What /classes shows. */
export const classesCallback = plainCallback("bs");

/** The subjects that there is something to learn of. */
export const areasCallback = plainCallback("ba");

const level = letterOf(levels, { beginner: "b", intermediate: "i", advanced: "a" });
const heldIn = letterOf(languages, { ru: "r", tt: "t", en: "e" });
const weekday = letterOf(weekdays, { 1: "a", 2: "b", 3: "c", 4: "d", 5: "e", 6: "f", 7: "g" });

const chosen = fields("{level}{heldIn}{weekday}{free}", {
  level: optional(after("L", severalOf(level))),
  heldIn: optional(after("H", severalOf(heldIn))),
  weekday: optional(after("D", severalOf(weekday))),
  free: flag("F", ""),
});

/** Each group of filters is a capital letter, and a letter for each of its values. */
const courseFilters: Codec<CourseFilters> = {
  pattern: chosen.pattern,
  encode: ({ level = null, heldIn = null, weekday = null, free = false }) =>
    chosen.encode({ level, heldIn, weekday, free }),
  decode(data) {
    const read = chosen.decode(data);
    return (
      read && {
        ...(read.level && { level: read.level }),
        ...(read.heldIn && { heldIn: read.heldIn }),
        ...(read.weekday && { weekday: read.weekday }),
        ...(read.free && { free: true }),
      }
    );
  },
};

const coursesPage = fields("{area}.{page}{filters}", { ...areaFields, filters: courseFilters });

/** A page of the courses of a subject. */
export const areaCallback = defineCallback("bl", coursesPage);

/** The panel of filters over them. */
export const courseFiltersCallback = defineCallback("bf", coursesPage);

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

/** Asks for one's own number, under which staff may have written one down. */
export const findPlacesCallback = plainCallback("ei");

/** Asks whether somebody wants to leave, and does it. */
export const askLeaveCallback = idCallback("el");
export const leaveCallback = idCallback("ey");

/** Something that the teacher gave to a class, to be had again. */
export const handoutCallback = idCallback("ef");

/** The certificate of an enrolment, for its owner. */
export const ownCertificateCallback = idCallback("et");
