import type { BotCommand, InlineKeyboardButton, Message, ReplyKeyboardMarkup } from "@grammyjs/types";
import type { TapOutcome } from "../people/tap.ts";
import type { InlineAnswer } from "../world/queries.ts";
import type { Action } from "./action.ts";
import type { Upload } from "./uploads.ts";

export type DoorName = "telegram" | "max";

/** What only MAX has under a message: a label that is said as one's own words, and what asks for a contact or a place. */
export interface MaxOnlyButton {
  text: string;
  asks: "message" | "contact" | "location";
}

export type PageButton = InlineKeyboardButton | MaxOnlyButton;

/** A message as the page draws it: in Telegram's shape, whichever messenger it is of. */
export type PageMessage = Omit<Message, "reply_markup"> & { reply_markup?: { inline_keyboard: PageButton[][] } };

/** What somebody sees of their chat now. */
export interface Sight {
  bot: { id: number; name: string; description: string; commands: BotCommand[] };
  messages: PageMessage[];
  /** The options that this person chose, by poll. */
  votes: Record<string, readonly number[]>;
  replyKeyboard: ReplyKeyboardMarkup | undefined;
  hasBlockedBot: boolean;
  /** Undefined where the messenger does not tell its bots. */
  isMuted: boolean | undefined;
}

/** What is done by one request that waits for no answer of the bot's. */
export type Deed = Exclude<Action, { kind: "tap" | "ask inline" | "choose inline" }>;

/** Somebody on the other side of the bot, as the page lets one be them. What they do resolves when the bot has confirmed it. */
export interface Visitor {
  readonly id: number;
  readonly name: string;
  readonly language: string;
  see(): Sight;
  /** Throws, saying why, what this messenger does not have. */
  act(deed: Deed): Promise<void>;
  tap(messageId: number, data: string): Promise<TapOutcome>;
  asksInline(query: string): Promise<InlineAnswer>;
  choosesInline(result: InlineAnswer["results"][number]): Promise<void>;
  /** Reads files, and resolves to what sends them. */
  prepare(upload: Upload): Promise<() => Promise<void>>;
}

/** A file of somebody's chat: its bytes, or where it lies on the web. */
export interface PageFile {
  fileName: string;
  mimeType: string;
  bytes: Uint8Array | undefined;
  url: string | undefined;
}

/** A messenger, as the page needs it. */
export interface PageDoor {
  readonly name: DoorName;
  /** What links into the bot end with. */
  readonly botUsername: string;
  readonly visitors: Visitor[];
  /** Somebody of that name, made if there is none yet. */
  add(name: string, language: string): Visitor;
  file(id: string): PageFile | undefined;
  /** Calls `listener` on each change that can be seen. */
  subscribe(listener: () => void): void;
}

/** The visitor of that id or name; "first" is the first one there. */
export const findVisitor = ({ visitors }: PageDoor, who: string): Visitor | undefined =>
  who === "first" ? visitors[0] : visitors.find(({ id, name }) => String(id) === who || name === who);
