import type { MiddlewareFn, Transformer } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { BotContext, Reader, Services } from "../../bot/context.ts";
import { nameIn } from "../../bot/doors/telegram/screen/callback.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { chatKeyOf } from "../../bot/people/address.ts";
import { isTonight } from "../../bot/programme/listing/list-store.ts";
import { courseCallback } from "../classes/callbacks.ts";
import { filtersCallback, type SearchState, searchFiltersCallback } from "../programme/callbacks.ts";

/** A list as it was shown in a chat: what its buttons carry, and nothing that a person wrote. */
export interface LastList {
  /** callback_data of its rows: cards and courses. */
  rows: readonly string[];
  /** callback_data of its next page; null on the last one. */
  later: string | null;
  /** The search that it answers; null for lists of the menu. */
  search: SearchState | null;
  /** It is of this evening, as the menu has it. */
  isTonight: boolean;
}

/** A keyboard that lists something. Its data is read when somebody goes on from it, which few of those who are shown it do. */
interface Shown {
  data: readonly string[];
  later: string | null;
  at: Date;
}

/** Milliseconds in which «второй» is still said of a list. */
const remembered = 30 * 60_000;
/** Chats whose last list is kept; a restart forgets them, and a number is asked about then. */
const mostChats = 5_000;

const lists = new WeakMap<Services["database"], Map<string, Shown>>();

/** Keeps what the bot shows in a private chat, by looking at what is sent. */
export const rememberLists: MiddlewareFn<BotContext> = (ctx, next) => {
  const { reader, services } = ctx;
  if (reader.isPrivate && reader.chat !== null)
    ctx.api.config.use(remembering(services, chatKeyOf(reader.chat), reader));
  return next();
};

/** The list that somebody may go on from; null when none was shown lately. */
export function findLastList({ services, reader }: BotContext): LastList | null {
  const shown = reader.chat === null ? undefined : lists.get(services.database)?.get(chatKeyOf(reader.chat));
  return shown === undefined || reader.now.getTime() - shown.at.getTime() > remembered ? null : listIn(shown);
}

const remembering =
  ({ database }: Services, chatKey: string, reader: Reader): Transformer =>
  async (previous, method, payload, signal) => {
    const sent = await previous(method, payload, signal);
    const shown = sent.ok && "reply_markup" in payload ? shownBy(payload.reply_markup, reader) : null;
    if (shown === null) return sent;
    const ofChats = lists.get(database) ?? new Map<string, Shown>();
    lists.set(database, ofChats);
    ofChats.delete(chatKey);
    ofChats.set(chatKey, shown);
    const [oldest] = ofChats.keys();
    if (ofChats.size > mostChats && oldest !== undefined) ofChats.delete(oldest);
    return sent;
  };

/** What a keyboard lists; null where it opens nothing. */
function shownBy(markup: unknown, { t, now }: Reader): Shown | null {
  if (!isInline(markup)) return null;
  const buttons = markup.inline_keyboard.flat().flatMap((each) => ("callback_data" in each ? [each] : []));
  const data = buttons.map((each) => each.callback_data);
  const names = data.map(nameIn);
  const rows = names.filter((name) => name === cardCallback.name || name === courseCallback.name).length;
  const isNarrowed = names.some((name) => name === searchFiltersCallback.name || name === filtersCallback.name);
  // A card has a button to itself, when there is more to read.
  if (rows === 0 || (rows === 1 && !isNarrowed)) return null;
  return { data, later: buttons.find(({ text }) => text === t("button.later"))?.callback_data ?? null, at: now };
}

function listIn({ data, later }: Shown): LastList {
  const listing = data.map((each) => filtersCallback.read(each)).find((state) => state !== undefined);
  return {
    rows: data.filter((each) => cardCallback.read(each) !== undefined || courseCallback.read(each) !== undefined),
    later,
    search: data.map((each) => searchFiltersCallback.read(each)).find((state) => state !== undefined) ?? null,
    isTonight: listing !== undefined && isTonight(listing.scope),
  };
}

const isInline = (markup: unknown): markup is InlineKeyboardMarkup =>
  typeof markup === "object" && markup !== null && "inline_keyboard" in markup;
