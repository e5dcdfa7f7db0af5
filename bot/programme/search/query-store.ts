import type { Database } from "../../database/database.ts";

/** Telegram takes longer texts than anybody looks for. */
const longestText = 256;

/** Remembers that a text was searched for, without whom, and what came of it; returns the id by which a button finds it. */
export async function rememberQuery(database: Database, text: string, found: number, now: Date): Promise<number> {
  const kept = [...text.trim()].slice(0, longestText).join("");
  const { id } = await database.searchQuery.upsert({
    where: { text: kept },
    create: { text: kept, found, askedAt: now },
    update: { found, askedAt: now, asked: { increment: 1 } },
    select: { id: true },
  });
  return id;
}

/** The text of a remembered query; null when it was swept away. */
export async function findQueryText(database: Database, id: number): Promise<string | null> {
  const query = await database.searchQuery.findUnique({ where: { id }, select: { text: true } });
  return query?.text ?? null;
}
