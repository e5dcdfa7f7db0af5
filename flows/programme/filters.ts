import { Composer } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { BotContext, Reader, Services } from "../../bot/context.ts";
import { button, type Row, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { type CountedFacet, findFacets } from "../../bot/programme/listing/facet-store.ts";
import { countMatching, withFilter } from "../../bot/programme/listing/facets.ts";
import { findInstitutions } from "../../bot/programme/listing/institution-facet-store.ts";
import { type FilterGroup, filterGroups, type Listing, type Scope } from "../../bot/programme/listing/list-query.ts";
import { countOngoing } from "../../bot/programme/listing/list-store.ts";
import { formatScope } from "../../bot/programme/listing/words.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { datesCallback, filterCallback, filtersCallback, listCallback } from "./callbacks.ts";
import { choicesOf, type FilterChoice, takesSeveral } from "./filter-choices.ts";
import { filterLine } from "./filter-line.ts";
import { isCarried } from "./list-codec.ts";

/** The panel: one button a group with what is chosen there, how much would be left, and the other ways on. */
async function panelView(services: Services, reader: Reader, listing: Listing): Promise<View> {
  const { t } = reader;
  const { scope, filters } = listing;
  const { database } = services;
  const [facets, ongoing, line] = await Promise.all([
    findFacets(database, scope, filters, reader),
    scope.kind === "ongoing" ? 0 : countOngoing(database, filters, reader),
    filterLine(database, listing, t),
  ]);
  const found = countMatching(facets, filters);
  const groups = filterGroups
    .filter(
      (group) => isOffered(group, scope) && (filters[group] !== undefined || hasChoice(group, listing, facets, t)),
    )
    .map((group) => (group === "free" ? freeButton(listing, facets, t) : groupButton(group, listing, t)));
  const to = (next: Scope) => listCallback.data({ scope: next, filters, page: 0 });
  const exhibitions = button(t("button.ongoing_count", { count: ongoing }), to({ kind: "ongoing" }));
  return {
    text: joinLines(
      html`<b>${t("filter.title", { list: formatScope(scope, reader) })}</b>`,
      line,
      "",
      t("filter.found", { count: found }),
    ),
    keyboard: [
      ...rows(groups, 2),
      [button(t("button.show", { count: found }), to(scope))],
      Object.keys(filters).length > 0
        ? [button(t("button.reset"), filtersCallback.data({ scope, filters: {}, page: 0 }))]
        : [],
      [
        button(t("button.date"), datesCallback.data({ month: null, filters, back: scope })),
        ...(ongoing > 0 ? [exhibitions] : []),
      ],
      [button(t("button.back"), to(scope)), toMenu(t)],
    ],
  };
}

/** The choices of one group, each with the number that it alone would leave; empty ones are left out. */
async function choicesView(services: Services, reader: Reader, group: FilterGroup, listing: Listing): Promise<View> {
  const { t } = reader;
  const facets = await findFacets(services.database, listing.scope, listing.filters, reader);
  const choices =
    group === "institution"
      ? await institutionChoices(services, reader, listing)
      : choicesOf(group, listing.filters, t).map((choice) => ({
          ...choice,
          count: countMatching(facets, choice.alone),
        }));
  const stay = (filters: Listing["filters"]) =>
    filterCallback.data({ group, listing: { ...listing, filters, page: 0 } });
  const buttons = choices
    .filter(({ count, isChosen, pressed }) => (count > 0 || isChosen) && isCarried({ ...listing, filters: pressed }))
    .map(({ label, count, isChosen, pressed }) => {
      const counted = t("button.counted", { label, count });
      return button(isChosen ? t("button.chosen", { label: counted }) : counted, stay(pressed));
    });
  const left = countMatching(facets, listing.filters);
  return {
    text: html`<b>${t(takesSeveral(group) ? "filter.choose_several" : "filter.choose_one", { group: t(`filter.${group}`) })}</b>`,
    keyboard: [
      ...rows(buttons, 2),
      [button(t("button.show", { count: left }), listCallback.data({ ...listing, page: 0 }))],
      [
        button(t("button.any"), stay(withFilter(listing.filters, group, undefined))),
        button(t("button.back"), filtersCallback.data({ ...listing, page: 0 })),
      ],
    ] satisfies Row[],
  };
}

async function institutionChoices(
  { database }: Services,
  { t, now, zone }: Reader,
  { scope, filters }: Listing,
): Promise<(FilterChoice & { count: number })[]> {
  const found = await findInstitutions(database, scope, filters, { now, zone, language: t.language });
  return found.map(({ id, name, count }) => {
    const isChosen = filters.institution === id;
    const alone = withFilter(filters, "institution", id);
    return {
      label: name,
      count,
      isChosen,
      alone,
      pressed: isChosen ? withFilter(filters, "institution", undefined) : alone,
    };
  });
}

/** Whether a group tells anything about a list: exhibitions and recordings have no hours. */
const isOffered = (group: FilterGroup, { kind }: Scope): boolean =>
  group !== "part" || (kind !== "ongoing" && kind !== "archive" && kind !== "live");

/** Whether anything in a group would leave something: what would not is not offered. */
const hasChoice = (
  group: FilterGroup,
  { filters }: Listing,
  facets: readonly CountedFacet[],
  t: Reader["t"],
): boolean =>
  group === "institution" || choicesOf(group, filters, t).some(({ alone }) => countMatching(facets, alone) > 0);

function groupButton(group: FilterGroup, listing: Listing, t: Reader["t"]): InlineKeyboardButton {
  const chosen = choicesOf(group, listing.filters, t).filter(({ isChosen }) => isChosen);
  const name = t(`filter.${group}`);
  const isSet = listing.filters[group] !== undefined;
  const [first] = chosen;
  const value = first === undefined ? null : chosen.length === 1 ? first.label : String(chosen.length);
  const label = value === null ? name : t("filter.chosen", { group: name, value });
  return button(isSet ? t("button.chosen", { label }) : label, filterCallback.data({ group, listing }));
}

function freeButton(listing: Listing, facets: readonly CountedFacet[], t: Reader["t"]): InlineKeyboardButton {
  const [choice] = choicesOf("free", listing.filters, t);
  const { isChosen = false, pressed = listing.filters, alone = listing.filters } = choice ?? {};
  const label = t("button.counted", { label: t("filter.free"), count: countMatching(facets, alone) });
  return button(
    isChosen ? t("button.chosen", { label }) : label,
    filtersCallback.data({ ...listing, filters: pressed, page: 0 }),
  );
}

export const filtersScreen = new Composer<BotContext>();

onCallback(filtersScreen, filtersCallback, async (ctx, listing) =>
  show(ctx, await panelView(ctx.services, ctx.reader, listing)),
);
onCallback(filtersScreen, filterCallback, async (ctx, { group, listing }) =>
  show(ctx, await choicesView(ctx.services, ctx.reader, group, listing)),
);
