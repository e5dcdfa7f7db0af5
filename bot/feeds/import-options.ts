import type { EventDraft } from "../programme/event.ts";
import type { FeedOptions, SourceNote } from "./feed-format.ts";
import type { RecordAccount } from "./import-account.ts";

/** What to take of a feed, and how. */
export interface ImportOptions extends FeedOptions {
  /** Moves the whole feed by whole days so that its busiest day is today; reads it twice. */
  shift?: boolean;
  /** Compares, and writes nothing. */
  dryRun?: boolean;
  /** Sees every event that is taken. */
  onEvent?: (draft: EventDraft) => void;
  /** Sees what became of every record that was taken, or would. */
  onRecord?: (record: RecordAccount) => void;
  /** Hears of what is no record: documents and hints. */
  onNote?: (note: SourceNote) => void;
  /** What each record may do to the dates of its event, by its key; one that would do something else is refused. */
  agreed?: ReadonlyMap<string, string>;
  /** More records are not read. Default: all. */
  mostRecords?: number;
  /** The institutions whose events may be written; null: all. Default null. */
  reach?: readonly number[] | null;
  /** The load that all of this is, so that it can be undone. */
  loadId?: number;
  /** Whose events all of these are; a number means something within that institution only. Default: as the records say. */
  institutionId?: number;
  /** New events are drafts. Default false. */
  asDraft?: boolean;
  /** Dates that records no longer have stay as they are. Default false: they are cancelled. */
  keepsVanished?: boolean;
}
