import { createHash } from "node:crypto";
import type { Database } from "../database/database.ts";
import type { EventDraft } from "../programme/event.ts";
import { compareWithOrigin, saveEvent } from "../programme/save-store.ts";
import type { FeedFormat, FeedOptions, FeedRecord, FeedSource, ParsedRecord } from "./feed-format.ts";
import { FeedError, type RecordProblem, type SourceProblem } from "./problem.ts";
import { DayCount, shiftDraft } from "./shift.ts";

export interface ImportSummary {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: RecordRemark[];
  warnings: RecordRemark[];
  /** Set where not everything was read. What was read until then is imported; the same import may be repeated. */
  stopped?: { kind: "asked" } | { kind: "broken"; problem: SourceProblem };
}

/** What is to be said about one record. */
export interface RecordRemark {
  /** The source's own number, or "record 17" for the seventeenth that has none. */
  id: string;
  problem: RecordProblem;
}

export interface ImportOptions extends FeedOptions {
  /** Moves the whole feed by whole days so that its busiest day is today; reads it twice. */
  shift?: boolean;
  /** Compares, and writes nothing. */
  dryRun?: boolean;
  /** Sees every event that is taken. */
  onEvent?: (draft: EventDraft) => void;
  /** More records are not read. Default: all. */
  mostRecords?: number;
}

/**
 * Imports a feed, one transaction a record: a record that is refused stops nobody else, and an import that is broken
 * off leaves whole records behind. Aborting `signal` finishes the record in hand. Repeating it does what was not done.
 */
export async function importFeed(
  database: Database,
  format: FeedFormat,
  source: FeedSource,
  options: ImportOptions,
): Promise<ImportSummary> {
  const summary: ImportSummary = { read: 0, created: 0, updated: 0, unchanged: 0, refused: [], warnings: [] };
  try {
    const days = options.shift ? await daysToShift(format, source, options) : 0;
    for await (const record of format.read(source, options)) {
      if (summary.read >= (options.mostRecords ?? Number.POSITIVE_INFINITY)) {
        throw new FeedError({ code: "too_many_records", most: summary.read });
      }
      summary.read += 1;
      const parsed = parse(format, record, options.timeZone);
      const id = parsed.recordId ?? `record ${summary.read}`;
      if (parsed.kind === "refused") {
        summary.refused.push({ id, problem: parsed.problem });
      } else {
        summary.warnings.push(...parsed.warnings.map((problem) => ({ id, problem })));
        const draft = days === 0 ? parsed.draft : shiftDraft(parsed.draft, days, options.timeZone);
        options.onEvent?.(draft);
        summary[await store(database, format.source, id, draft, options)] += 1;
      }
      if (options.signal?.aborted) break;
    }
  } catch (error) {
    if (error instanceof FeedError) summary.stopped = { kind: "broken", problem: error.problem };
    else if (!(error instanceof Error && error.name === "AbortError")) throw error;
  }
  if (options.signal?.aborted) summary.stopped = { kind: "asked" };
  return summary;
}

function parse(format: FeedFormat, record: FeedRecord, timeZone: string): ParsedRecord {
  if (record.kind === "unreadable") return { kind: "refused", recordId: undefined, problem: record.problem };
  return format.parse(record.value, timeZone);
}

async function store(
  database: Database,
  source: string,
  recordId: string,
  draft: EventDraft,
  { now, timeZone, dryRun }: ImportOptions,
): Promise<"created" | "updated" | "unchanged"> {
  // Of what was understood, not of the bytes: a counter of likes that changes daily would rewrite every event daily.
  const fingerprint = createHash("sha256").update(JSON.stringify(draft)).digest("hex");
  const origin = { source, recordId, fingerprint };
  if (!dryRun) return (await saveEvent(database, draft, origin, { now, timeZone })).kind;
  const { kind } = await compareWithOrigin(database, origin);
  return kind === "new" ? "created" : kind === "changed" ? "updated" : "unchanged";
}

async function daysToShift(format: FeedFormat, source: FeedSource, options: ImportOptions): Promise<number> {
  const days = new DayCount(options.timeZone);
  for await (const record of format.read(source, options)) {
    const parsed = parse(format, record, options.timeZone);
    if (parsed.kind === "event") days.add(parsed.draft);
  }
  return days.daysTo(options.now);
}
