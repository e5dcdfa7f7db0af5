import type { Database } from "../../database/database.ts";
import { pictureOf } from "../../programme/foresee-store.ts";
import { beginLoad, endLoad } from "../../programme/loads/load-store.ts";
import { findMissing } from "../../programme/loads/missing-store.ts";
import { type Acted, type Actor, actAs, findStaff, note } from "../../staff/act-store.ts";
import { reachOf } from "../../staff/permissions.ts";
import type { FeedFormat, FeedSource } from "../feed-format.ts";
import { type ImportSummary, importFeed } from "../import.ts";
import type { RecordAccount } from "../import-account.ts";
import type { ImportOptions } from "../import-options.ts";
import { type Preview, PreviewRows } from "./preview.ts";

export { sheetTemplate } from "../sheet/template.ts";
/** What flows need of feeds, so that imports have one door. */
export { recognise } from "../source/recognise.ts";
export type { FeedFormat, FeedSource, ImportSummary, Preview };

/** A file sent to the bot has no more records; a file on the server may. */
const mostRecords = 5_000;

/** A file as somebody sent it. */
export interface SentSource {
  format: FeedFormat;
  source: FeedSource;
  /** What stands over the column of titles, where the table does not say it itself. */
  titleHeader?: string | undefined;
}

type Options = Pick<ImportOptions, "timeZone" | "signal" | "onEvent">;
type Looking = Pick<ImportOptions, "timeZone" | "signal" | "onRecord">;

/**
 * Says what importing would do, row by row, and writes nothing. Only for who may import, and for the institutions whose events
 * they may write.
 */
export async function previewImport(
  database: Database,
  actor: Actor,
  { format, source, titleHeader }: SentSource,
  { onRecord, ...options }: Looking,
): Promise<Acted<Preview>> {
  const allowed = await actAs(database, actor, { action: "programme.import" }, async () => undefined);
  if (allowed.kind === "forbidden") return allowed;
  const rows = new PreviewRows();
  const summary = await importFeed(database, format, source, {
    ...{ ...options, now: actor.now, dryRun: true, mostRecords, titleHeader },
    reach: await reachOfLoader(database, actor),
    onRecord: (record) => {
      rows.add(record);
      onRecord?.(record);
    },
  });
  return { kind: "done", value: await previewOf(database, summary, rows, { format, ...options, now: actor.now }) };
}

/** Looks up what concerns the file as a whole: what would be made besides, and what it has no longer. */
export async function previewOf(
  database: Database,
  summary: ImportSummary,
  rows: PreviewRows,
  { format, ...options }: { format: FeedFormat; timeZone: string; now: Date },
): Promise<Preview> {
  const origins = [...rows.places.keys()];
  const known = await database.place.findMany({ where: { origin: { in: origins } }, select: { origin: true } });
  const there = new Set(known.map(({ origin }) => origin));
  const newPlaces = [...rows.places].flatMap(([origin, name]) => (there.has(origin) ? [] : [name]));
  // Only a file that was read to its end shows what is missing from it.
  const scope = summary.stopped ? null : rows.scope(format.source, options);
  const missing = scope === null ? [] : await findMissing(database, scope);
  return { ...summary, rows: rows.rows, newPlaces, newInstitutions: rows.newInstitutions, missing };
}

const reachOfLoader = async (database: Database, { by }: Actor): Promise<number[] | null> =>
  reachOf(await findStaff(database, by), "programme.import");

/** What came of an import that was agreed to: done, or not even begun because it would do something else by now. */
export type Imported = Acted<ImportSummary & { loadId: number }> | { kind: "differs"; preview: Preview };

interface Agreement {
  /** What was agreed to (Preview); null: it had begun before, and what it did meanwhile is no reason to ask anew. */
  picture: string | null;
  /** The load that was broken off. */
  loadId?: number | undefined;
  /** Resolves before anything is written. */
  onBegin?: ((loadId: number) => Promise<unknown>) | undefined;
}

/**
 * Imports what was shown: looks through the file once more, and begins only where the picture is still the one that was agreed
 * to. Each record does to its dates what was seen then, or it is refused.
 */
export async function importAsShown(
  database: Database,
  actor: Actor,
  file: SentSource & { name: string },
  { picture, loadId, onBegin, ...options }: Options & Agreement,
): Promise<Imported> {
  const { timeZone, signal } = options;
  const agreed = new Map<string, string>();
  const onRecord = ({ key, changes }: RecordAccount): void => void agreed.set(key, pictureOf(changes));
  const looking = { timeZone, ...(signal && { signal }), onRecord };
  const seen = await previewImport(database, actor, file, looking);
  if (seen.kind === "forbidden") return seen;
  const isAgreed = picture === null || seen.value.picture === picture || seen.value.stopped?.kind === "asked";
  if (!isAgreed) return { kind: "differs", preview: seen.value };
  const missing = seen.value.missing.map(({ eventId }) => eventId);
  return importAsStaff(database, actor, file, { ...options, agreed, missing, loadId, onBegin });
}

/** Imports as staff: the right is looked up at the beginning, and the log says when it began and what came of it. */
export async function importAsStaff(
  database: Database,
  actor: Actor,
  { format, source, name, titleHeader }: SentSource & { name: string },
  {
    missing = [],
    loadId: begun,
    onBegin,
    ...options
  }: Options & Pick<ImportOptions, "agreed"> & Omit<Agreement, "picture"> & { missing?: readonly number[] },
): Promise<Acted<ImportSummary & { loadId: number }>> {
  const subject = `import:${format.source}`;
  const began = await actAs(database, actor, { action: "programme.import" }, async (tx, audit) => {
    await audit({ subject, verb: "begin", after: { name } });
    return begun ?? (await beginLoad(tx, actor, { source: format.source, fileName: name }));
  });
  if (began.kind === "forbidden") return began;
  const loadId = began.value;
  await onBegin?.(loadId);
  const reach = await reachOfLoader(database, actor);
  const how = { ...options, now: actor.now, mostRecords, loadId, reach, titleHeader };
  const summary = await importFeed(database, format, source, how);
  const { read, created, updated, unchanged, refused, dates, told, stopped } = summary;
  const counts = { read, created, updated, unchanged, refused: refused.length, cancelled: dates.cancelled, told };
  const after = { name, ...counts, isWhole: stopped === undefined };
  if (stopped === undefined) await endLoad(database, loadId, { missing, refused: refused.length }, actor.now);
  await note(database, { personId: actor.by, at: actor.now, action: "programme.import", subject, verb: "end", after });
  return { kind: "done", value: { ...summary, loadId } };
}
