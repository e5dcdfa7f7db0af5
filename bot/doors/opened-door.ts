import type { Api, ApiClientOptions, Bot } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { Display } from "../announcements/progress/progress-message.ts";
import type { BotContext, Services } from "../context.ts";
import type { Exit } from "../delivery/sending/exits.ts";
import type { Metrics } from "../metrics.ts";
import type { Door } from "../people/address.ts";
import type { Downloaded, OpenDoor } from "./door.ts";
import type { Receipts } from "./telegram/intake/receipt-store.ts";
import type { UpdateHandler } from "./telegram/intake/update-handler.ts";

export interface BotParts {
  token: string;
  botInfo: UserFromGetMe;
  client: ApiClientOptions;
  door: OpenDoor;
}

/** What a door is opened with. */
export interface DoorDeps {
  services: Services;
  receipts: Receipts;
  metrics: Metrics;
  /** Makes the bot with all its flows. */
  createBot: (parts: BotParts) => Bot<BotContext>;
  redraws: (data: string) => boolean;
  /** Messages and presses of one person that may wait; undefined: any number. */
  burst: number | undefined;
  /** Fetches a file by the id of whichever other door it came by. */
  foreign: (fileId: string) => Promise<Downloaded>;
  signal: AbortSignal;
}

/** A door that let the bot in, and is not open yet. */
export interface ConnectedDoor {
  name: Door;
  /** What links into the bot call it. */
  username: string;
  open(deps: DoorDeps): OpenedDoor;
}

/** A door at work. */
export interface OpenedDoor {
  name: Door;
  exit: Exit;
  display: Display;
  handler: UpdateHandler;
  /** The bot, by Telegram's methods, for what nobody's update asks for. */
  api: Api;
  /** What links into it call it. */
  username: string;
  /** Fetches a file that somebody sent here. */
  download: (fileId: string) => Promise<Downloaded>;
  /** Begins to take updates. Resolves to how that is ended. */
  begin(): Promise<() => Promise<void>>;
  /** Tells the messenger what the bot is; cosmetics, which may fail. */
  introduce(): Promise<void>;
}
