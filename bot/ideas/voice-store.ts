import type { Database } from "../database/database.ts";
import { threshold } from "./idea.ts";

/** What came of a voice. */
export type Supported = "given" | "already" | "closed" | "gone";

const day = 86_400_000;

/**
 * Gives somebody's voice to an idea, once. The row is unique, and the count moves by rows that were made, so that a thousand
 * at once are a thousand. With the voice that reaches the threshold the days begin in which staff has to answer.
 */
export const support = (
  database: Database,
  { ideaId, personId }: { ideaId: number; personId: number },
  now: Date,
): Promise<Supported> =>
  database.$transaction(async (tx) => {
    const id = BigInt(personId);
    const aDayAgo = new Date(now.getTime() - day);
    const [row] = await tx.$queryRaw<{ isOpen: boolean; isGiven: boolean }[]>`
      WITH idea AS (
        SELECT i."id", i."revision", i."state" IN ('new', 'considered', 'accepted') AS "isOpen" FROM "Idea" i
        WHERE i."id" = ${ideaId} AND i."title" <> '' AND i."heldAt" IS NULL
      ), given AS (
        INSERT INTO "IdeaVoice" ("ideaId", "personId", "givenAt", "isFresh", "knownTo")
        SELECT idea."id", p."id", ${now}::timestamptz, p."firstSeenAt" > ${aDayAgo}::timestamptz
          AND NOT EXISTS (SELECT FROM "Reminder" r WHERE r."personId" = p."id")
          AND NOT EXISTS (SELECT FROM "Rating" r WHERE r."personId" = p."id")
          AND NOT EXISTS (SELECT FROM "Enrolment" e WHERE e."personId" = p."id"), idea."revision"
        FROM idea, "Person" p WHERE p."id" = ${id} AND idea."isOpen"
        ON CONFLICT ("ideaId", "personId") DO NOTHING RETURNING "id"
      )
      SELECT "isOpen", EXISTS (SELECT FROM given) AS "isGiven" FROM idea`;
    if (row === undefined) return "gone";
    if (!row.isGiven) return row.isOpen ? "already" : "closed";
    const due = new Date(now.getTime() + threshold.answerDays * day);
    await tx.$executeRaw`
      UPDATE "Idea" SET "voices" = "voices" + 1, "dueAt" = CASE
        WHEN "dueAt" IS NULL AND "state" IN ('new', 'considered') AND "voices" + 1 >= ${threshold.voices} THEN ${due}::timestamptz
        ELSE "dueAt" END
      WHERE "id" = ${ideaId}`;
    return "given";
  });

/** Takes somebody's voice back; false where there is none. An author's own stays with the idea. */
export const withdrawVoice = (
  database: Database,
  { ideaId, personId }: { ideaId: number; personId: number },
): Promise<boolean> =>
  database.$transaction(async (tx) => {
    const { count } = await tx.ideaVoice.deleteMany({
      where: {
        ...{ ideaId, personId: BigInt(personId) },
        OR: [{ idea: { authorId: null } }, { idea: { authorId: { not: BigInt(personId) } } }],
      },
    });
    if (count > 0) await tx.idea.update({ where: { id: ideaId }, data: { voices: { decrement: count } } });
    return count > 0;
  });
