import { languages, type Texts, textIn } from "../language.ts";
import type { LocaleFile } from "./locale-file.ts";

/** What messages say of the city, in one language. */
export interface CityTexts {
  /** "Kazan". */
  name: string;
  /** Where something is: "in Kazan". */
  place: string;
  /** What the city's clock is called: "Kazan time". */
  clock: string;
  /** Who signs certificates, where a course says nothing. */
  issuer: string;
}

/** The keys of these texts among the messages: "city.name" and so on. */
export const cityKeys = ["name", "place", "clock", "issuer"] as const satisfies readonly (keyof CityTexts)[];

/** A locale file with the texts of a city, in its own language or the next that the city has. */
export function withCity(locale: LocaleFile, city: Texts<CityTexts>): LocaleFile {
  const texts = textIn(city, locale.language);
  if (texts === undefined) throw new Error(`a city has texts in none of ${languages.join(", ")}`);
  const added = cityKeys.map((key) => [`city.${key}`, texts[key]] as const);
  return { ...locale, texts: new Map([...locale.texts, ...added]) };
}
