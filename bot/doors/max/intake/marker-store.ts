import type { Queries } from "../../../database/database.ts";
import { door } from "../door.ts";

/** Where polling goes on; undefined: it was never begun. */
export async function findMarker(queries: Queries): Promise<number | undefined> {
  const row = await queries.pollingMarker.findUnique({ where: { door } });
  return row === null ? undefined : Number(row.marker);
}

/** Keeps where polling goes on, before MAX is told. */
export async function keepMarker(queries: Queries, marker: number): Promise<void> {
  const data = { marker: BigInt(marker) };
  await queries.pollingMarker.upsert({ where: { door }, create: { door, ...data }, update: data });
}
