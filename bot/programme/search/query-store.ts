import type { Database } from "../../database/database.ts";

/** Telegram takes longer texts than anybody looks for, and PostgreSQL no NUL. */
export const asQuery = (text: string): string => [...text.replaceAll("\0", " ").trim()].slice(0, 256).join("").trim();

/**
 * Remembers that a text was searched for, without whom, and what came of it; returns the id by which a button finds it.
 * The same `askedAt` is the same asking: an update that comes again after a crash is not counted twice.
 */
export async function rememberQuery(database: Database, text: string, found: number, askedAt: Date): Promise<number> {
  const [row] = await database.$queryRaw<{ id: number }[]>`
    INSERT INTO "SearchQuery" ("text", "found", "askedAt") VALUES (${asQuery(text)}, ${found}, ${askedAt})
    ON CONFLICT ("text") DO UPDATE SET "found" = EXCLUDED."found", "askedAt" = EXCLUDED."askedAt",
      "asked" = "SearchQuery"."asked" + ("SearchQuery"."askedAt" <> EXCLUDED."askedAt")::int
    RETURNING "id"`;
  if (row === undefined) throw new Error("an INSERT that updates on conflict returns a row");
  return row.id;
}

/** The text of a remembered query; null when it was swept away. */
export async function findQueryText(database: Database, id: number): Promise<string | null> {
  const query = await database.searchQuery.findUnique({ where: { id }, select: { text: true } });
  return query?.text ?? null;
}
