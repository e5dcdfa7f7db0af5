import type { Database } from "../database/database.ts";
import { enqueue } from "../delivery/outbox-store.ts";

/** Milliseconds for which a result is worth bringing. */
const newsFor = 3 * 24 * 3_600_000;

/** Voices that are looked through at a time. */
const atOnce = 1_000;

/**
 * Tells whoever voted how the votes that have ended came out, once: what is told twice after a kill has the key of the first
 * time. Returns how many people are told.
 */
export async function tellResults(database: Database, now: Date): Promise<number> {
  const ended = await database.vote.findMany({
    where: { toldAt: null, endsAt: { lte: now } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let told = 0;
  for (const { id } of ended) {
    for (let after = 0; ; ) {
      const ballots = await database.ballot.findMany({
        where: { voteId: id, id: { gt: after }, personId: { not: null } },
        select: { id: true, personId: true },
        orderBy: { id: "asc" },
        take: atOnce,
      });
      const last = ballots.at(-1);
      if (last === undefined) break;
      after = last.id;
      told += await enqueue(
        database,
        ballots.map(({ personId }) => ({
          personId: Number(personId),
          kind: "vote-result",
          payload: { voteId: id },
          lane: "bulk" as const,
          dedupeKey: `vote-result:${id}:${personId}`,
          dueAt: now,
          expiresAt: new Date(now.getTime() + newsFor),
        })),
      );
    }
    await database.vote.update({ where: { id }, data: { toldAt: now } });
  }
  return told;
}
