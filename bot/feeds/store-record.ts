import { createHash } from "node:crypto";
import type { Database } from "../database/database.ts";
import type { EventDraft } from "../programme/event.ts";
import { foreseeRecord } from "../programme/foresee-record-store.ts";
import { type EventOrigin, findKnownRecord } from "../programme/known-record-store.ts";
import { saveRecord } from "../programme/save-store.ts";
import type { FeedFormat } from "./feed-format.ts";
import type { RecordAccount } from "./import-account.ts";
import type { ImportOptions } from "./import-options.ts";
import type { Owners } from "./owners-store.ts";
import type { KnownPlaces } from "./places-store.ts";
import type { RecordProblem } from "./problem.ts";

export type Stored = RecordAccount | { kind: "refused"; problem: RecordProblem };
export type StoreOptions = ImportOptions & { taken: ReadonlySet<number>; owners: Owners; places: KnownPlaces };

/** A record that is an event, with what its reader doubts. */
export interface TakenRecord {
  id: string;
  draft: EventDraft;
  doubts: readonly RecordProblem[];
}

const foreign: Stored = { kind: "refused", problem: { code: "other_house" } };

/** Compares a record with what is there, and stores what differs; an event that is whose it may not be is left alone. */
export async function storeRecord(
  database: Database,
  format: FeedFormat,
  { id: recordId, draft: read, doubts }: TakenRecord,
  {
    now,
    timeZone,
    dryRun,
    agreed,
    taken,
    owners,
    places,
    loadId,
    asDraft = false,
    keepsVanished = false,
    ...options
  }: StoreOptions,
): Promise<Stored> {
  const reach = reachOf(options);
  const whose = await owners.of(read);
  if (whose.kind === "refused") return whose;
  // Only where numbers are people's own does a place have none.
  const draft = format.isNumberedByHand ? await places.withKnown(read, whose.institutionId) : read;
  const owner = whose.institutionId === undefined ? {} : { institutionId: whose.institutionId };
  const institution =
    format.isNumberedByHand || options.institutionId !== undefined ? { institution: whose.identity } : {};
  const { source, isRenumbered = false } = format;
  const origin: EventOrigin = { source, recordId, ...institution, isRenumbered, fingerprint: fingerprintOf(read) };
  const key = JSON.stringify([origin.institution ?? "", recordId]);
  const newInstitution = whose.institutionId === undefined && Object.values(draft.institution?.names ?? {})[0];
  const about = {
    ...{ key, id: recordId, title: titleOf(read), draft: read, warnings: doubts },
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

export const titleOf = ({ texts }: EventDraft): string => (texts.ru ?? texts.tt ?? texts.en)?.title ?? "";

/** A hash of what was understood, not of the bytes: a counter of likes that changes daily, or another order of rows, is no change. */
export function fingerprintOf(draft: EventDraft): string {
  const occurrences = draft.occurrences.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return createHash("sha256")
    .update(JSON.stringify({ ...draft, occurrences }))
    .digest("hex");
}
