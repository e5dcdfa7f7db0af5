import type { Database } from "../../database/database.ts";

type Tables = Pick<Database, "unfinishedEvents">;

/** Keeps what an editor has said so far of events that are not saved yet, as plain JSON; what was kept before is replaced. */
export async function keepUnfinished(
  tables: Tables,
  personId: number,
  drafts: readonly object[],
  now: Date,
): Promise<void> {
  const values = { drafts: JSON.parse(JSON.stringify(drafts)), updatedAt: now };
  const where = { personId: BigInt(personId) };
  await tables.unfinishedEvents.upsert({ where, create: { ...where, ...values }, update: values });
}

/** What was kept, as JSON; null: nothing. */
export async function findUnfinished(tables: Tables, personId: number): Promise<unknown> {
  const row = await tables.unfinishedEvents.findUnique({ where: { personId: BigInt(personId) } });
  return row?.drafts ?? null;
}

export async function dropUnfinished(tables: Tables, personId: number): Promise<void> {
  await tables.unfinishedEvents.deleteMany({ where: { personId: BigInt(personId) } });
}

/** Deletes what nobody went on with since `before`. */
export async function forgetUnfinished(tables: Tables, before: Date): Promise<number> {
  const { count } = await tables.unfinishedEvents.deleteMany({ where: { updatedAt: { lt: before } } });
  return count;
}
