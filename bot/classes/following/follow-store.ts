import type { Queries } from "../../database/database.ts";
import type { Area } from "../areas.ts";

/** Follows a subject: groups that come from now on are told. Pressed twice, it goes on as it was. */
export async function followArea(queries: Queries, personId: number, area: Area, now: Date): Promise<void> {
  const row = { personId: BigInt(personId), area, knownTo: now, createdAt: now };
  await queries.followedArea.createMany({ data: [row], skipDuplicates: true });
}

/** Follows it no more. */
export async function unfollowArea(queries: Queries, personId: number, area: Area): Promise<void> {
  await queries.followedArea.deleteMany({ where: { personId: BigInt(personId), area } });
}
