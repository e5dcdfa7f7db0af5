import type { Database, Queries } from "../../database/database.ts";
import { preferred } from "../../programme/preferred.sql.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import type { Language } from "../../words/language.ts";

/** Events of a feed that somebody has to look at. */
export interface ToLookAt {
  /** Gone from the source without a word. */
  missing: { eventId: number; title: string }[];
  /** New, and not yet shown to residents. */
  drafts: { eventId: number; title: string }[];
  missingCount: number;
  draftCount: number;
  /** News entries that nobody has settled. */
  hintCount: number;
}

interface Row {
  eventId: number;
  title: string | null;
  isMissing: boolean;
  count: number;
}

/** What of a feed waits for a human, the first of each kind by their dates. */
export async function findToLookAt(
  queries: Queries,
  feedId: number,
  { language, now, most }: { language: Language; now: Date; most: number },
): Promise<ToLookAt> {
  const rows = await queries.$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT r."eventId", r."missingSince" IS NOT NULL AS "isMissing",
             (SELECT t."title" FROM "EventText" t WHERE t."eventId" = r."eventId" ${preferred(language)}) AS "title",
             count(*) OVER (PARTITION BY r."missingSince" IS NOT NULL)::int AS "count",
             row_number() OVER (PARTITION BY r."missingSince" IS NOT NULL ORDER BY d."startsAt", r."eventId") AS "place"
      FROM "FeedRecord" r JOIN "Event" e ON e."id" = r."eventId"
      CROSS JOIN LATERAL (
        SELECT min(o."startsAt") AS "startsAt" FROM "Occurrence" o
        WHERE o."eventId" = r."eventId" AND o."endsAt" > ${now} AND o."status" <> 'cancelled') d
      WHERE r."feedId" = ${feedId} AND d."startsAt" IS NOT NULL AND e."withdrawnAt" IS NULL
        AND (r."missingSince" IS NOT NULL OR e."publishedAt" IS NULL)) found
    WHERE "place" <= ${most} ORDER BY "place"`;
  const hintCount = await queries.feedHint.count({ where: { feedId, settledAt: null } });
  const of = (isMissing: boolean) => rows.filter((row) => row.isMissing === isMissing);
  const titled = (some: readonly Row[]) => some.map(({ eventId, title }) => ({ eventId, title: title ?? "…" }));
  return {
    missing: titled(of(true)),
    drafts: titled(of(false)),
    missingCount: of(true)[0]?.count ?? 0,
    draftCount: of(false)[0]?.count ?? 0,
    hintCount,
  };
}

/** The oldest news entry of a feed that nobody has settled. */
export const findHint = (queries: Queries, feedId: number) =>
  queries.feedHint.findFirst({ where: { feedId, settledAt: null }, orderBy: { id: "asc" } });

/** Puts a news entry aside, and resolves to its feed; null where it is gone. */
export function settleHint(database: Database, actor: Actor, hintId: number): Promise<Acted<number>> {
  const target = async (queries: Queries) => {
    const hint = await queries.feedHint.findUnique({
      where: { id: hintId },
      select: { feed: { select: { institutionId: true } } },
    });
    return hint?.feed ?? null;
  };
  return actAs(database, actor, { action: "feeds.manage", target }, async (tx, audit) => {
    const hint = await tx.feedHint.update({ where: { id: hintId }, data: { settledAt: actor.now } });
    await audit({ subject: `feed:${hint.feedId}`, verb: "edit", after: { title: hint.title } });
    return hint.feedId;
  });
}
