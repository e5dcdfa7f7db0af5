import type { InlineKeyboardButton } from "grammy/types";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import { withFilter } from "../../bot/programme/listing/facets.ts";
import {
  type Archive,
  type Filters,
  isArchive,
  isBestFirst,
  isOfRecordings,
  type Listing,
} from "../../bot/programme/listing/list-query.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { datesCallback, listCallback } from "./callbacks.ts";

/** The same in the other order. */
const reordered = {
  archive: "archive_new",
  archive_new: "archive",
  past: "past_best",
  past_best: "past",
} as const satisfies Record<Archive, Archive>;

/** The button to the other order of what is over. */
export function orderButton(kind: Archive, filters: Filters, t: Translate): InlineKeyboardButton {
  const label = t(isBestFirst(kind) ? "button.newest" : "button.best_rated");
  return button(label, listCallback.data({ scope: { kind: reordered[kind] }, filters, page: 0 }));
}

/** Other ways through what is over: a day, the other order, all of it or recordings alone. */
export function archiveRow(kind: Archive, filters: Filters, t: Translate): Row {
  const isRecorded = isOfRecordings(kind);
  const other = listCallback.data({ scope: { kind: isRecorded ? "past" : "archive" }, filters, page: 0 });
  const dated = withFilter(filters, "year", undefined);
  return [
    button(t("button.date"), datesCallback.data({ month: null, filters: dated, back: { kind } })),
    orderButton(kind, filters, t),
    button(t(isRecorded ? "button.all_past" : "button.archive"), other),
  ];
}

/** How far back all that is over is looked for, where no year was chosen; null: it needs no word. */
export const formatReach = ({ scope, filters }: Pick<Listing, "scope" | "filters">, t: Translate): string | null =>
  isArchive(scope.kind) && !isOfRecordings(scope.kind) && filters.year === undefined ? t("list.past_reach") : null;
