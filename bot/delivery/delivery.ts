import { z } from "zod";
import type { Destination } from "../people/address.ts";
import type { Html } from "../words/html.ts";
import type { Translate } from "../words/messages/translator.ts";
import type { Content } from "./content.ts";

export const lanes = ["urgent", "normal", "bulk"] as const;
export type Lane = (typeof lanes)[number];

/** A message to be sent later, as the room that causes it hands it over. */
export interface NewDelivery {
  personId: number;
  /** Which renderer writes it. */
  kind: string;
  /** Ids and times for the renderer; plain JSON. */
  payload: Record<string, string | number | boolean | null>;
  lane: Lane;
  dueAt: Date;
  /** Later than this it would make no sense any more. */
  expiresAt: Date;
  /** A key that is stored once at most. */
  dedupeKey: string;
  occurrenceId?: number;
  lessonId?: number;
  /** Arrives without a sound. Default false. */
  silent?: boolean;
  /** Goes there and nowhere else. Default: where the person is written to. */
  only?: Destination;
}

/** A delivery whose time has come, as its renderer sees it. */
export interface DueDelivery {
  id: bigint;
  personId: number;
  kind: string;
  payload: unknown;
  occurrenceId: number | null;
  lessonId: number | null;
  announcementId: number | null;
  lane: Lane;
  dueAt: Date;
}

/** Whom a delivery is written for, in the words and on the clock of the moment it is sent. */
export interface Recipient {
  personId: number;
  t: Translate;
  /** The city's zone: by its clock everything is told that takes place in the city. */
  zone: string;
  /** The person's own zone; the city's unless they chose another. */
  ownZone: string;
  now: Date;
  /** Wants at most three buttons, one a row. Default false. */
  isSimple?: boolean;
}

/** A button that leads back to the bot or out of it. */
export type DeliveryButton = { text: string; callback_data: string } | { text: string; url: string };

/** A file made for one person. */
export interface OwnFile {
  name: string;
  bytes: Uint8Array;
  /** At most 1024 characters after its entities are parsed. */
  caption: Html;
}

/** The id of a message in a payload; the last version wrote Telegram's as a number. */
export const messageIdShape = z.union([z.string(), z.int().transform(String)]);

/** A picture beside a message, with what is said of it; it may be named by an address, by what the messenger calls it, or both. */
export interface Picture {
  url: string | undefined;
  fileId: string | undefined;
  caption: Html;
}

/** What a delivery does in the chat. */
export type Rendering =
  /**
   * `pictures`, ten at most, only adorn it: it is delivered when the words are, whatever became of them. One that nobody can load
   * is left out.
   */
  | {
      kind: "message";
      text: Html;
      keyboard: DeliveryButton[][];
      isProtected?: boolean;
      pictures?: readonly Picture[];
    }
  /** What somebody sent to the bot, for others: an announcement, a teacher's message, a lesson's material. */
  | { kind: "content"; content: Content; keyboard: DeliveryButton[][]; isProtected?: boolean }
  | { kind: "file"; file: OwnFile; keyboard: DeliveryButton[][] }
  /** Puts other content into a message that was sent. */
  | { kind: "edit"; messageIds: string[]; content: Content; keyboard: DeliveryButton[][] }
  /** Puts another text of ours into a message that was sent. */
  | { kind: "rewrite"; messageId: string; text: Html; keyboard: DeliveryButton[][] }
  /** Takes back messages that were sent. */
  | { kind: "delete"; messageIds: string[] }
  /** There is nothing to say any more; the reason goes into the account. */
  | { kind: "nothing"; reason: string };

/** Lets a delivery end that there is nothing to say in any more. */
export const nothing = (reason: string): Rendering => ({ kind: "nothing", reason });

/** Writes a delivery when it is sent, in the person's language of then. A thrown error marks it failed. */
export type Renderer = (delivery: DueDelivery, recipient: Recipient) => Promise<Rendering>;
