import { defineCallback, idCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { fields, id, page } from "../../../bot/doors/telegram/screen/codec.ts";
import { oneOf } from "../../../bot/doors/telegram/screen/list-codec.ts";
import { languages } from "../../../bot/words/language.ts";

/** Buttons of places. */

/** A page of the places that somebody may see. */
export const placesCallback = defineCallback("ua", page);
export const findPlaceCallback = plainCallback("ug");

export const placeCallback = idCallback("ub");

/** Asks for its name and address in a language. */
export const placeWordsCallback = defineCallback(
  "uc",
  fields("{placeId}~{language}", { placeId: id, language: oneOf(languages) }),
);

/** Asks where on the map it is. */
export const placePinCallback = idCallback("ud");

/** Asks which other place it is. */
export const placeMergeCallback = idCallback("ue");

/** Parts a place from the one that it was merged into. */
export const unmergeCallback = idCallback("uf");
