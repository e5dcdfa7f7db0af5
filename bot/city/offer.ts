import { type Area, areas } from "../classes/areas.ts";
import type { QuietHours } from "../people/quiet-hours.ts";
import { usualQuietHours } from "../people/quiet-hours.ts";
import { type Section, sections } from "../programme/event.ts";
import { type Language, languages } from "../words/language.ts";
import type { CityLink } from "./city-file.ts";

/** What a city offers its residents, out of all that the program knows; each list in the order of its buttons. */
export interface CityOffer {
  languages: readonly Language[];
  sections: readonly Section[];
  areas: readonly Area[];
  /** For people who have not chosen others. */
  quiet: QuietHours;
  links: readonly CityLink[];
}

const everything: CityOffer = { languages, sections, areas, quiet: usualQuietHours, links: [] };

export const offerOf = ({ offer = everything }: { offer?: CityOffer }): CityOffer => offer;
