import { Composer } from "grammy";
import type { BotContext, Reader, Services } from "../../bot/context.ts";
import { button, type Row, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { accessibilities, ageRatings, audiences, sections } from "../../bot/programme/event.ts";
import { type CountedFacet, findFacets } from "../../bot/programme/listing/facet-store.ts";
import { countMatching, withFilter } from "../../bot/programme/listing/facets.ts";
import {
  type FilterGroup,
  type Filters,
  filterGroups,
  kinds,
  type Listing,
} from "../../bot/programme/listing/list-query.ts";
import { formatFilter, formatScope } from "../../bot/programme/listing/words.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { filterCallback, filtersCallback, listCallback } from "./callbacks.ts";

/** What can be chosen in a group; "free" is a switch and needs no screen of its own. */
const choices: { [G in FilterGroup]: readonly NonNullable<Filters[G]>[] } = {
  section: sections,
  kind: kinds,
  free: [true],
  age: ageRatings,
  audience: audiences,
  accessibility: accessibilities,
};

/** The panel: one button a group with what is chosen there, and how much would be left. */
export async function panelView(services: Services, reader: Reader, listing: Listing): Promise<View> {
  const { t } = reader;
  const { scope, filters } = listing;
  const facets = await findFacets(services.database, scope, reader);
  const found = countMatching(facets, filters);
  const groups = filterGroups
    .filter((group) => filters[group] !== undefined || hasChoice(group, filters, facets))
    .map((group) =>
      group === "free"
        ? freeButton(listing, facets, t)
        : button(groupLabel(group, filters, t), filterCallback.data({ group, listing })),
    );
  const reset = button(t("button.reset"), filtersCallback.data({ scope, filters: {}, page: 0 }));
  return {
    text: joinLines(
      html`<b>${t("filter.title", { list: formatScope(scope, reader) })}</b>`,
      "",
      t("filter.found", { count: found }),
    ),
    keyboard: [
      ...rows(groups, 2),
      [button(t("button.show", { count: found }), listCallback.data({ scope, filters, page: 0 }))],
      Object.keys(filters).length > 0 ? [reset, toMenu(t)] : [toMenu(t)],
    ],
  };
}

/** The choices of one group, each with the number it would leave; empty ones are left out. */
async function choicesView(services: Services, reader: Reader, group: FilterGroup, listing: Listing): Promise<View> {
  const { t } = reader;
  const facets = await findFacets(services.database, listing.scope, reader);
  const to = (filters: Filters) => filtersCallback.data({ ...listing, filters, page: 0 });
  const buttons = choices[group].flatMap((value) => {
    const filters = withFilter(listing.filters, group, value);
    const count = countMatching(facets, filters);
    const chosen = listing.filters[group] === value;
    if (count === 0 && !chosen) return [];
    const label = t("button.counted", { label: formatFilter(group, value, t), count });
    return [button(chosen ? t("button.chosen", { label }) : label, to(filters))];
  });
  const any = button(t("button.any"), to(withFilter(listing.filters, group, undefined)));
  return {
    text: html`<b>${t("filter.choose", { group: t(`filter.${group}`).toLowerCase() })}</b>`,
    keyboard: [...rows(buttons, 2), [any, button(t("button.back"), to(listing.filters))]] satisfies Row[],
  };
}

/** Whether anything in a group would leave something: what would not is not offered. */
const hasChoice = (group: FilterGroup, filters: Filters, facets: readonly CountedFacet[]): boolean =>
  choices[group].some((value) => countMatching(facets, withFilter(filters, group, value)) > 0);

function groupLabel(group: FilterGroup, filters: Filters, t: Translate): string {
  const value = filters[group];
  const name = t(`filter.${group}`);
  return value === undefined ? name : t("filter.chosen", { group: name, value: formatFilter(group, value, t) });
}

function freeButton(listing: Listing, facets: readonly CountedFacet[], t: Translate) {
  const { free } = listing.filters;
  const filters = withFilter(listing.filters, "free", free ? undefined : true);
  const label = t("button.counted", {
    label: t("filter.free"),
    count: countMatching(facets, withFilter(listing.filters, "free", true)),
  });
  return button(free ? t("button.chosen", { label }) : label, filtersCallback.data({ ...listing, filters, page: 0 }));
}

export const filtersScreen = new Composer<BotContext>();

onCallback(filtersScreen, filtersCallback, async (ctx, listing) =>
  show(ctx, await panelView(ctx.services, ctx.reader, listing)),
);
onCallback(filtersScreen, filterCallback, async (ctx, { group, listing }) =>
  show(ctx, await choicesView(ctx.services, ctx.reader, group, listing)),
);
