import { Composer } from "grammy";
import type { BotContext, Services } from "../../bot/context.ts";
import { gather } from "../../bot/database/batch.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, type Row, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import {
  type Filters,
  filterGroups,
  type Listing,
  pageSize,
  radii,
  type Scope,
} from "../../bot/programme/listing/list-query.ts";
import type { Listed } from "../../bot/programme/listing/list-row.ts";
import { findListed } from "../../bot/programme/listing/list-store.ts";
import { formatFilter, formatRows, formatScope, type ListReader } from "../../bot/programme/listing/words.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { turnRow } from "../kit/pagination.ts";
import { hears } from "../kit/reply-keyboard.ts";
import { datesCallback, filtersCallback, listCallback } from "./callbacks.ts";

/** A list, looked up and written once for all who open the same page at the same time. */
export const listView = (services: Stored, reader: ListReader, listing: Listing): Promise<View> =>
  sharedView(services, { reader, listing });

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
  { keyOf: ({ reader: { t, zone }, listing }) => [t.language, zone, listCallback.data(listing)].join() },
);

/** Heading, filters, rows, how much of the list is shown, and a button for each title. */
async function createView({ database }: Stored, reader: ListReader, listing: Listing): Promise<View> {
  const { t, zone, now } = reader;
  const page = await findListed(database, listing, { language: t.language, now, zone });
  // The evening has gone on since the button was made, and the list is shorter now.
  if (page.rows.length === 0 && page.total > 0) {
    return createView({ database }, reader, { ...listing, page: Math.floor((page.total - 1) / pageSize) });
  }
  const first = listing.page * pageSize;
  return {
    text: joinLines(
      html`<b>${formatScope(listing.scope, reader)}</b>`,
      filterLine(listing.filters, t),
      "",
      page.rows.length > 0 ? formatRows(page.rows, listing.scope, reader) : emptyText(listing, t),
      page.total > pageSize && page.rows.length > 0
        ? html`\n${t("list.shown", { from: first + 1, to: first + page.rows.length, total: page.total })}`
        : null,
    ),
    keyboard: [
      ...titleRows(page.rows, listCallback.data(listing)),
      pagingRow(listing, page.total, t),
      ...wayRows(listing, page.ongoing, t),
    ],
  };
}

/** A button with the title of each row. */
export function titleRows(listed: readonly Listed[], from: string): Row[] {
  const titles = listed.map(({ title, occurrenceId }) =>
    button(title, cardCallback.data({ occurrenceId, whole: false, from })),
  );
  return rows(titles);
}

/** The filters in force, one line, or nothing. */
export function filterLine(filters: Filters, t: Translate): string | null {
  const chosen = filterGroups.flatMap((group) => {
    const value = filters[group];
    return value === undefined ? [] : [formatFilter(group, value, t)];
  });
  return chosen.length === 0 ? null : t("list.filters", { list: chosen.join(", ") });
}

function emptyText({ scope, filters }: Listing, t: Translate): string {
  if (Object.keys(filters).length > 0) return t("list.empty_filtered");
  if (scope.kind === "live" || scope.kind === "near") return t(`list.empty_${scope.kind}`);
  return t("list.empty");
}

/** Back and forth, and between them what narrows the list. */
function pagingRow(listing: Listing, total: number, t: Translate): Row {
  const { scope, filters, page } = listing;
  const count = Object.keys(filters).length;
  const label = count > 0 ? t("button.filters_set", { count }) : t("button.filters");
  return turnRow(
    t,
    { page, hasMore: (page + 1) * pageSize < total },
    (next) => listCallback.data({ ...listing, page: next }),
    [button(label, filtersCallback.data({ scope, filters, page: 0 }))],
  );
}

/** Where one goes on from here, with the same filters. */
function wayRows({ scope, filters }: Listing, ongoing: number, t: Translate): Row[] {
  const to = (next: Scope) => listCallback.data({ scope: next, filters, page: 0 });
  const date = button(t("button.date"), datesCallback.data({ month: null, filters }));
  if (scope.kind === "near") return [radiusRow(scope, filters, t), [date, toMenu(t)]];
  const days = (["tonight", "tomorrow", "weekend"] as const).filter((kind) => kind !== scope.kind).slice(0, 2);
  const exhibitions = button(t("button.ongoing_count", { count: ongoing }), to({ kind: "ongoing" }));
  return [
    [...days.map((kind) => button(t(`button.${kind}`), to({ kind }))), date],
    [...(ongoing > 0 ? [exhibitions] : []), toMenu(t)],
  ];
}

const commands = ["tonight", "today", "tomorrow", "weekend", "archive"] as const;

/** One, three or ten kilometres around the same place. */
export function radiusRow(scope: Extract<Scope, { kind: "near" }>, filters: Filters, t: Translate): Row {
  return radii.map((radius) => {
    const label = t("button.kilometres", { count: radius });
    const data = listCallback.data({ scope: { ...scope, radius }, filters, page: 0 });
    return button(radius === scope.radius ? t("button.chosen", { label }) : label, data);
  });
}

export const listScreen = new Composer<BotContext>();

for (const kind of commands) listScreen.command(kind, (ctx) => open(ctx, { kind }));
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
