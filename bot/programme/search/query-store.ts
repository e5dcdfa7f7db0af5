import type { Database } from "../../database/database.ts";

/** Telegram takes longer texts than anybody looks for, and PostgreSQL no NUL. */
export const asQuery = (text: string): string => [...text.replaceAll("\0", " ").trim()].slice(0, 256).join("").trim();

/**
 * Remembers that a text was searched for, without whom, and what came of it; returns the id by which a button finds it.
 * The same `askedAt` is the same asking: an update that comes again after a crash is not counted twice.
 */
export async function rememberQuery(database: Database, text: string, found: number, askedAt: Date): Promise<number> {
  const query = asQuery(text);
  const [row] = await database.$queryRaw<{ id: number }[]>`
    WITH before AS (SELECT "askedAt" FROM "SearchQuery" WHERE "text" = ${query}),
    remembered AS (
      INSERT INTO "SearchQuery" ("text", "found", "askedAt") VALUES (${query}, ${found}, ${askedAt})
      ON CONFLICT ("text") DO UPDATE SET "found" = EXCLUDED."found", "askedAt" = EXCLUDED."askedAt",
        "asked" = "SearchQuery"."asked" + ("SearchQuery"."askedAt" <> EXCLUDED."askedAt")::int
      RETURNING "id"),
    counted AS (
      INSERT INTO "Asking" AS a ("hour", "queryId", "asked")
      SELECT date_trunc('hour', ${askedAt}::timestamptz), "id", 1 FROM remembered
      WHERE NOT EXISTS (SELECT 1 FROM before WHERE "askedAt" = ${askedAt})
      ON CONFLICT ("hour", "queryId") DO UPDATE SET "asked" = a."asked" + 1)
    SELECT "id" FROM remembered`;
  if (row === undefined) throw new Error("an INSERT that updates on conflict returns a row");
  return row.id;
}

/** The text of a remembered query; null when it was swept away. */
export async function findQueryText(database: Database, id: number): Promise<string | null> {
  const query = await database.searchQuery.findUnique({ where: { id }, select: { text: true } });
  return query?.text ?? null;
}
