import type { Database, Queries } from "../../database/database.ts";
import type { Actor } from "../../staff/act-store.ts";
import type { UnloadedKind } from "./unloaded.ts";

/** The undoing of a load stands so long. Milliseconds. */
export const undoFor = 24 * 3_600_000;

/** A load as its list shows it. */
export interface LoadRow {
  id: number;
  fileName: string;
  beganAt: Date;
  undoneAt: Date | null;
}

/** What a load did to one event, and what its undoing did. */
export interface LoadedRow {
  eventId: number;
  kind: "made" | "changed" | "taken";
  title: string;
  undone: UnloadedKind | null;
  keptParts: string[];
}

export interface Load extends LoadRow {
  madeBy: number | null;
  endedAt: Date | null;
  events: LoadedRow[];
  /** Coming events that the file had no longer, and that nobody has withdrawn since. */
  missing: { eventId: number; title: string }[];
  /** Rows that were not taken: what is missing may be among them. */
  refused: number;
}

type Tables = Pick<Database, "load">;

/** Notes that a load begins; resolves to its number. */
export async function beginLoad(
  tables: Tables,
  { by, now }: Actor,
  { source, fileName }: { source: string; fileName: string },
): Promise<number> {
  const { id } = await tables.load.create({
    data: { source, fileName: fileName.slice(0, 200), madeBy: BigInt(by), beganAt: now, missing: [] },
    select: { id: true },
  });
  return id;
}

/** Notes that a load ended, which events of its institutions and days the file had no longer, and how many rows it refused. */
export async function endLoad(
  tables: Tables,
  id: number,
  { missing, refused }: { missing: readonly number[]; refused: number },
  now: Date,
): Promise<void> {
  await tables.load.update({ where: { id }, data: { endedAt: now, missing: [...missing], refused } });
}

/** The loads of the last 30 days that did anything, newest first; `madeBy` null: of everybody. */
export async function findLoads(
  queries: Queries,
  { madeBy, now, limit, offset }: { madeBy: number | null; now: Date; limit: number; offset: number },
): Promise<LoadRow[]> {
  return queries.load.findMany({
    where: {
      beganAt: { gt: new Date(now.getTime() - kept) },
      events: { some: {} },
      ...(madeBy !== null && { madeBy: BigInt(madeBy) }),
    },
    select: { id: true, fileName: true, beganAt: true, undoneAt: true },
    orderBy: { id: "desc" },
    take: limit,
    skip: offset,
  });
}

/** A load with what it did, made events first; null: there is none. */
export async function findLoad(queries: Queries, id: number): Promise<Load | null> {
  const load = await queries.load.findUnique({ where: { id } });
  if (load === null) return null;
  const events = await queries.loadedEvent.findMany({
    where: { loadId: id },
    select: { eventId: true, kind: true, title: true, undone: true, keptParts: true },
    orderBy: [{ kind: "asc" }, { title: "asc" }, { eventId: "asc" }],
  });
  const gone = await queries.event.findMany({
    where: { id: { in: load.missing }, withdrawnAt: null },
    select: { id: true, texts: { select: { title: true }, take: 1, orderBy: { language: "asc" } } },
    orderBy: { id: "asc" },
  });
  const missing = gone.map((event) => ({ eventId: event.id, title: event.texts[0]?.title ?? "" }));
  const { fileName, beganAt, endedAt, undoneAt, refused } = load;
  const madeBy = load.madeBy === null ? null : Number(load.madeBy);
  return { id, fileName, beganAt, endedAt, undoneAt, madeBy, events, missing, refused };
}

/** Whether a load may still be undone, or an undoing that was broken off be ended. */
export const canUndo = ({ beganAt, events }: Pick<Load, "beganAt" | "events">, now: Date): boolean =>
  now.getTime() - beganAt.getTime() <= undoFor && events.some(({ undone }) => undone === null);

/** What a load did is kept so long. Milliseconds. */
const kept = 30 * 24 * 3_600_000;

/** Deletes what is known of loads before a time. */
export async function forgetLoads(tables: Tables, before: Date): Promise<number> {
  const { count } = await tables.load.deleteMany({ where: { beganAt: { lt: before } } });
  return count;
}
