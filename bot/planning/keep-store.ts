import type { Database } from "../database/database.ts";
import type { OwnEvening } from "./change-store.ts";
import { type CityNow, keptBy } from "./evening-store.ts";

/** Evenings to come that one person keeps at most: as many as a phone shows in one list. */
const mostKept = 5;

/** Keeps an evening; kept already, it stays so. */
export async function keepEvening(
  database: Database,
  { eveningId, personId }: OwnEvening,
  { now }: CityNow,
): Promise<"kept" | "too many" | "gone"> {
  const others = { ...keptBy(personId, now), id: { not: eveningId } };
  if ((await database.evening.count({ where: others })) >= mostKept) return "too many";
  const { count } = await database.evening.updateMany({
    where: { id: eveningId, personId: BigInt(personId), keptAt: null },
    data: { keptAt: now },
  });
  if (count > 0) return "kept";
  return (await database.evening.count({ where: { id: eveningId, personId: BigInt(personId) } })) > 0 ? "kept" : "gone";
}

/** Lets a kept evening go: it is the draft of its person again, so that it can be brought back until they plan another one. */
export async function dropEvening(database: Database, { eveningId, personId }: OwnEvening): Promise<void> {
  const mine = { personId: BigInt(personId) };
  await database.$transaction(async (tx) => {
    const { count } = await tx.evening.updateMany({
      where: { ...mine, id: eveningId, keptAt: { not: null } },
      data: { keptAt: null },
    });
    if (count > 0) await tx.evening.deleteMany({ where: { ...mine, id: { not: eveningId }, keptAt: null } });
  });
}
