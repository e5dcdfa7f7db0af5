import type { Database } from "../../bot/database/database.ts";

/** A load of a file that tells of events of others, and their place with another one that was merged into it. */
export async function plantLoads(
  database: Database,
  { o, e, madeBy, said }: { o: readonly number[]; e: readonly number[]; madeBy: number; said: string },
  now: Date,
): Promise<{ k: number[]; x: number[] }> {
  const load = await database.load.create({
    data: {
      ...{ source: "sheet", fileName: `${said}.xlsx`, madeBy: BigInt(madeBy), beganAt: now, endedAt: now },
      missing: e.slice(-1),
      events: {
        create: e.map((eventId, index) => ({
          ...{ eventId, kind: index === 0 ? ("made" as const) : ("changed" as const), title: said },
          ...{ before: {}, after: {}, madePlaceIds: [] },
        })),
      },
    },
  });
  // Every editor finds every place by its name, to say where; changing one is for its own institution.
  const named = (title: string) => ({ data: { texts: { create: { language: "ru" as const, title } } } });
  const { id: intoId } = await database.place.create(named("Чужая сцена"));
  const { id: placeId } = await database.place.create(named("Чужая сцена, вход со двора"));
  await database.placeMerge.create({ data: { placeId, intoId, mergedAt: now, dates: [], places: [] } });
  await database.occurrence.updateMany({ where: { id: { in: [...o] } }, data: { placeId: intoId } });
  return { k: [intoId, placeId], x: [load.id] };
}
