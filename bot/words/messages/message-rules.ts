import {
  isDateElement,
  isPluralElement,
  isSelectElement,
  isTimeElement,
  type MessageFormatElement,
  type PluralElement,
} from "@formatjs/icu-messageformat-parser";
import { pluralRules } from "../intl.ts";
import type { Language } from "../language.ts";

/** Throws an Error with the reason when a message uses what its language, or this project, has not. */
export function checkElements(elements: readonly MessageFormatElement[], language: Language): void {
  for (const element of elements) {
    if (isDateElement(element) || isTimeElement(element)) {
      throw new Error(`{${element.value}} is a date; dates come into messages as text, in the person's zone`);
    }
    if (isPluralElement(element)) checkPlural(element, language);
    if (isPluralElement(element) || isSelectElement(element)) {
      for (const option of Object.values(element.options)) checkElements(option.value, language);
    }
  }
}

/** A plural has `other` alone or all the forms of its language: "one" is dead in Tatar, Russian without "few" says "2 билетов". */
function checkPlural({ value, options, pluralType }: PluralElement, language: Language): void {
  const known: string[] = pluralRules(language, pluralType).resolvedOptions().pluralCategories;
  const given = Object.keys(options).filter((option) => !option.startsWith("="));

  const foreign = given.find((form) => !known.includes(form));
  if (foreign !== undefined) throw new Error(`${value}: "${foreign}" is no plural form of this language`);
  const missing = known.find((form) => !given.includes(form));
  if (missing !== undefined && given.length > 1) throw new Error(`${value}: the plural form "${missing}" is missing`);

  const exact = language === "tt" && Object.keys(options).find((option) => /^=(?![01]$)/.test(option));
  if (exact) throw new Error(`${value}: "${exact}" is not needed in Tatar, where only =0, =1 and other differ`);
}
