import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { findLastEdit } from "../../staff/revise-store.ts";
import { countTold } from "../editing/changes/count-told-store.ts";
import type { Load } from "./load-store.ts";

/** Counts the people who would hear of the undoing of a load: those who follow a date that it made or changed. */
export async function countToldOfUndoing(queries: Queries, loadId: number, now: Date): Promise<number> {
  const rows = await queries.loadedEvent.findMany({ where: { loadId, undone: null }, select: { after: true } });
  const ids = rows.flatMap(({ after }) =>
    Object.keys(after ?? {}).flatMap((name) => {
      // What follows of a date without its time or state is told to nobody.
      const [, id] = /^occurrences\.(\d+)\.(?:startsAt|status|placeId)$/u.exec(name) ?? [];
      return id === undefined ? [] : [Number(id)];
    }),
  );
  return (await countTold(queries, [...new Set(ids)], now)).people;
}

/** Counts the people who would hear that these events are withdrawn. */
export async function countToldOfWithdrawal(queries: Queries, eventIds: readonly number[], now: Date): Promise<number> {
  const dates = await queries.occurrence.findMany({
    where: { eventId: { in: [...eventIds] }, status: { not: "cancelled" } },
    select: { id: true },
  });
  const ids = dates.map(({ id }) => id);
  return (await countTold(queries, ids, now)).people;
}

/** The names of those who edited an event by hand after a load, where the undoing left parts of it alone; by the event. */
export async function findEditors(queries: Queries, { events, beganAt, undoneAt }: Load): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  for (const { eventId, keptParts } of events) {
    if (keptParts.length === 0 || names.size >= 20) continue;
    const lines = Prisma.sql`a."subject" = ${`event:${eventId}`} AND a."at" BETWEEN ${beganAt} AND ${undoneAt ?? beganAt}
      AND a."action" LIKE 'programme.edit.%' AND a."action" <> 'programme.edit.undo'`;
    const { by } = await findLastEdit(queries, lines);
    if (by?.name) names.set(eventId, by.name);
  }
  return names;
}
