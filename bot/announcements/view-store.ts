import { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import type { Content } from "../delivery/content.ts";
import type { Language, Texts } from "../words/language.ts";
import type { AnnouncementState } from "./announcement.ts";
import type { Recipients } from "./audience/audience.ts";
import { type Announcement, findAnnouncement, readTexts } from "./draft/draft-store.ts";
import type { AnnouncementProgress, RateMeter } from "./progress/progress.ts";
import { findProgress } from "./progress/progress-store.ts";
import { type Aftermath, findAftermath } from "./progress/tap-store.ts";

/** An announcement as staff sees it: what it says, or what it corrects says, and how far it is. */
export interface ShownAnnouncement {
  announcement: Announcement;
  /** The words of the announcement; of a deletion, of what is deleted. */
  texts: Texts<Content>;
  progress: AnnouncementProgress;
  /** What was done to it since, the latest first; none of a correction. */
  history: AppliedCorrection[];
  /** What people did with it. */
  aftermath: Aftermath;
}

/** A correction or deletion of an announcement, which is one itself. */
export interface AppliedCorrection {
  id: number;
  correction: Recipients["correction"];
  state: AnnouncementState;
  /** When it began; where it has not yet, when it was made. */
  at: Date;
}

/** Corrections that are told of; whoever makes more of them needs no list. */
const mostCorrections = 5;

async function findHistory(database: Database, id: number): Promise<AppliedCorrection[]> {
  return database.$queryRaw<AppliedCorrection[]>`
    SELECT "id", "audience" ->> 'correction' AS "correction", "state"::text AS "state", coalesce("startedAt", "createdAt") AS "at"
    FROM "Announcement" WHERE "parentId" = ${id} AND "audience" ->> 'kind' = 'recipients'
    ORDER BY "id" DESC LIMIT ${mostCorrections}::int`;
}

export async function findShown(
  database: Database,
  id: number,
  look: { now: Date; meter: RateMeter },
): Promise<ShownAnnouncement | null> {
  const announcement = await findAnnouncement(database, id);
  const progress = announcement && (await findProgress(database, id, look));
  if (announcement === null || progress === null) return null;
  const isSilent = Object.keys(announcement.texts).length === 0;
  const corrected =
    isSilent && announcement.parentId !== null ? await findAnnouncement(database, announcement.parentId) : null;
  const [history, aftermath] = await Promise.all([findHistory(database, id), findAftermath(database, id)]);
  return { announcement, texts: corrected?.texts ?? announcement.texts, progress, history, aftermath };
}

export interface ListedAnnouncement {
  id: number;
  state: AnnouncementState;
  /** What was done to it last; null: nothing. */
  corrected: Pick<AppliedCorrection, "correction" | "state" | "at"> | null;
  texts: Texts<Content>;
  /** When sending begins or began; null: not before somebody agrees to it. */
  startAt: Date | null;
  audience: number;
  settled: number;
}

/** Announcements that a phone shows with their buttons. */
const announcementsPerPage = 6;

/**
 * A page of the announcements: what is going on, what is to come, one's own drafts, what is over; what corrects one belongs
 * to it. Messages of teachers to their classes, which nobody confirmed, are not among them.
 */
export async function findAnnouncements(
  queries: Queries,
  { personId, page }: { personId: number; page: number },
): Promise<{ rows: ListedAnnouncement[]; hasMore: boolean }> {
  const isDraft = Prisma.sql`a."state" = 'draft'`;
  const isGoing = (state: Prisma.Sql) => Prisma.sql`${state} IN ('running', 'preparing', 'paused', 'proposed')`;
  const rows = await queries.$queryRaw<ListedRow[]>`
    SELECT a."id", a."state"::text AS "state", coalesce(a."startAt", a."startedAt") AS "startAt",
           greatest(a."audienceSize", a."enqueued") AS "audience",
           a."sent" + a."blocked" + a."failed" + a."uncertain" + a."expired" + a."cancelled" AS "settled", (
             SELECT jsonb_agg(jsonb_build_object('language', t."language", 'content', t."content"))
             FROM "AnnouncementText" t WHERE t."announcementId" = a."id") AS "texts",
           c."correction", c."state"::text AS "correctionState", c."at" AS "correctedAt"
    FROM "Announcement" a LEFT JOIN LATERAL (
      SELECT o."audience" ->> 'correction' AS "correction", o."state", coalesce(o."startedAt", o."createdAt") AS "at"
      FROM "Announcement" o WHERE o."parentId" = a."id" AND o."audience" ->> 'kind' = 'recipients'
      ORDER BY o."id" DESC LIMIT 1) c ON true
    WHERE a."audience" ->> 'kind' = 'people'
      AND (a."confirmedBy" IS NOT NULL OR (${isDraft} AND a."authorId" = ${BigInt(personId)}))
    ORDER BY CASE WHEN ${isGoing(Prisma.sql`a."state"`)} OR ${isGoing(Prisma.sql`c."state"`)} THEN 0
                  WHEN a."state" = 'scheduled' THEN 1 WHEN ${isDraft} THEN 2 ELSE 3 END, a."id" DESC
    LIMIT ${announcementsPerPage + 1}::int OFFSET ${page * announcementsPerPage}::int`;
  return { rows: rows.slice(0, announcementsPerPage).map(readListed), hasMore: rows.length > announcementsPerPage };
}

type ListedRow = Omit<ListedAnnouncement, "texts" | "corrected"> & {
  texts: { language: Language; content: unknown }[] | null;
  correction: AppliedCorrection["correction"] | null;
  correctionState: AnnouncementState | null;
  correctedAt: Date | null;
};

function readListed({ texts, correction, correctionState, correctedAt, ...row }: ListedRow): ListedAnnouncement {
  const corrected =
    correction === null || correctionState === null || correctedAt === null
      ? null
      : { correction, state: correctionState, at: correctedAt };
  return { ...row, texts: readTexts(texts ?? []), corrected };
}
