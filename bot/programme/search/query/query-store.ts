import { randomBytes } from "node:crypto";
import type { Database } from "../../../database/database.ts";
import { longAgo, type Swept, share, stepwise } from "../../../database/stepwise.ts";
import { isKeepable } from "./keepable.ts";

/** Telegram takes longer texts than anybody looks for, and PostgreSQL no NUL. */
export const asQuery = (text: string): string => [...text.replaceAll("\0", " ").trim()].slice(0, 256).join("").trim();

/** Who searched, and in which chat ("telegram:123"): its further pages are for that chat, and the rest is for nobody. */
export interface Asker {
  personId: number;
  chatKey: string;
}

/** 64 random bits: nobody finds another one's search by trying, and none is shown outside of its chat. */
const newQueryId = (): string => randomBytes(8).toString("base64url");

/**
 * Remembers a search; resolves to the id by which a button of the same chat finds its text, null where the text is not
 * kept and therefore has no further pages. The same `askedAt` is the same asking: an update that comes again after a crash
 * is not counted twice. Somebody who was erased meanwhile leaves nothing.
 */
export async function rememberQuery(
  database: Database,
  said: string,
  { personId, chatKey, found, askedAt }: Asker & { found: number; askedAt: Date },
): Promise<string | null> {
  const query = asQuery(said);
  const text = isKeepable(query) ? query : null;
  const [row] = await database.$queryRaw<{ id: string }[]>`
    INSERT INTO "SearchQuery" ("id", "personId", "chatKey", "text", "found", "askedAt")
    SELECT ${newQueryId()}, p."id", ${chatKey}, ${text}, ${found}, ${askedAt}
    FROM "Person" p WHERE p."id" = ${BigInt(personId)}
    ON CONFLICT ("personId", "askedAt") DO UPDATE SET "found" = EXCLUDED."found" RETURNING "id"`;
  return text === null ? null : (row?.id ?? null);
}

/** The text of a search that was asked in that chat; null when it was swept away, or asked elsewhere. */
export async function findQueryText(database: Database, id: string, chatKey: string): Promise<string | null> {
  const query = await database.searchQuery.findUnique({ where: { id, chatKey }, select: { text: true } });
  return query?.text ?? null;
}

/** Deletes searches asked before `before`, and returns how many; how often something was found or not stays counted. */
export async function forgetSearches(database: Database, before: Date): Promise<number> {
  return stepwise(
    longAgo,
    (from) => database.$queryRaw<Swept<Date>[]>`
      WITH old AS (
        SELECT "id" FROM "SearchQuery" WHERE "askedAt" >= ${from} AND "askedAt" < ${before}
        ORDER BY "askedAt" LIMIT ${share}
      ), gone AS (
        DELETE FROM "SearchQuery" q USING old WHERE q."id" = old."id" RETURNING q."askedAt", q."found"
      ), counted AS (
        INSERT INTO "Forgotten" AS f ("hour", "what", "count")
        SELECT date_trunc('hour', "askedAt"), CASE WHEN "found" > 0 THEN 'search:found' ELSE 'search:vain' END, count(*)
        FROM gone GROUP BY 1, 2
        ON CONFLICT ("what", "hour") DO UPDATE SET "count" = f."count" + EXCLUDED."count"
      )
      SELECT count(*)::int AS "count", max("askedAt") AS "last" FROM gone`,
  );
}
