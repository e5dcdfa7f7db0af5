import type { Reader, Services } from "../../../bot/context.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show } from "../../../bot/doors/telegram/screen/show.ts";
import { findFacets } from "../../../bot/programme/listing/facet-store.ts";
import { findInstitutions } from "../../../bot/programme/listing/institution-facet-store.ts";
import { type FilterGroup, isArchive, type Listing, type Scope } from "../../../bot/programme/listing/list-query.ts";
import { countOngoing } from "../../../bot/programme/listing/list-store.ts";
import { formatScope } from "../../../bot/programme/listing/words.ts";
import { findYears } from "../../../bot/programme/listing/year-facet-store.ts";
import { toMenu } from "../../account/menu.ts";
import { onCallback } from "../../kit/on-callback.ts";
import { Screen } from "../../kit/screen.ts";
import { archiveRow } from "../archive.ts";
import { datesCallback, filterCallback, filtersCallback, listCallback } from "../callbacks.ts";
import { isCarried } from "../list-codec.ts";
import { filterLine } from "./filter-line.ts";
import { choicesView, type Filtered, panelView } from "./panel.ts";

/** A list, as the panel of filters looks at it. */
function filteredList({ database }: Pick<Services, "database">, reader: Reader, { scope, filters }: Listing): Filtered {
  const { t, now, zone } = reader;
  const to = (next: Scope, by = filters) => listCallback.data({ scope: next, filters: by, page: 0 });
  return {
    name: formatScope(scope, reader),
    filters,
    offers: (group) => isOffered(group, scope),
    carries: (by) => isCarried({ scope, filters: by, page: 0 }),
    shown: (by) => to(scope, by),
    panel: (by) => filtersCallback.data({ scope, filters: by, page: 0 }),
    choices: (group, by) => filterCallback.data({ group, listing: { scope, filters: by, page: 0 } }),
    facets: () => findFacets(database, scope, filters, reader),
    institutions: () => findInstitutions(database, scope, filters, { now, zone, language: t.language }),
    years: () => findYears(database, { now, zone }),
    line: () => filterLine(database, { scope, filters }, t),
    chips: [],
    async ways() {
      if (isArchive(scope.kind)) return archiveRow(scope.kind, filters, t);
      const ongoing = scope.kind === "ongoing" ? 0 : await countOngoing(database, filters, reader);
      const exhibitions = button(t("button.ongoing_count", { count: ongoing }), to({ kind: "ongoing" }));
      const date = button(t("button.date"), datesCallback.data({ month: null, filters, back: scope }));
      return ongoing > 0 ? [date, exhibitions] : [date];
    },
    back: [button(t("button.back"), to(scope)), toMenu(t)],
  };
}

/** Exhibitions and recordings have no hours, and what is to come has no years. */
function isOffered(group: FilterGroup, { kind }: Scope): boolean {
  if (group === "year") return isArchive(kind);
  return group !== "part" || (kind !== "ongoing" && !isArchive(kind) && kind !== "live");
}

export const filtersScreen = new Screen();

onCallback(filtersScreen, filtersCallback, async (ctx, listing) =>
  show(ctx, await panelView(filteredList(ctx.services, ctx.reader, listing), ctx.reader)),
);
onCallback(filtersScreen, filterCallback, async (ctx, { group, listing }) =>
  show(ctx, await choicesView(filteredList(ctx.services, ctx.reader, listing), ctx.reader, group)),
);
