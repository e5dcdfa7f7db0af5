import { defineCallback, plainCallback } from "../../bot/doors/telegram/screen/callback.ts";
import { flag, optional, page } from "../../bot/doors/telegram/screen/codec.ts";
import { oneOf } from "../../bot/doors/telegram/screen/list-codec.ts";
import { zoneNames } from "../../bot/people/zones.ts";
import { languages } from "../../bot/words/language.ts";

/** Buttons about the person: help, settings, language, zone, what is kept of them. */

export const helpCallback = plainCallback("h");
export const settingsCallback = plainCallback("st");
export const privacyCallback = plainCallback("pv");
export const eraseCallback = plainCallback("er");
export const downloadCallback = plainCallback("j");

export const languageCallback = defineCallback("ln", oneOf(languages));

/** A time zone to be set, or with null the list of them. */
export const zoneCallback = defineCallback(
  "rz",
  optional(
    oneOf(zoneNames, [
      "berlin",
      "kaliningrad",
      "moscow",
      "istanbul",
      "samara",
      "yerevan",
      "yekaterinburg",
      "tashkent",
      "omsk",
      "bishkek",
      "novosibirsk",
      "irkutsk",
      "yakutsk",
      "vladivostok",
      "magadan",
      "kamchatka",
    ]),
  ),
);

/** Simple mode on or off. */
export const simpleModeCallback = defineCallback("ms", flag("+", "-"));

/** Screens of simple mode: its beginning, the next lesson, and the event of today with that number. */
export const simpleHomeCallback = plainCallback("mh");
export const simpleLessonCallback = plainCallback("ml");
export const simpleWatchCallback = defineCallback("mw", page, { isOrigin: true });

/** Asks for a shared location to find the zone by. */
export const zoneByPlaceCallback = plainCallback("rp");
