import { formatHeldIn } from "../../words/held-in.ts";
import type { Language } from "../../words/language.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatNumber } from "../../words/numbers.ts";
import type { Accessibility, AgeRating, Audience, Section } from "../event.ts";
import type { DayPart, Filters, Kind, PriceLimit } from "./list-query.ts";

/** The values of each group as a button or a line says them. An institution is called by its name, which a store knows. */
export const filterWords = (t: Translate) => ({
  section: (value: Section) => t(`section.${value}`),
  kind: (value: Kind) => t(`filter.kind_value.${value}`),
  age: (value: AgeRating) => t("filter.age_value", { age: String(value) }),
  audience: (value: Audience) => t(`audience.${value}`),
  accessibility: (value: Accessibility) => t(`accessibility.short.${value}`),
  heldIn: (value: Language) => formatHeldIn(value, t) ?? value,
  price: (value: PriceLimit) => t("filter.price_value", { amount: formatNumber(value, t.language) }),
  part: (value: DayPart) => t(`filter.part_value.${value}`),
});

/** Everything that is chosen, in the order of the panel. */
export function formatFilters(filters: Filters, t: Translate, institution: string | null): string[] {
  const words = filterWords(t);
  const {
    section = [],
    kind = [],
    free,
    age,
    audience = [],
    accessibility = [],
    heldIn = [],
    price,
    part = [],
    year,
  } = filters;
  return [
    ...section.map(words.section),
    ...kind.map(words.kind),
    ...(free ? [t("filter.free")] : []),
    ...(age === undefined ? [] : [words.age(age)]),
    ...audience.map(words.audience),
    ...accessibility.map(words.accessibility),
    ...heldIn.map(words.heldIn),
    ...(price === undefined ? [] : [words.price(price)]),
    ...part.map(words.part),
    ...(year === undefined ? [] : [String(year)]),
    ...(filters.institution === undefined ? [] : [institution ?? t("filter.institution")]),
  ];
}

/** How many values are chosen in all groups. */
export const countChosen = (filters: Filters): number =>
  Object.values(filters).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 1), 0);
