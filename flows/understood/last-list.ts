import type { MiddlewareFn, Transformer } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { BotContext, Reader } from "../../bot/context.ts";
import { nameIn } from "../../bot/doors/telegram/screen/callback.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import type { Scope } from "../../bot/programme/listing/list-query.ts";
import { isTonight } from "../../bot/programme/listing/list-store.ts";
import { courseCallback } from "../classes/callbacks.ts";
import { KeptByChat } from "../kit/kept-by-chat.ts";
import { filtersCallback, type SearchState, searchFiltersCallback } from "../programme/callbacks.ts";

/** A list as it was shown in a chat: what its buttons carry, and nothing that a person wrote. */
export interface LastList {
  /** callback_data of its rows: cards and courses. */
  rows: readonly string[];
  /** callback_data of its next page; null on the last one. */
  later: string | null;
  /** The search that it answers; null for lists of the menu. */
  search: SearchState | null;
  /** The label of the button of the menu that it answers; null for a search, and for lists that are of no time. */
  time: (typeof times)[number] | null;
}

/** Buttons of the menu whose labels say a time, as a search reads it. */
const times = ["button.tonight", "button.today", "button.tomorrow", "button.weekend", "button.week"] as const;

/** A keyboard that lists something. Its data is read when somebody goes on from it, which few of those who are shown it do. */
interface Shown {
  data: readonly string[];
  later: string | null;
}

/** Half an hour, in which «второй» is still said of a list; a number is asked about later. */
const lists = new KeptByChat<Shown>(30 * 60_000);

/** Keeps what the bot shows in a private chat, by looking at what is sent. */
export const rememberLists: MiddlewareFn<BotContext> = (ctx, next) => {
  if (ctx.reader.isPrivate) ctx.api.config.use(remembering(ctx));
  return next();
};

/** The list that somebody may go on from; null when none was shown lately. */
export function findLastList(ctx: BotContext): LastList | null {
  const shown = lists.find(ctx);
  return shown === null ? null : listIn(shown);
}

const remembering =
  (ctx: BotContext): Transformer =>
  async (previous, method, payload, signal) => {
    const sent = await previous(method, payload, signal);
    const shown = sent.ok && "reply_markup" in payload ? shownBy(payload.reply_markup, ctx.reader) : null;
    if (shown !== null) lists.keep(ctx, shown);
    return sent;
  };

/** What a keyboard lists; null where it opens nothing. */
function shownBy(markup: unknown, { t }: Reader): Shown | null {
  if (!isInline(markup)) return null;
  const buttons = markup.inline_keyboard.flat().flatMap((each) => ("callback_data" in each ? [each] : []));
  const data = buttons.map((each) => each.callback_data);
  const names = data.map(nameIn);
  const rows = names.filter((name) => name === cardCallback.name || name === courseCallback.name).length;
  const isNarrowed = names.some((name) => name === searchFiltersCallback.name || name === filtersCallback.name);
  // A card has a button to itself, when there is more to read.
  if (rows === 0 || (rows === 1 && !isNarrowed)) return null;
  return { data, later: buttons.find(({ text }) => text === t("button.later"))?.callback_data ?? null };
}

function listIn({ data, later }: Shown): LastList {
  const listing = data.map((each) => filtersCallback.read(each)).find((state) => state !== undefined);
  return {
    rows: data.filter((each) => cardCallback.read(each) !== undefined || courseCallback.read(each) !== undefined),
    later,
    search: data.map((each) => searchFiltersCallback.read(each)).find((state) => state !== undefined) ?? null,
    time: listing === undefined ? null : timeOf(listing.scope),
  };
}

const timeOf = (scope: Scope): LastList["time"] =>
  isTonight(scope) ? "button.tonight" : (times.find((time) => time === `button.${scope.kind}`) ?? null);

const isInline = (markup: unknown): markup is InlineKeyboardMarkup =>
  typeof markup === "object" && markup !== null && "inline_keyboard" in markup;
