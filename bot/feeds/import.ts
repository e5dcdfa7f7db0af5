import { createHash } from "node:crypto";
import type { Database } from "../database/database.ts";
import { settleAll } from "../programme/duplicates/settle-store.ts";
import { countTold } from "../programme/editing/count-told-store.ts";
import type { EventDraft } from "../programme/event.ts";
import { foreseeRecord } from "../programme/foresee-record-store.ts";
import { type EventOrigin, findKnownRecord } from "../programme/known-record-store.ts";
import { saveRecord } from "../programme/save-store.ts";
import { type FeedFormat, type FeedOptions, type FeedSource, type SourceNote, wholeFile } from "./feed-format.ts";
import { type DateCounts, ImportAccount, type RecordAccount } from "./import-account.ts";
import { Owners } from "./owners-store.ts";
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
        const outcome = await store(database, format, { id, draft, doubts }, { ...options, taken, owners });
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

type Stored = RecordAccount | { kind: "refused"; problem: RecordProblem };
type StoreOptions = ImportOptions & { taken: ReadonlySet<number>; owners: Owners };

/** A record that is an event, with what its reader doubts. */
interface TakenRecord {
  id: string;
  draft: EventDraft;
  doubts: readonly RecordProblem[];
}

const foreign: Stored = { kind: "refused", problem: { code: "other_house" } };

async function store(
  database: Database,
  format: FeedFormat,
  { id: recordId, draft, doubts }: TakenRecord,
  {
    now,
    timeZone,
    dryRun,
    agreed,
    taken,
    owners,
    loadId,
    asDraft = false,
    keepsVanished = false,
    ...options
  }: StoreOptions,
): Promise<Stored> {
  const reach = reachOf(options);
  const whose = await owners.of(draft);
  if (whose.kind === "refused") return whose;
  const owner = whose.institutionId === undefined ? {} : { institutionId: whose.institutionId };
  const institution =
    format.isNumberedByHand || options.institutionId !== undefined ? { institution: whose.identity } : {};
  const { source, isRenumbered = false } = format;
  const origin: EventOrigin = { source, recordId, ...institution, isRenumbered, fingerprint: fingerprintOf(draft) };
  const key = JSON.stringify([origin.institution ?? "", recordId]);
  const newInstitution = whose.institutionId === undefined && Object.values(draft.institution?.names ?? {})[0];
  const about = {
    ...{ key, id: recordId, title: titleOf(draft), draft, warnings: doubts },
    ...(newInstitution && { newInstitution }),
  };
  if (dryRun) {
    const known = await findKnownRecord(database, draft, origin, { taken });
    if (known.kind === "new") {
      const { replaced } = known;
      return { ...about, kind: "created", eventId: null, changes: [], ...(replaced !== undefined && { replaced }) };
    }
    const { eventId } = known;
    if (reach !== null && !reach.includes((await houseOf(database, eventId)) ?? 0)) return foreign;
    if (known.fingerprint === origin.fingerprint) return { ...about, kind: "unchanged", eventId, changes: [] };
    const foreseen = await foreseeRecord(database, eventId, draft, { now, timeZone, keepsVanished, ...owner });
    const isSame = foreseen.dates.length === 0 && Object.keys(foreseen.after).length === 0;
    return { ...about, kind: isSame ? "unchanged" : "updated", eventId, changes: foreseen.changes, foreseen };
  }
  const wanted = agreed && (agreed.get(key) ?? "");
  const how = { now, timeZone, agreed: wanted, taken, reach, loadId, asDraft, keepsVanished, ...owner };
  const saved = await saveRecord(database, draft, origin, how);
  if (saved.kind === "foreign") return foreign;
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

/** The institutions whose events may be written; null: all. A source of one institution writes to no other. */
const reachOf = ({ reach = null, institutionId }: Pick<ImportOptions, "reach" | "institutionId">) =>
  reach ?? (institutionId === undefined ? null : [institutionId]);

async function houseOf(database: Database, eventId: number): Promise<number | null> {
  const event = await database.event.findUnique({ where: { id: eventId }, select: { institutionId: true } });
  return event?.institutionId ?? null;
}

const titleOf = ({ texts }: EventDraft): string => (texts.ru ?? texts.tt ?? texts.en)?.title ?? "";

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
