import type { BotContext, Reader, Services } from "../../../bot/context.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import type { Filters } from "../../../bot/programme/listing/list-query.ts";
import { findSimilarEventIds, findSubject } from "../../../bot/programme/similar/similar-store.ts";
import { html } from "../../../bot/words/html.ts";
import { menuView, toMenu } from "../../account/menu.ts";
import { onCallback } from "../../kit/on-callback.ts";
import { Screen } from "../../kit/screen.ts";
import {
  isSimilarCarried,
  type SimilarState,
  similarCallback,
  similarFilterCallback,
  similarFiltersCallback,
} from "../callbacks.ts";
import { filterLine } from "../filters/filter-line.ts";
import { overDates } from "../filters/over-dates.ts";
import { choicesView, type Filtered, panelView } from "../filters/panel.ts";

/** What is like an event, as the panel of filters looks at it; null: the event is gone. */
async function filteredSimilar(
  { database }: Pick<Services, "database">,
  reader: Reader,
  state: SimilarState,
): Promise<Filtered | null> {
  const { t, now, zone } = reader;
  const { filters, occurrenceId } = state;
  const subject = await findSubject(database, occurrenceId, { language: t.language, now });
  if (subject === null) return null;
  const ids = await findSimilarEventIds(database, subject, { now, zone });
  const of = (by: Filters): SimilarState => ({ ...state, filters: by, page: 0 });
  return {
    name: t("similar.title", { title: subject.title }),
    filters,
    ...overDates(database, reader, { ids, filters }),
    carries: (by) => isSimilarCarried(of(by)),
    shown: (by) => similarCallback.data(of(by)),
    panel: (by) => similarFiltersCallback.data(of(by)),
    choices: (group, by) => similarFilterCallback.data({ group, similar: of(by) }),
    line: () => filterLine(database, { scope: { kind: "today" }, filters }, t),
    chips: [],
    back: [button(t("button.back"), similarCallback.data(of(filters))), toMenu(t)],
  };
}

export const similarFiltersScreen = new Screen();

async function showOver(ctx: BotContext, state: SimilarState, view: (over: Filtered) => Promise<View>): Promise<void> {
  const { services, reader } = ctx;
  const over = await filteredSimilar(services, reader, state);
  await show(ctx, over === null ? menuView(reader.t, html`${reader.t("card.gone")}`) : await view(over));
}

onCallback(similarFiltersScreen, similarFiltersCallback, (ctx, state) =>
  showOver(ctx, state, (over) => panelView(over, ctx.reader)),
);
onCallback(similarFiltersScreen, similarFilterCallback, (ctx, { group, similar }) =>
  showOver(ctx, similar, (over) => choicesView(over, ctx.reader, group)),
);
