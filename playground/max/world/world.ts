import type { Clock } from "../../world/clock.ts";
import type { AttachmentRequest, MaxCommand } from "../api/contract.ts";
import type { MaxFaults } from "../api/max-faults.ts";
import type { MaxRates } from "../api/max-rates.ts";
import type { Markup } from "./markup.ts";
import type { UpdateLog } from "./update-log.ts";
import type { Uploads } from "./uploads.ts";
import type { Webhooks } from "./webhooks.ts";

/** A person or bot, as MAX writes them in its answers. */
export interface MaxUser {
  user_id: number;
  first_name: string;
  /** A person without one has "", as seen in late 2026. */
  last_name?: string;
  username?: string;
  is_bot: boolean;
  last_activity_time: number;
  name: string;
}

/** A person with their dialog with the bot. */
export interface MaxAccount {
  readonly user: MaxUser;
  /** The dialog's number: not the person's. */
  readonly chatId: number;
  readonly phoneNumber: string;
  /** BCP 47. */
  readonly locale: string;
  /** The dialog was begun and is there. */
  isOpen: boolean;
  /** The person stopped the bot. */
  hasStopped: boolean;
  /** The dialog makes no sound; the bot was told. */
  isMuted: boolean;
  isDeleted: boolean;
  /** So many sends after the dialog was opened find none yet. */
  blindSends: number;
  readonly messages: StoredMessage[];
}

/** What somebody attached: to a message of the bot as it was asked for, to a person's as MAX tells of it. */
export type StoredAttachment = AttachmentRequest | IncomingAttachment;

export type IncomingAttachment =
  | { type: "image"; payload: { photo_id: number; token: string; url: string } }
  | { type: "video" | "audio"; payload: { token: string; url: string } }
  | { type: "file"; payload: { token: string; url: string }; filename: string; size: number }
  | { type: "contact"; payload: { vcf_info: string; hash: string; max_info: MaxUser } }
  | { type: "location"; latitude: number; longitude: number }
  | { type: "sticker"; payload: { url: string; code: string }; width: number; height: number };

export interface StoredMessage {
  readonly mid: string;
  readonly seq: bigint;
  readonly sender: MaxUser;
  readonly recipient: { chat_id: number; chat_type: "dialog"; user_id: number };
  readonly timestamp: number;
  text: string | null;
  markup: Markup[];
  attachments: StoredAttachment[];
  /** Arrived without a sound. */
  readonly isSilent: boolean;
  isEdited: boolean;
}

/** A press that the bot was told of. */
export interface Press {
  readonly callbackId: string;
  readonly account: MaxAccount;
  readonly mid: string;
  isAnswered: boolean;
  /** The bot has confirmed the update. */
  isConfirmed: boolean;
  notification: string | undefined;
}

/** A request of the bot, with what it was answered. */
export interface MaxCall {
  method: string;
  /** An operation, such as "POST /messages". */
  name: string;
  query: Readonly<Record<string, string>>;
  body: unknown;
  at: Date;
  /** The HTTP status; null: the connection broke or hung. */
  status: number | null;
  code: string | undefined;
}

/** All that MAX knows in one process. */
export interface MaxWorld {
  readonly clock: Clock;
  readonly token: string;
  /** The address of the server, once it listens. */
  root: string;
  readonly bot: MaxUser;
  readonly description: string;
  commands: MaxCommand[];
  readonly accounts: Map<number, MaxAccount>;
  /** Titles of the channels, by their numbers. */
  readonly channels: Map<number, string>;
  readonly presses: Map<string, Press>;
  readonly updates: UpdateLog;
  readonly webhooks: Webhooks;
  readonly uploads: Uploads;
  readonly rates: MaxRates;
  readonly faults: MaxFaults;
  readonly calls: MaxCall[];
  /** Requests so far; of many `calls` keeps the last only. */
  callCount: number;
  readonly violations: string[];
  /** Told of everything that a watcher may want to see. */
  readonly watchers: Set<(sent?: StoredMessage) => void>;
}
