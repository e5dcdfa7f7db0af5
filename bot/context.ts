import type { Conversation, ConversationData, ConversationFlavor, VersionedState } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { CityOffer } from "./city/offer.ts";
import type { Database } from "./database/database.ts";
import type { OpenDoor } from "./doors/door.ts";
import type { RunningImports } from "./feeds/preview/running.ts";
import type { FeedWays } from "./feeds/scheduled/feed-ways.ts";
import type { Logger } from "./log.ts";
import type { BotNames, Destination } from "./people/address.ts";
import type { Person } from "./people/person-store.ts";
import type { Readings } from "./reports/counting/card-views.ts";
import type { Clock } from "./schedule/clock.ts";
import type { Staff } from "./staff/permissions.ts";
import type { OfficeHours } from "./threads/office-hours.ts";
import type { Language } from "./words/language.ts";
import type { Translate, Words } from "./words/messages/translator.ts";

/** What the city's operator decides. */
export interface City {
  timeZone: string;
  /** For people whose messenger speaks none of ours. */
  language: Language;
  /** What residents can choose among. Default: all that there is. */
  offer?: CityOffer;
  /** From so many recipients on a second admin has to agree to an announcement. Default 10,000. */
  secondAdminFrom?: number;
  /** Percent of the lessons that one has to attend for a certificate, 1 to 100. Default 75. */
  certificateAttendance?: number;
  /** When people of the staff answer residents. Default Monday to Friday, 9:00 to 18:00. */
  officeHours?: OfficeHours;
  /** Who keeps the personal data, with an address. Default: the organizers of the classes, without a name. */
  operator?: string;
}

/** What flows work with; made once, in main.ts. */
export interface Services {
  database: Database;
  words: Words;
  clock: Clock;
  city: City;
  log: Logger;
  /** Where the bot's own pages are seen from outside, without a slash at the end. */
  publicUrl: string | undefined;
  /** Where posters of our own are seen from, without a slash at the end. Default: `publicUrl`. */
  posterBase?: string;
  /** There is a Zoom account: links to lessons are made by themselves. */
  hasZoom?: boolean;
  /** The bot's name at Telegram, without "@", for links to it from outside. */
  botUsername: string;
  /** What links into the bot call it at each messenger that is open. Default: none is known, and nobody is led to another. */
  botNames?: BotNames;
  /** Counts opened cards, where anybody counts. */
  readings?: Pick<Readings, "count" | "look" | "watch">;
  /** Imports that go on behind their chat, and break off when the program stops. */
  imports: RunningImports;
  /** How feeds go out. Default: as everything does. */
  feedWays?: FeedWays;
}

/** Whom an update is answered to, and in which words. */
export interface Reader {
  person: Person;
  t: Translate;
  /** What there is to choose among in the city. */
  offer: CityOffer;
  /** The city's zone: by its clock everything is told that takes place in the city. */
  zone: string;
  /** The person's own zone, by which they are reminded; the city's unless they chose another. */
  ownZone: string;
  now: Date;
  /** False for somebody of whom nothing is kept: they press buttons or speak in groups, and never wrote to the bot. */
  isKnown: boolean;
  /** Nobody reads along: what belongs to the person alone may be shown. */
  isPrivate: boolean;
  /** The reply keyboard stands below the chat, with the ways to the lists and to the menu. */
  hasKeyboardBelow: boolean;
  /** Where it was said or pressed; null: nowhere, as inline queries are. */
  chat: Destination | null;
}

interface Flavor {
  services: Services;
  /** The messenger by which it came. */
  door: OpenDoor;
  reader: Reader;
}

/** Findings of an update, looked up at most once and kept with it. */
interface Found {
  /** Rights of the person; undefined: nobody asked yet (flows/staff/authorize.ts). */
  rights?: Promise<Staff>;
  /** The dialogue that ran in this chat when the update came, as it was stored. */
  dialogueState?: VersionedState<ConversationData>;
}

/** Outside of dialogues. */
export type BotContext = ConversationFlavor<Context & Flavor & Found>;

/** The services that say and do the same at every replay. */
export type FlowServices = Pick<Services, "words" | "city" | "publicUrl" | "hasZoom" | "botUsername">;

/**
 * Inside a dialogue: replayed at each update, so nothing here may be random, read the clock or ask the database. Whatever does
 * comes through `dialogue.external`, which is handed the context of the update itself.
 */
export type FlowContext = Context & { services: FlowServices; door: OpenDoor; reader: Reader };

export type Dialogue = Conversation<BotContext, FlowContext>;
