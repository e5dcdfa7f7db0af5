import { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import { fewestAskers } from "../reports/subjects/search-store.ts";
import { type Acted, type Actor, actAs } from "../staff/act-store.ts";

/** Rows on a page of the work list. */
export const askedPerPage = 8;

/** What several people wait for or looked for in vain. */
export interface SharedWish {
  /** By which a button finds it: the words do not fit into one. */
  key: string;
  text: string;
  /** How many people want to be told, and how many found nothing within 30 days. */
  wishing: number;
  searching: number;
  /** When staff last answered; null: nobody has, or all is forgotten. */
  answeredAt: Date | null;
}

const days = 30;

/** Hexadecimal, 48 bits: of some thousand texts no two are alike. */
const keyOf = (text: Prisma.Sql) => Prisma.sql`left(md5(lower(${text})), 12)`;

/** What fewer people asked for may say more about one of them than about the programme: it is left out. */
const asked = (now: Date) => Prisma.sql`
  SELECT ${keyOf(Prisma.sql`a."text"`)} AS "key", min(lower(a."text")) AS "text",
         (count(DISTINCT a."personId") FILTER (WHERE a."isWish"))::int AS "wishing",
         (count(DISTINCT a."personId") FILTER (WHERE NOT a."isWish"))::int AS "searching",
         max(a."answeredAt") AS "answeredAt", count(DISTINCT a."personId")::int AS "people"
  FROM (
    SELECT w."text", w."personId", true AS "isWish",
           (SELECT max(n."foundAt") FROM "WishNews" n WHERE n."wishId" = w."id" AND n."answer" IS NOT NULL) AS "answeredAt"
    FROM "Wish" w WHERE w."kind" = 'search'
    UNION ALL
    SELECT q."text", q."personId", false, NULL FROM "SearchQuery" q
    WHERE q."found" = 0 AND q."text" IS NOT NULL AND q."askedAt" > ${new Date(now.getTime() - days * 86_400_000)}
  ) a GROUP BY 1 HAVING count(DISTINCT a."personId") >= ${fewestAskers}`;

/** Finds a page of what several people asked for, what nobody answered yet and most wait for first. */
export async function findAsked(
  queries: Queries,
  now: Date,
  page: number,
): Promise<{ rows: SharedWish[]; hasMore: boolean }> {
  const rows = await queries.$queryRaw<SharedWish[]>`
    SELECT "key", "text", "wishing", "searching", "answeredAt" FROM (${asked(now)}) asked
    ORDER BY "answeredAt" NULLS FIRST, "people" DESC, "text" LIMIT ${askedPerPage + 1} OFFSET ${page * askedPerPage}`;
  return { rows: rows.slice(0, askedPerPage), hasMore: rows.length > askedPerPage };
}

/** Finds one of them; null where fewer people ask for it by now. */
export async function findAskedByKey(queries: Queries, now: Date, key: string): Promise<SharedWish | null> {
  const [row] = await queries.$queryRaw<SharedWish[]>`
    SELECT "key", "text", "wishing", "searching", "answeredAt" FROM (${asked(now)}) asked WHERE "key" = ${key}`;
  return row ?? null;
}

/** Answers a wish of several people; each is told with their next news. Resolves to how many there are. */
export const answerWish = (
  database: Database,
  actor: Actor,
  { key, answer }: { key: string; answer: string },
): Promise<Acted<number>> =>
  actAs(database, actor, { action: "wishes.answer" }, async (tx, audit) => {
    if ((await findAskedByKey(tx, actor.now, key)) === null) return 0;
    const [told] = await tx.$queryRaw<{ people: number }[]>`
      WITH answered AS (
        INSERT INTO "WishNews" ("wishId", "answer", "foundAt")
        SELECT DISTINCT ON (w."personId") w."id", ${answer}, ${actor.now}::timestamptz FROM "Wish" w
        WHERE w."kind" = 'search' AND ${keyOf(Prisma.sql`w."text"`)} = ${key} ORDER BY w."personId", w."id"
        RETURNING "wishId")
      SELECT count(*)::int AS "people" FROM answered`;
    const people = told?.people ?? 0;
    await audit({ subject: `wish:${key}`, verb: "send", after: { people } });
    return people;
  });
