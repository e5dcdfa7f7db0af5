import type { Database } from "../../bot/database/database.ts";
import type { Things } from "./things.ts";

/** Plants an evening that a resident keeps, with a date that nobody else may see. */
export async function plantEvening(
  database: Database,
  { personId, occurrenceId }: { personId: number; occurrenceId: number },
  now: Date,
): Promise<Pick<Things, "P" | "R">> {
  const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const { id, pieces } = await database.evening.create({
    data: {
      ...{ personId: BigInt(personId), day: "2026-11-21", setting: "town", company: "anyone" },
      ...{ createdAt: now, keptAt: now, endsAt: later(48) },
      pieces: { create: { occurrenceId, startsAt: later(24), endsAt: later(26) } },
    },
    include: { pieces: true },
  });
  return { P: [id], R: pieces.map((piece) => piece.id) };
}
