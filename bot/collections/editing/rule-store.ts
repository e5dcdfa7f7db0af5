import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { visible } from "../../programme/listing/conditions.sql.ts";
import { preferred } from "../../programme/preferred.sql.ts";
import { allOf } from "../../programme/search/match/tsquery.sql.ts";
import type { Acted, Actor } from "../../staff/act-store.ts";
import { wantedBy } from "../../wishes/wish.ts";
import type { Language } from "../../words/language.ts";
import type { CollectionRule } from "../collection.ts";
import { isTaken, isTakenInTime } from "../members.sql.ts";
import { actOn, touch } from "./edit-store.ts";

interface Moment {
  now: Date;
  zone: string;
}

/** SQL: the words of a rule as the search reads them; null where there are none, or no more than a time. */
function queryOf(words: string | null, { now, zone }: Moment): Prisma.Sql {
  const wanted = words === null ? null : wantedBy(words, now, zone, 0);
  return wanted === null ? Prisma.sql`NULL::tsquery` : allOf(wanted.conditions);
}

/** Says what a collection takes by itself; null: nothing. */
export const setRule = (
  database: Database,
  actor: Actor,
  { id, rule, zone }: { id: number; rule: CollectionRule | null; zone: string },
): Promise<Acted<void>> =>
  actOn(database, actor, id, async (tx, audit) => {
    const { sections = [], audiences = [], words = null } = rule ?? {};
    await tx.$executeRaw`
      UPDATE "Collection" SET "isByRule" = ${rule !== null}, "sections" = ${[...sections]}::"Section"[],
        "audiences" = ${[...audiences]}::"Audience"[], "words" = ${words}, "query" = ${queryOf(words, { now: actor.now, zone })}
      WHERE "id" = ${id}`;
    // What was left out of the old rule is left out of the new one; without a rule it means nothing any more.
    if (rule === null) await tx.collectionMember.deleteMany({ where: { collectionId: id, isLeftOut: true } });
    await touch(tx, id, actor.now);
    const after = rule === null ? null : { sections: [...sections], audiences: [...audiences], words };
    await audit({ subject: `collection:${id}`, verb: "edit", after: { rule: after } });
  });

/** What a rule takes by now, before it is one: how many events, and what the first of them are called. */
export async function previewRule(
  queries: Queries,
  id: number,
  { sections, audiences, words }: CollectionRule,
  { now, zone, language }: Moment & { language: Language },
): Promise<{ count: number; titles: string[] }> {
  const rows = await queries.$queryRaw<{ title: string; count: number }[]>`
    WITH taken AS (
      SELECT e."id", min(o."startsAt") AS "startsAt"
      FROM (SELECT "id", "institutionId", "startsAt", "endsAt", true AS "isByRule", ${[...sections]}::"Section"[] AS "sections",
              ${[...audiences]}::"Audience"[] AS "audiences", ${queryOf(words, { now, zone })} AS "query"
            FROM "Collection" WHERE "id" = ${id}) c
      JOIN "Occurrence" o ON ${isTakenInTime(now)} JOIN "Event" e ON e."id" = o."eventId"
      WHERE ${visible(now)} AND ${isTaken} GROUP BY 1)
    SELECT count(*) OVER ()::int AS "count",
      (SELECT t."title" FROM "EventText" t WHERE t."eventId" = taken."id" ${preferred(language)}) AS "title"
    FROM taken ORDER BY "startsAt", "id" LIMIT 5`;
  return { count: rows[0]?.count ?? 0, titles: rows.map(({ title }) => title) };
}
