import type { Reader, Services } from "../../../bot/context.ts";
import { findFacetsAmong } from "../../../bot/programme/listing/facet-store.ts";
import { findInstitutionsAmong } from "../../../bot/programme/listing/institution-facet-store.ts";
import type { Filters } from "../../../bot/programme/listing/list-query.ts";
import type { Filtered } from "./panel.ts";

/** What a panel asks of dates that are known already, such as those a search found; they reach back to no year and lead on nowhere else. */
export const overDates = (
  database: Services["database"],
  { t, zone }: Reader,
  { ids, filters }: { ids: readonly number[]; filters: Filters },
): Pick<Filtered, "offers" | "facets" | "institutions" | "years" | "ways"> => ({
  offers: (group) => group !== "year",
  facets: () => findFacetsAmong(database, ids, filters, zone),
  institutions: () => findInstitutionsAmong(database, ids, filters, { language: t.language, zone }),
  years: async () => [],
  ways: async () => [],
});
