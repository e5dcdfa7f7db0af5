import type { EventDraft } from "../programme/event.ts";
import type { RecordProblem } from "./problem.ts";

/** One record as it was read: its JSON, or why it could not be read. */
export type FeedRecord =
  | { kind: "record"; value: unknown }
  | { kind: "unreadable"; problem: RecordProblem }
  /** Something is to be said about the source as a whole. */
  | { kind: "remark"; problem: RecordProblem }
  | SourceNote;

/** What is not an event, and goes from the reader to whoever imports as it is. */
export type SourceNote =
  /** A document was opened: the records behind it stand in it. */
  | { kind: "document"; document: FeedDocument }
  /** A document that is known already has not changed, so its records were not sent again. */
  | { kind: "unmodified"; url: string }
  /** Something for an editor to look at: no event yet. */
  | { kind: "hint"; hint: Hint };

/** A document on the web, with what its server wants to hear when it is asked whether it has changed. */
export interface FeedDocument {
  url: string;
  etag?: string;
  lastModified?: string;
}

/** A news entry that may tell of an event. It has no date: the day it was published is not the day of anything. */
export interface Hint {
  recordId: string;
  title: string;
  /** Plain text. */
  text: string;
  url?: string;
}

export type ParsedRecord =
  | { kind: "event"; recordId: string; draft: EventDraft; warnings: RecordProblem[] }
  | { kind: "refused"; recordId: string | undefined; title?: string; problem: RecordProblem };

/** What a reader has to say: of one record, or of the source as a whole. */
export type ParsedEntry = ParsedRecord | { kind: "remark"; problem: RecordProblem } | SourceNote;

/** A file or web address by its name, or the bytes themselves, such as those of a file sent to the bot. */
export type FeedSource = string | Uint8Array;

/** A kind of source that `npm run import` knows, as an import sees it. */
export interface FeedFormat {
  /** Stands in the database beside each record's id: never rename it. */
  source: string;
  /** Records are numbered by whoever wrote the file, so that a number means something within an institution only. */
  isNumberedByHand?: boolean;
  /** Some who write such files give each event a new number each time. */
  isRenumbered?: boolean;
  /** Gives what the records say, one by one; a `FeedError` is thrown where nothing more can be read. */
  records(source: FeedSource, options: FeedOptions): AsyncIterable<ParsedEntry>;
}

/** How a kind of source is read, in the process for foreign content. */
export interface FeedReader {
  /** Reads records one by one; a `FeedError` is thrown where nothing more can be read. */
  read(source: FeedSource, options: FeedOptions): AsyncIterable<FeedRecord>;
  /** Makes an event of a record. Pure: the same record gives the same draft; `now` tells the year of a day without one. */
  parse(record: unknown, timeZone: string, now: Date): ParsedRecord;
}

/** The id under which something is said about the source as a whole. */
export const wholeFile = "file";

/** Makes an event of a record as its reader gave it. */
export function parseRecord(reader: FeedReader, record: FeedRecord, { timeZone, now }: FeedOptions): ParsedEntry {
  switch (record.kind) {
    case "record":
      return reader.parse(record.value, timeZone, now);
    case "unreadable":
      return { kind: "refused", recordId: undefined, problem: record.problem };
    default:
      return record;
  }
}

/** What a source may need to know that tells of the future by rules. */
export interface FeedOptions extends ReadOptions {
  /** What stands over the column of titles, where a table does not say it itself. */
  titleHeader?: string | undefined;
  now: Date;
  timeZone: string;
}

export interface ReadOptions {
  signal?: AbortSignal;
  /** Says which IP addresses may be fetched. Default: the public ones, and none inside a network. */
  mayReach?: (address: string) => boolean;
  access?: SourceAccess;
}

/** How a source on the web is asked. Plain data, because it goes to the process that reads. */
export interface SourceAccess {
  /** Shown to the source alone: it stands in no error and no log. */
  key?: string;
  /** An http proxy, with its name and password where it wants any. */
  proxy?: string;
  /** IP addresses that may be fetched besides the public ones. */
  alsoReach?: readonly string[];
  /** Milliseconds between two requests to one host. Default 1,000. */
  pace?: number;
  /** Documents that were read before: one that has not changed since is not sent again. */
  known?: readonly FeedDocument[];
}
