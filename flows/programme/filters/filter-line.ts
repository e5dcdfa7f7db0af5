import type { Services } from "../../../bot/context.ts";
import { withFilter } from "../../../bot/programme/listing/facets.ts";
import { countChosen, formatFilters } from "../../../bot/programme/listing/filter-words.ts";
import { findInstitutionName } from "../../../bot/programme/listing/institution-facet-store.ts";
import type { Filters, Listing } from "../../../bot/programme/listing/list-query.ts";
import { halfOf } from "../../../bot/programme/listing/words.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";

type Of = Pick<Listing, "scope" | "filters">;

/** The filters that somebody chose: the half of a day that an overview led to is part of the list's name. */
const chosenIn = (listing: Of): Filters =>
  halfOf(listing) === null ? listing.filters : withFilter(listing.filters, "part", undefined);

/** The filters in force, one line, or nothing. */
export async function filterLine(database: Services["database"], listing: Of, t: Translate): Promise<string | null> {
  const filters = chosenIn(listing);
  if (countChosen(filters) === 0) return null;
  const { institution } = filters;
  const name = institution === undefined ? null : await findInstitutionName(database, institution, t.language);
  return t("list.filters", { list: formatFilters(filters, t, name).join(", ") });
}

/** The label of the button to the panel, with the number of filters in force. */
export function filtersLabel(listing: Of, t: Translate): string {
  const count = countChosen(chosenIn(listing));
  return count > 0 ? t("button.filters_set", { count }) : t("button.filters");
}
