import type { Reader, Services } from "../../bot/context.ts";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { countChosen } from "../../bot/programme/listing/filter-words.ts";
import type { Understanding } from "../../bot/programme/search/query/understanding.ts";
import type { SearchOutcome } from "../../bot/programme/search/search-store.ts";
import { wishCallback } from "../../bot/wishes/callbacks.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { areasCallback } from "../classes/callbacks.ts";
import { classesView } from "../classes/courses.ts";
import { type SearchState, searchAskCallback, searchCallback, searchFiltersCallback } from "./callbacks.ts";
import { filterChips } from "./filters/search-filters.ts";

/**
 * What narrows, with pages on both sides, three buttons at most. Where there is no page stand being told of what is new and
 * the way home. Whatever is typed is a search: no button asks for one.
 */
export function bottomRow(
  { kind, hasMore }: Pick<SearchOutcome, "kind"> & { hasMore: boolean },
  state: SearchState | null,
  t: Translate,
): Row {
  if (state === null) return [button(t("button.search"), searchAskCallback.data(null)), toMenu(t)];
  const count = countChosen(state.filters);
  const label = count > 0 ? t("button.filters_set", { count }) : t("button.filters");
  const turn = (to: "earlier" | "later", by: number) =>
    button(t(`button.${to}`), searchCallback.data({ ...state, page: state.page + by }));
  return [
    ...(state.page > 0 ? [turn("earlier", -1)] : []),
    button(label, searchFiltersCallback.data({ ...state, page: 0 })),
    ...(state.page === 0 && kind === "found" ? [button(t("wish.button.tell"), wishCallback.data(state))] : []),
    hasMore ? turn("later", 1) : toMenu(t),
  ];
}

/** "Tell me when there is", where what was asked for is not there. */
export const wishRow = ({ kind }: SearchOutcome, state: SearchState | null, t: Translate): Row =>
  kind === "found" || state === null ? [] : [button(t("wish.button.make"), wishCallback.data(state))];

/** Nothing is near: the ways to what there is, and to being told. */
export function nothingView(t: Translate, query: string, state: SearchState | null, wish: Row): View {
  const chips = state === null ? [] : filterChips(state, t);
  // Filters took it all away: they can be dropped, and nothing else is wrong.
  if (state !== null && chips.length > 0)
    return {
      text: html`${t("list.empty_filtered")}`,
      keyboard: [...chips, bottomRow({ kind: "nothing", hasMore: false }, state, t)],
    };
  const menu = menuView(t, html`${t("search.nothing", { query })}`);
  return { ...menu, keyboard: [wish, ...menu.keyboard] };
}

/** Classes in general: what is taught, and what of the words it does not go by. */
export async function anyClassView(
  of: Pick<Services, "database">,
  reader: Reader,
  { terms }: Understanding,
): Promise<View> {
  const { text, keyboard } = await classesView(of, reader);
  const words = terms.map(({ said }) => said).join(", ");
  return { text: joinLines(words === "" ? null : reader.t("search.passed_over", { words }), text), keyboard };
}

/** Nobody teaches that: the way to what is taught. */
export const noClassView = (t: Translate, query: string): View => {
  const menu = menuView(t, html`${t("search.no_class", { query })}`);
  return { ...menu, keyboard: [[button(t("classes.other_areas"), areasCallback.data(null))], ...menu.keyboard] };
};
