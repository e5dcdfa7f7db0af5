import type { Queries } from "../../database/database.ts";
import type { AnnouncementState } from "../announcement.ts";

/** The state an announcement is in when a move was not made because of it; null: there is no such announcement. */
export interface Elsewhere {
  kind: "elsewhere";
  state: AnnouncementState | null;
}

/** Tells how an announcement stands to whoever came too late to move it. */
export async function elsewhere(queries: Queries, id: number): Promise<Elsewhere> {
  const row = await queries.announcement.findUnique({ where: { id }, select: { state: true } });
  return { kind: "elsewhere", state: row?.state ?? null };
}
