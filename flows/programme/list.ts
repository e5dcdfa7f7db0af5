import type { BotContext, Reader, Services } from "../../bot/context.ts";
import { gather } from "../../bot/database/batch.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, labelsOf, type Row, titleButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { withFilter } from "../../bot/programme/listing/facets.ts";
import {
  type Filters,
  farthest,
  isArchive,
  type Listing,
  overviews,
  pageSize,
  radii,
  type Scope,
} from "../../bot/programme/listing/list-query.ts";
import type { Listed } from "../../bot/programme/listing/list-row.ts";
import { findListed, isTonight, type Page } from "../../bot/programme/listing/list-store.ts";
import {
  formatListing,
  formatRowHour,
  formatRows,
  hasHeadings,
  type ListReader,
} from "../../bot/programme/listing/words.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { formatClockNote } from "../../bot/words/time/own-clock.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { hears } from "../kit/reply-keyboard.ts";
import { Screen } from "../kit/screen.ts";
import { toOffers } from "../offers/list.ts";
import { planRow } from "../planning/buttons.ts";
import { simpleListView } from "../simple/list.ts";
import { isSimple } from "../simple/screen.ts";
import { formatReach, orderButton } from "./archive.ts";
import { datesCallback, filtersCallback, listCallback } from "./callbacks.ts";
import { filterLine, filtersLabel } from "./filters/filter-line.ts";
import { overviewView } from "./overview.ts";
import { withOwnLessons } from "./own-lessons.ts";

/** A list, looked up and written once for all who open the same page at the same time. */
export async function listView(services: Stored, reader: Reader, listing: Listing): Promise<View> {
  if (isSimple(reader)) return simpleListView(services, reader, listing);
  const view = await withOwnLessons(services, reader, listing, sharedView(services, { reader, listing }));
  return { ...view, keyboard: [...view.keyboard, ...rowsBelow(listing, view.keyboard, reader)] };
}

/** What stands below a list for its reader: a group has no keyboard with the lists, a messenger without one not even the menu. */
function rowsBelow(listing: Listing, keyboard: readonly Row[], reader: Reader): Row[] {
  if (!reader.isPrivate) return [groupRow(listing, reader.t)];
  const plan = planRow(listing, keyboard, reader);
  return reader.hasKeyboardBelow ? plan : [[...plan.flat(), toMenu(reader.t)]];
}

type Stored = Pick<Services, "database">;

interface Opened {
  reader: ListReader;
  listing: Listing;
}

const sharedView = gather(
  async (services: Stored, opened: [Opened, ...Opened[]]) => {
    const { reader, listing } = opened.at(-1) ?? opened[0];
    const view = await createView(services, reader, listing);
    return opened.map(() => view);
  },
  { keyOf: ({ reader: { t, ownZone = "" }, listing }) => [t.language, ownZone, listCallback.data(listing)].join() },
);

/**
 * Several days begin with how much there is when; all else is a page of rows. Each row has a button with its hour and
 * title, and one row below leads on: what a phone shows of text stays above them.
 */
async function createView({ database }: Stored, reader: ListReader, listing: Listing): Promise<View> {
  const { t, zone, now } = reader;
  const { scope } = listing;
  const page = await findListed(database, listing, { language: t.language, now, zone });
  // The evening has gone on since the button was made, and the list is shorter now.
  if (page.rows.length === 0 && page.total > 0) {
    return createView({ database }, reader, { ...listing, page: Math.floor((page.total - 1) / pageSize) });
  }
  if (scope.kind === "near" && page.total === 0 && Object.keys(listing.filters).length === 0) {
    const far: Listing = { ...listing, scope: { ...scope, radius: farthest }, page: 0 };
    const { rows } = await findListed(database, far, { language: t.language, now, zone });
    if (rows.length > 0) return nearestView(rows, listing, reader);
  }
  const overview = overviews.find((kind) => kind === scope.kind);
  if (overview && listing.page === 0 && page.total > pageSize)
    return overviewView({ database }, reader, overview, listing.filters);
  const seen = resolveHalf(listing, page);
  const first = listing.page * pageSize;
  return {
    text: joinLines(
      html`<b>${formatListing(seen, reader)}</b>`,
      await filterLine(database, listing, t),
      formatReach(listing, t),
      formatClockNote(reader),
      // Rows under headings of their own need no line between: a phone has none to give away.
      hasHeadings(seen.scope) && page.rows.length > 0 ? null : "",
      page.rows.length > 0 ? formatRows(page.rows, seen.scope, reader) : emptyText(listing, t),
      page.total > pageSize && page.rows.length > 0
        ? t("list.shown", { from: first + 1, to: first + page.rows.length, total: page.total })
        : null,
    ),
    keyboard: [
      ...titleRows(page.rows, listCallback.data(seen), reader),
      ...(scope.kind === "near" ? [radiusRow(scope, listing.filters, t)] : []),
      wayRow(seen, page, t),
    ],
  };
}

/** Nothing is near: what is nearest, said as such, with how far it is. */
function nearestView(rows: readonly Listed[], listing: Listing, reader: ListReader): View {
  const { t } = reader;
  return {
    text: joinLines(
      html`<b>${formatListing(listing, reader)}</b>`,
      t("list.nearest"),
      "",
      formatRows(rows, listing.scope, reader),
    ),
    keyboard: titleRows(rows, listCallback.data(listing), reader),
  };
}

/** Tonight is one of its halves: what is seen from home, unless there is nothing. */
function resolveHalf(listing: Listing, { home }: Page): Listing {
  return listing.scope.kind === "tonight" ? { ...listing, scope: { kind: home > 0 ? "home" : "town" } } : listing;
}

/** A button with the hour and the title of each row. */
export function titleRows(listed: readonly Listed[], from: string, { zone }: ListReader): Row[] {
  const labels = labelsOf(listed.map(({ title }) => title));
  return listed.map((row, index) => [
    titleButton(
      formatRowHour(row, zone),
      labels[index] ?? "",
      cardCallback.data({ occurrenceId: row.occurrenceId, whole: false, from }),
    ),
  ]);
}

function emptyText({ scope, filters }: Listing, t: Translate): string {
  if (Object.keys(filters).length > 0) return t("list.empty_filtered");
  if (scope.kind === "live" || scope.kind === "near") return t(`list.empty_${scope.kind}`);
  return t("list.empty");
}

/**
 * The row below a list, three buttons at most: what narrows it in the middle, pages on both sides. Where there is no
 * page, at its ends, stand the other half of the evening, the way back to an overview, another day, the exhibitions.
 */
function wayRow(listing: Listing, { total, ongoing, ...counts }: Page, t: Translate): Row {
  const { scope, filters, page } = listing;
  const to = (next: Partial<Listing>) => listCallback.data({ ...listing, page: 0, ...next });
  const date = button(t("button.date"), datesCallback.data({ month: null, filters, back: scope }));
  const aside = asideButton(listing, counts, t) ?? date;
  const hasMore = (page + 1) * pageSize < total;
  const exhibitions = button(t("button.ongoing_count", { count: ongoing }), to({ scope: { kind: "ongoing" } }));
  const last = () => {
    if (page > 0) return aside;
    if (isArchive(scope.kind)) return toOffers(t);
    if (aside !== date) return date;
    return ongoing > 0 ? exhibitions : null;
  };
  const right = hasMore ? button(t("button.later"), to({ page: page + 1 })) : last();
  return [
    page > 0 ? button(t("button.earlier"), to({ page: page - 1 })) : aside,
    button(filtersLabel(listing, t), filtersCallback.data({ scope, filters, page: 0 })),
    ...(right === null ? [] : [right]),
  ];
}

/** The other half of tonight, what is always there, or the way back to the overview that a day was chosen from. */
function asideButton({ scope, filters }: Listing, { home, town }: Pick<Page, "home" | "town">, t: Translate) {
  if (isTonight(scope)) {
    const other = scope.kind === "town" ? "home" : "town";
    const count = other === "home" ? home : town;
    if (count === 0) return null;
    const label = t(`button.${other}`, { count });
    return button(label, listCallback.data({ scope: { kind: other }, filters, page: 0 }));
  }
  if (isArchive(scope.kind)) return orderButton(scope.kind, filters, t);
  // What stays for long stands beside what has no date at all.
  if (scope.kind === "ongoing") return toOffers(t);
  if (scope.kind !== "date" || scope.of === undefined) return null;
  const back: Listing = { scope: { kind: scope.of }, filters: withFilter(filters, "part", undefined), page: 0 };
  return button(t("button.back"), listCallback.data(back));
}

/** In a group: the ways that elsewhere the reply keyboard has. */
const groupRow = ({ scope, filters }: Listing, t: Translate): Row => [
  ...(["tonight", "tomorrow", "weekend"] as const)
    .filter((kind) => kind !== scope.kind)
    .slice(0, 2)
    .map((kind) => button(t(`button.${kind}`), listCallback.data({ scope: { kind }, filters, page: 0 }))),
  toMenu(t),
];

const commands = ["tonight", "today", "tomorrow", "weekend", "week", "archive"] as const;

/** One, three or ten kilometres around the same place. */
export function radiusRow(scope: Extract<Scope, { kind: "near" }>, filters: Filters, t: Translate): Row {
  return radii.map((radius) => {
    const label = t("button.kilometres", { count: radius });
    const data = listCallback.data({ scope: { ...scope, radius }, filters, page: 0 });
    return button(radius === scope.radius ? t("button.chosen", { label }) : label, data);
  });
}

export const listScreen = new Screen();

for (const kind of commands) onCommand(listScreen, kind, (ctx) => open(ctx, { kind }));
hears(listScreen, "key.tonight", (ctx) => open(ctx, { kind: "tonight" }));
for (const kind of ["tonight", "tomorrow", "weekend"] as const) {
  hears(listScreen, `button.${kind}`, (ctx) => open(ctx, { kind }));
}

onCallback(listScreen, listCallback, async (ctx, listing) =>
  show(ctx, await listView(ctx.services, ctx.reader, listing)),
);

/** Sends a list as a new message. */
export async function open(ctx: BotContext, scope: Scope): Promise<void> {
  await send(ctx, await listView(ctx.services, ctx.reader, { scope, filters: {}, page: 0 }));
}
