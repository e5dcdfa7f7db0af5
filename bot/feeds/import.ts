import type { Database } from "../database/database.ts";
import { settleAll } from "../programme/duplicates/settle-store.ts";
import { countTold } from "../programme/editing/changes/count-told-store.ts";
import { type FeedFormat, type FeedSource, wholeFile } from "./feed-format.ts";
import { type DateCounts, ImportAccount } from "./import-account.ts";
import type { ImportOptions } from "./import-options.ts";
import { Owners } from "./owners-store.ts";
import { KnownPlaces } from "./places-store.ts";
import { FeedError, type RecordProblem, type SourceProblem } from "./problem.ts";
import { fingerprintOf, storeRecord, titleOf } from "./store-record.ts";
import { DayCount, shiftDraft } from "./text/shift.ts";

export interface ImportSummary {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: RecordRemark[];
  warnings: RecordRemark[];
  /** Dates of events that were there before. */
  dates: DateCounts;
  /** Events that other sources have too: merged with theirs, and those that somebody has to look at. */
  duplicates: { merged: number; suspected: number };
  /** People who hear of a date that changes, each counted once. */
  told: number;
  /** Stays what it is as long as the same import would do the same. */
  picture: string;
  /** Set where not everything was read. What was read until then is imported; the same import may be repeated. */
  stopped?: { kind: "asked" } | { kind: "broken"; problem: SourceProblem };
}

/** What is to be said about one record. */
export interface RecordRemark {
  /** The source's own number, "record 17" for the seventeenth that has none, or `wholeFile`. */
  id: string;
  problem: RecordProblem;
  /** Where it is known. */
  title?: string;
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
  const account = new ImportAccount();
  const counts = { read: 0, created: 0, updated: 0, unchanged: 0 };
  const refused: RecordRemark[] = [];
  const warnings: RecordRemark[] = [];
  const refuse = (id: string, problem: RecordProblem, title?: string): void => {
    refused.push({ id, problem, ...(title && { title }) });
    account.note(id, problem.code);
  };
  const taken = new Set<number>();
  const owners = new Owners(database, options);
  const places = new KnownPlaces(database);
  const seen = new Map<string, string>();
  const written: number[] = [];
  let stopped: ImportSummary["stopped"];
  try {
    const days = options.shift ? await daysToShift(format, source, options) : 0;
    for await (const parsed of format.records(source, options)) {
      if (counts.read >= (options.mostRecords ?? Number.POSITIVE_INFINITY)) {
        throw new FeedError({ code: "too_many_records", most: counts.read });
      }
      if (parsed.kind === "document" || parsed.kind === "unmodified" || parsed.kind === "hint") {
        options.onNote?.(parsed);
        continue;
      }
      if (parsed.kind === "remark") {
        warnings.push({ id: wholeFile, problem: parsed.problem });
        continue;
      }
      counts.read += 1;
      const id = parsed.recordId ?? `record ${counts.read}`;
      if (parsed.kind === "refused") {
        refuse(id, parsed.problem, parsed.title);
      } else {
        const shape = fingerprintOf(parsed.draft);
        const before = seen.get(parsed.recordId);
        if (before !== undefined && before !== shape && !format.isNumberedByHand) {
          refuse(id, { code: "repeated_id" });
          continue;
        }
        seen.set(parsed.recordId, shape);
        const draft = days === 0 ? parsed.draft : shiftDraft(parsed.draft, days, options.timeZone);
        const { warnings: doubts } = parsed;
        const title = titleOf(draft);
        const outcome = await storeRecord(
          database,
          format,
          { id, draft, doubts },
          { ...options, taken, owners, places },
        );
        if (outcome.kind === "refused") refuse(id, outcome.problem, title);
        else {
          const said = outcome.replaced === undefined ? [] : [{ code: "renumbered" as const, said: outcome.replaced }];
          const warned = [...parsed.warnings, ...said];
          warnings.push(...warned.map((problem) => ({ id, problem, title })));
          options.onEvent?.(draft);
          if (outcome.eventId !== null) taken.add(outcome.eventId);
          if (outcome.eventId !== null && outcome.kind !== "unchanged") written.push(outcome.eventId);
          counts[outcome.kind] += 1;
          account.add(outcome);
          options.onRecord?.(outcome);
        }
      }
      if (options.signal?.aborted) break;
    }
  } catch (error) {
    if (error instanceof FeedError) stopped = { kind: "broken", problem: error.problem };
    else if (!(error instanceof Error && error.name === "AbortError")) throw error;
  }
  if (options.signal?.aborted) stopped = { kind: "asked" };
  const settled = options.dryRun ? null : await settleAll(database, written, options.now, options.signal);
  const duplicates = { merged: settled?.merged ?? 0, suspected: settled?.suspected ?? 0 };
  const told = account.told.length === 0 ? 0 : (await countTold(database, account.told, options.now)).people;
  // That anybody is told belongs to the picture, and how many does not: people set reminders all the time.
  account.note(told > 0 ? "told" : "nobody");
  const { dates } = account;
  return {
    ...counts,
    refused,
    warnings,
    dates,
    duplicates,
    told,
    picture: account.picture(),
    ...(stopped && { stopped }),
  };
}

async function daysToShift(format: FeedFormat, source: FeedSource, options: ImportOptions): Promise<number> {
  const days = new DayCount(options.timeZone);
  for await (const parsed of format.records(source, options)) {
    if (parsed.kind === "event") days.add(parsed.draft);
  }
  return days.daysTo(options.now);
}
