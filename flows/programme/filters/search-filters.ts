import type { BotContext } from "../../../bot/context.ts";
import { button, type Row, rows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { chatKeyOf } from "../../../bot/people/address.ts";
import { formatFilters } from "../../../bot/programme/listing/filter-words.ts";
import { findInstitutionName } from "../../../bot/programme/listing/institution-facet-store.ts";
import { type FilterGroup, type Filters, filterGroups } from "../../../bot/programme/listing/list-query.ts";
import { findQueryText } from "../../../bot/programme/search/query/query-store.ts";
import type { Term, Understanding } from "../../../bot/programme/search/query/understanding.ts";
import { search } from "../../../bot/programme/search/search-store.ts";
import { html } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { menuView, toMenu } from "../../account/menu.ts";
import { onCallback } from "../../kit/on-callback.ts";
import { Screen } from "../../kit/screen.ts";
import {
  isSearchCarried,
  type SearchState,
  searchCallback,
  searchFilterCallback,
  searchFiltersCallback,
} from "../callbacks.ts";
import { choicesOf } from "./filter-choices.ts";
import { overDates } from "./over-dates.ts";
import { choicesView, type Filtered, panelView } from "./panel.ts";

/** Events that are counted: as many as a search ranks. */
const mostCounted = 300;

/** What a search found, as the panel of filters looks at it; null: its words are kept no more. */
async function filteredSearch({ services, reader }: BotContext, state: SearchState): Promise<Filtered | null> {
  const { database } = services;
  const { t, now, zone, chat } = reader;
  const { filters, dropped } = state;
  const text = chat === null ? null : await findQueryText(database, state.queryId, chatKeyOf(chat));
  if (text === null) return null;
  const outcome = await search(database, { text, now, zone, dropped, limit: mostCounted, offset: 0 });
  const hits = outcome.kind === "nothing" ? [] : outcome.hits;
  const ids = hits.flatMap(({ occurrenceId }) => occurrenceId ?? []);
  const of = (by: Filters): SearchState => ({ ...state, filters: by, page: 0 });
  return {
    name: text,
    filters,
    ...overDates(database, reader, { ids, filters }),
    carries: (by) => isSearchCarried(of(by)),
    shown: (by) => searchCallback.data(of(by)),
    panel: (by) => searchFiltersCallback.data(of(by)),
    choices: (group, by) => searchFilterCallback.data({ group, search: of(by) }),
    line: () => searchFilterLine(services, filters, t),
    chips: dropButtons(outcome.understanding, state, t),
    back: [button(t("button.back"), searchCallback.data(of(filters))), toMenu(t)],
  };
}

/** "Фильтры: музыка, бесплатно", or nothing. */
async function searchFilterLine(
  { database }: BotContext["services"],
  filters: Filters,
  t: Translate,
): Promise<string | null> {
  if (Object.keys(filters).length === 0) return null;
  const { institution } = filters;
  const name = institution === undefined ? null : await findInstitutionName(database, institution, t.language);
  return t("list.filters", { list: formatFilters(filters, t, name).join(", ") });
}

/** A button for each recognised term that takes it out of the search. */
function dropButtons({ terms, text }: Understanding, state: SearchState, t: Translate): Row {
  // The last thing said cannot be dropped: nothing would be looked for.
  if (terms.length + (text === "" ? 0 : 1) < 2) return [];
  const drop = ({ said, ordinal }: Term) =>
    button(
      t("button.drop", { label: said }),
      searchCallback.data({ ...state, page: 0, dropped: state.dropped | (1 << ordinal) }),
    );
  // A bit for each, in 31 bits; nobody says as much.
  return terms.filter(({ ordinal }) => ordinal < 31).map(drop);
}

/** A button for each value that was chosen, which takes it away again. */
export function filterChips(state: SearchState, t: Translate): Row[] {
  const chosen = filterGroups.flatMap((group: FilterGroup) =>
    choicesOf(group, state.filters, t).filter(({ isChosen }) => isChosen),
  );
  const { institution, ...others } = state.filters;
  const known = institution === undefined ? [] : [{ label: t("filter.institution"), pressed: others }];
  const chip = ({ label, pressed }: { label: string; pressed: Filters }) =>
    button(t("button.drop", { label }), searchCallback.data({ ...state, filters: pressed, page: 0 }));
  return rows([...chosen, ...known].map(chip));
}

export const searchFiltersScreen = new Screen();

/** Shows what is made of a search that is still known. */
async function showOver(ctx: BotContext, state: SearchState, view: (over: Filtered) => Promise<View>): Promise<void> {
  const over = await filteredSearch(ctx, state);
  const { t } = ctx.reader;
  await show(ctx, over === null ? menuView(t, html`${t("search.forgotten")}`) : await view(over));
}

onCallback(searchFiltersScreen, searchFiltersCallback, (ctx, state) =>
  showOver(ctx, state, (over) => panelView(over, ctx.reader)),
);
onCallback(searchFiltersScreen, searchFilterCallback, (ctx, { group, search: state }) =>
  showOver(ctx, state, (over) => choicesView(over, ctx.reader, group)),
);
