import { createHash } from "node:crypto";
import type { Database } from "../database/database.ts";
import { countTold } from "../programme/editing/count-told-store.ts";
import type { EventDraft } from "../programme/event.ts";
import { foreseeChanges } from "../programme/foresee-store.ts";
import { type EventOrigin, findKnownRecord } from "../programme/known-record-store.ts";
import { saveRecord } from "../programme/save-store.ts";
import { type FeedFormat, type FeedOptions, type FeedSource, wholeFile } from "./feed-format.ts";
import { type DateCounts, ImportAccount, type RecordAccount } from "./import-account.ts";
import { FeedError, type RecordProblem, type SourceProblem } from "./problem.ts";
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
}

export interface ImportOptions extends FeedOptions {
  /** Moves the whole feed by whole days so that its busiest day is today; reads it twice. */
  shift?: boolean;
  /** Compares, and writes nothing. */
  dryRun?: boolean;
  /** Sees every event that is taken. */
  onEvent?: (draft: EventDraft) => void;
  /** Sees what became of every record that was taken, or would. */
  onRecord?: (record: RecordAccount) => void;
  /** What each record may do to the dates of its event, by its key; one that would do something else is refused. */
  agreed?: ReadonlyMap<string, string>;
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
  const account = new ImportAccount();
  const counts = { read: 0, created: 0, updated: 0, unchanged: 0 };
  const refused: RecordRemark[] = [];
  const warnings: RecordRemark[] = [];
  const refuse = (id: string, problem: RecordProblem): void => {
    refused.push({ id, problem });
    account.note(id, problem.code);
  };
  const taken = new Set<number>();
  const seen = new Map<string, string>();
  let stopped: ImportSummary["stopped"];
  try {
    const days = options.shift ? await daysToShift(format, source, options) : 0;
    for await (const parsed of format.records(source, options)) {
      if (counts.read >= (options.mostRecords ?? Number.POSITIVE_INFINITY)) {
        throw new FeedError({ code: "too_many_records", most: counts.read });
      }
      if (parsed.kind === "remark") {
        warnings.push({ id: wholeFile, problem: parsed.problem });
        continue;
      }
      counts.read += 1;
      const id = parsed.recordId ?? `record ${counts.read}`;
      if (parsed.kind === "refused") {
        refuse(id, parsed.problem);
      } else {
        const shape = fingerprintOf(parsed.draft);
        const before = seen.get(parsed.recordId);
        if (before !== undefined && before !== shape && !format.isNumberedByHand) {
          refuse(id, { code: "repeated_id" });
          continue;
        }
        seen.set(parsed.recordId, shape);
        const draft = days === 0 ? parsed.draft : shiftDraft(parsed.draft, days, options.timeZone);
        const outcome = await store(database, format, id, draft, { ...options, taken });
        if (outcome.kind === "refused") refuse(id, outcome.problem);
        else {
          const said = outcome.replaced === undefined ? [] : [{ code: "renumbered" as const, said: outcome.replaced }];
          const warned = [...parsed.warnings, ...said];
          warnings.push(...warned.map((problem) => ({ id, problem })));
          options.onEvent?.(draft);
          if (outcome.eventId !== null) taken.add(outcome.eventId);
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
  const told = account.told.length === 0 ? 0 : (await countTold(database, account.told, options.now)).people;
  // That anybody is told belongs to the picture, and how many does not: people set reminders all the time.
  account.note(told > 0 ? "told" : "nobody");
  const { dates } = account;
  return { ...counts, refused, warnings, dates, told, picture: account.picture(), ...(stopped && { stopped }) };
}

type Stored = RecordAccount | { kind: "refused"; problem: RecordProblem };
type StoreOptions = ImportOptions & { taken: ReadonlySet<number> };

async function store(
  database: Database,
  format: FeedFormat,
  recordId: string,
  draft: EventDraft,
  { now, timeZone, dryRun, agreed, taken }: StoreOptions,
): Promise<Stored> {
  const institution = format.isNumberedByHand ? { institution: draft.institution?.origin ?? "" } : {};
  const { source, isRenumbered = false } = format;
  const origin: EventOrigin = { source, recordId, ...institution, isRenumbered, fingerprint: fingerprintOf(draft) };
  const key = JSON.stringify([origin.institution ?? "", recordId]);
  const about = { key, title: Object.values(draft.texts)[0]?.title ?? "", draft };
  if (dryRun) {
    const known = await findKnownRecord(database, draft, origin, { taken });
    if (known.kind === "new") {
      const { replaced } = known;
      return { ...about, kind: "created", eventId: null, changes: [], ...(replaced !== undefined && { replaced }) };
    }
    const { eventId } = known;
    if (known.fingerprint === origin.fingerprint) return { ...about, kind: "unchanged", eventId, changes: [] };
    const changes = await foreseeChanges(database, eventId, draft, { now, timeZone });
    return { ...about, kind: "updated", eventId, changes };
  }
  const wanted = agreed && (agreed.get(key) ?? "");
  const saved = await saveRecord(database, draft, origin, { now, timeZone, agreed: wanted, taken });
  if (saved.kind === "differs") return { kind: "refused", problem: { code: "changed_meanwhile" } };
  const replaced = saved.kind === "unchanged" ? undefined : saved.replaced;
  return {
    ...about,
    kind: saved.kind,
    eventId: saved.eventId,
    changes: saved.kind === "updated" ? saved.changes : [],
    ...(replaced !== undefined && { replaced }),
  };
}

/** A hash of what was understood, not of the bytes: a counter of likes that changes daily, or another order of rows, is no change. */
function fingerprintOf(draft: EventDraft): string {
  const occurrences = draft.occurrences.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return createHash("sha256")
    .update(JSON.stringify({ ...draft, occurrences }))
    .digest("hex");
}

async function daysToShift(format: FeedFormat, source: FeedSource, options: ImportOptions): Promise<number> {
  const days = new DayCount(options.timeZone);
  for await (const parsed of format.records(source, options)) {
    if (parsed.kind === "event") days.add(parsed.draft);
  }
  return days.daysTo(options.now);
}
