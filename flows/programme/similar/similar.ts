import type { Reader, Services } from "../../../bot/context.ts";
import { openCardData } from "../../../bot/doors/telegram/screen/callbacks.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { countChosen } from "../../../bot/programme/listing/filter-words.ts";
import { pageSize } from "../../../bot/programme/listing/list-query.ts";
import { findSimilarEvents, findSubject } from "../../../bot/programme/similar/similar-store.ts";
import { formatSimilar } from "../../../bot/programme/similar/words.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { menuView, toMenu } from "../../account/menu.ts";
import { onCallback } from "../../kit/on-callback.ts";
import { Screen } from "../../kit/screen.ts";
import { type SimilarState, similarCallback, similarFiltersCallback } from "../callbacks.ts";
import { filterLine, filtersLabel } from "../filters/filter-line.ts";
import { titleRows } from "../list.ts";

/** A page of what is like an event and to come, with the reason above each part; at most five rows and one that leads on. */
async function similarView(services: Pick<Services, "database">, reader: Reader, state: SimilarState): Promise<View> {
  const { t, now, zone } = reader;
  const { database } = services;
  const { occurrenceId, page, filters } = state;
  const subject = await findSubject(database, occurrenceId, { language: t.language, now });
  if (subject === null) return menuView(t, html`${t("card.gone")}`);
  const { rows, total } = await findSimilarEvents(database, subject, {
    ...{ filters, now, zone, language: t.language },
    ...{ offset: page * pageSize, limit: pageSize },
  });
  // Some have begun since the button was made, and the list is shorter now.
  if (rows.length === 0 && page > 0) return similarView(services, reader, { ...state, page: page - 1 });
  const to = (next: number) => similarCallback.data({ ...state, page: next });
  const hasMore = (page + 1) * pageSize < total;
  const listing = { scope: { kind: "today" }, filters } as const;
  const empty = countChosen(filters) > 0 ? t("list.empty_filtered") : t("similar.empty");
  return {
    text: joinLines(
      html`<b>${t("similar.title", { title: cutAtWord(subject.title, 100) })}</b>`,
      await filterLine(database, listing, t),
      rows.length === 0 ? html`\n${empty}` : formatSimilar(rows, subject.section, reader),
      rows.length === 0 || page > 0 ? null : html`<i>${t("similar.no_profile")}</i>`,
    ),
    keyboard: [
      ...titleRows(rows, to(page), reader),
      [
        page > 0 ? button(t("button.earlier"), to(page - 1)) : button(t("button.back"), openCardData(occurrenceId)),
        ...(total > 0 || countChosen(filters) > 0
          ? [button(filtersLabel(listing, t), similarFiltersCallback.data({ ...state, page: 0 }))]
          : []),
        hasMore ? button(t("button.later"), to(page + 1)) : toMenu(t),
      ],
    ],
  };
}

export const similarScreen = new Screen();

onCallback(similarScreen, similarCallback, async (ctx, state) =>
  show(ctx, await similarView(ctx.services, ctx.reader, state)),
);
