import type { Database } from "../../bot/database/database.ts";
import type { Things } from "./things.ts";

/** Plants what has no date: a draft, and one that was withdrawn, whose words begin with `said`. */
export async function plantOffers(
  database: Database,
  { institutionId, said }: { institutionId: number | null; said: string },
  now: Date,
): Promise<Pick<Things, "q" | "j">> {
  const words = (name: string) => ({
    create: { language: "ru" as const, title: `${said} ${name}`, body: `${said} text of ${name}` },
  });
  const planted = { q: [] as number[], j: [] as number[] };
  for (const fate of [{ publishedAt: null }, { publishedAt: now, withdrawnAt: now }]) {
    const { id, stops } = await database.standingOffer.create({
      data: {
        ...{ kind: "walking_route", institutionId, createdAt: now, updatedAt: now, ...fate },
        texts: words("offer"),
        stops: { create: { position: 0, latitude: 55.8, longitude: 49.1, texts: words("stop") } },
      },
      include: { stops: true },
    });
    planted.q.push(id);
    planted.j.push(...stops.map((stop) => stop.id));
  }
  return planted;
}
