import { accessibilities, ageRatings, audiences, sections } from "../../../bot/programme/event.ts";
import { withFilter } from "../../../bot/programme/listing/facets.ts";
import { filterWords } from "../../../bot/programme/listing/filter-words.ts";
import {
  dayParts,
  type FilterGroup,
  type Filters,
  kinds,
  priceLimits,
} from "../../../bot/programme/listing/list-query.ts";
import { languages } from "../../../bot/words/language.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";

/** One value of a group of filters, as a button. */
export interface FilterChoice {
  label: string;
  isChosen: boolean;
  /** The filters with this value alone in its group, for counting. */
  alone: Filters;
  /** The filters after a press: the value comes in, or goes if it was there. */
  pressed: Filters;
}

/** Groups in which several values can be chosen. */
const severalIn: readonly FilterGroup[] = ["section", "kind", "audience", "accessibility", "heldIn", "part"];

export const takesSeveral = (group: FilterGroup): boolean => severalIn.includes(group);

/** What can be chosen in a group. Institutions come from the programme and are not among them. */
export function choicesOf(group: FilterGroup, filters: Filters, t: Translate): FilterChoice[] {
  const words = filterWords(t);
  switch (group) {
    case "section":
      return several(sections, filters.section, words.section, (value) => withFilter(filters, "section", value));
    case "kind":
      return several(kinds, filters.kind, words.kind, (value) => withFilter(filters, "kind", value));
    case "audience":
      return several(audiences, filters.audience, words.audience, (value) => withFilter(filters, "audience", value));
    case "accessibility":
      return several(accessibilities, filters.accessibility, words.accessibility, (value) =>
        withFilter(filters, "accessibility", value),
      );
    case "heldIn":
      return several(languages, filters.heldIn, words.heldIn, (value) => withFilter(filters, "heldIn", value));
    case "part":
      return several(dayParts, filters.part, words.part, (value) => withFilter(filters, "part", value));
    case "age":
      return one(ageRatings, filters.age, words.age, (value) => withFilter(filters, "age", value));
    case "price":
      return one(priceLimits, filters.price, words.price, (value) => withFilter(filters, "price", value));
    case "free":
      return one(
        [true as const],
        filters.free,
        () => t("filter.free"),
        (value) => withFilter(filters, "free", value),
      );
    case "institution":
    case "year":
      return [];
  }
}

function several<T>(
  values: readonly T[],
  chosen: readonly T[] = [],
  label: (value: T) => string,
  set: (values: readonly T[] | undefined) => Filters,
): FilterChoice[] {
  return values.map((value) => {
    const isChosen = chosen.includes(value);
    const next = values.filter((each) => (each === value ? !isChosen : chosen.includes(each)));
    return { label: label(value), isChosen, alone: set([value]), pressed: set(next.length === 0 ? undefined : next) };
  });
}

function one<T>(
  values: readonly T[],
  chosen: T | undefined,
  label: (value: T) => string,
  set: (value: T | undefined) => Filters,
): FilterChoice[] {
  return values.map((value) => {
    const isChosen = chosen === value;
    return { label: label(value), isChosen, alone: set(value), pressed: set(isChosen ? undefined : value) };
  });
}
