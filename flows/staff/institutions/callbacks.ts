import { defineCallback, packId, plainCallback, unpackId } from "../../../bot/doors/telegram/screen/callback.ts";
import { type Language, languages } from "../../../bot/words/language.ts";

/** Buttons of institutions. The names share one space with those of the programme. */

/** A page of the institutions that somebody may edit. */
export const institutionsCallback = defineCallback<number>("ph", packId, (text) =>
  /^[0-9a-z]{1,3}$/.test(text) ? Number.parseInt(text, 36) : undefined,
);

export const newInstitutionCallback = plainCallback("pb");
export const findInstitutionCallback = plainCallback("pf");

/** One institution. */
export const institutionCallback = defineCallback<number>("pi", packId, unpackId);

/** Asks for its name and address in a language. */
export const institutionWordsCallback = defineCallback<{ institutionId: number; language: Language }>(
  "pw",
  ({ institutionId, language }) => `${packId(institutionId)}~${languages.indexOf(language)}`,
  (text) => {
    const [id = "", index = ""] = text.split("~");
    const [institutionId, language] = [unpackId(id), languages[/^\d$/.test(index) ? Number(index) : -1]];
    return institutionId === undefined || language === undefined ? undefined : { institutionId, language };
  },
);

/** Asks where on the map it is. */
export const institutionPlaceCallback = defineCallback<number>("pl", packId, unpackId);
