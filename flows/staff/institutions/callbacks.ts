import { defineCallback, idCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { fields, id, page } from "../../../bot/doors/telegram/screen/codec.ts";
import { oneOf } from "../../../bot/doors/telegram/screen/list-codec.ts";
import { languages } from "../../../bot/words/language.ts";

/** Buttons of institutions. */

/** A page of the institutions that somebody may edit. */
export const institutionsCallback = defineCallback("ph", page);

export const newInstitutionCallback = plainCallback("pb");
export const findInstitutionCallback = plainCallback("pf");

/** One institution. */
export const institutionCallback = idCallback("pi");

/** Asks for its name and address in a language. */
export const institutionWordsCallback = defineCallback(
  "pw",
  fields("{institutionId}~{language}", { institutionId: id, language: oneOf(languages, ["ru", "tt", "en"]) }),
);

/** Asks where on the map it is. */
export const institutionPlaceCallback = idCallback("pl");
