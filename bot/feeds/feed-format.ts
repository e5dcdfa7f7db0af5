import type { EventDraft } from "../programme/event.ts";

/** One record as it was read: its JSON, or why it could not be read. */
export type FeedRecord = { kind: "record"; value: unknown } | { kind: "unreadable"; reason: string };

export type ParsedRecord =
  | { kind: "event"; recordId: string; draft: EventDraft; warnings: string[] }
  | { kind: "refused"; recordId: string | undefined; reason: string; problem?: FeedProblem };

/** Why a record was refused, for whoever reads another language than that of the reason. */
export type FeedProblem =
  | "no title"
  | "no dates"
  | "bad date"
  | "bad address"
  | "bad age"
  | "bad section"
  | "formula"
  | "no id"
  | "private"
  | "too often";

/** A file or web address by its name, or the bytes themselves, such as those of a file sent to the bot. */
export type FeedSource = string | AsyncIterable<Uint8Array>;

/** A kind of source that `npm run import` knows. */
export interface FeedFormat {
  /** Stands in the database beside each record's id: never rename it. */
  source: string;
  /** Reads records one by one; a `FeedError` is thrown where nothing more can be read. */
  read(source: FeedSource, options: FeedOptions): AsyncIterable<FeedRecord>;
  /** Makes an event of a record. Pure: the same record gives the same draft. */
  parse(record: unknown, timeZone: string): ParsedRecord;
}

/** What a source may need to know that tells of the future by rules. */
export interface FeedOptions extends ReadOptions {
  now: Date;
  timeZone: string;
}

export interface ReadOptions {
  signal?: AbortSignal;
  /** Says which IP addresses may be fetched. Default: the public ones, and none inside a network. */
  mayReach?: (address: string) => boolean;
}

/** The source cannot be read on; the message is a sentence for the operator. */
export class FeedError extends Error {
  override name = "FeedError";
}
