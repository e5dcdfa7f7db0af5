import { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import type { Content } from "../delivery/content.ts";
import type { Language, Texts } from "../words/language.ts";
import type { AnnouncementState } from "./announcement.ts";
import { type Announcement, findAnnouncement, readTexts } from "./draft/draft-store.ts";
import type { AnnouncementProgress, RateMeter } from "./progress/progress.ts";
import { findProgress } from "./progress/progress-store.ts";

/** An announcement as staff sees it: what it says, or what it corrects says, and how far it is. */
export interface ShownAnnouncement {
  announcement: Announcement;
  /** The words of the announcement; of a deletion, of what is deleted. */
  texts: Texts<Content>;
  progress: AnnouncementProgress;
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
  return { announcement, texts: corrected?.texts ?? announcement.texts, progress };
}

export interface ListedAnnouncement {
  id: number;
  state: AnnouncementState;
  /** What it does to another one; null: it is one itself. */
  correction: "edit" | "delete" | null;
  texts: Texts<Content>;
  /** When sending begins or began; null: not before somebody agrees to it. */
  startAt: Date | null;
  audience: number;
  settled: number;
}

/** Announcements that a phone shows with their buttons. */
const announcementsPerPage = 6;

/**
 * A page of the announcements: what is going on, what is to come, one's own drafts, what is over. Messages of teachers
 * to their classes, which nobody confirmed, are not among them.
 */
export async function findAnnouncements(
  queries: Queries,
  { personId, page }: { personId: number; page: number },
): Promise<{ rows: ListedAnnouncement[]; hasMore: boolean }> {
  const isDraft = Prisma.sql`a."state" = 'draft'`;
  const rows = await queries.$queryRaw<
    (Omit<ListedAnnouncement, "texts"> & { texts: { language: Language; content: unknown }[] | null })[]
  >`
    SELECT a."id", a."state"::text AS "state", a."audience" ->> 'correction' AS "correction",
           coalesce(a."startAt", a."startedAt") AS "startAt",
           greatest(a."audienceSize", a."enqueued") AS "audience",
           a."sent" + a."blocked" + a."failed" + a."uncertain" + a."expired" + a."cancelled" AS "settled", (
             SELECT jsonb_agg(jsonb_build_object('language', t."language", 'content', t."content"))
             FROM "AnnouncementText" t WHERE t."announcementId" = CASE
               WHEN a."audience" ->> 'correction' = 'delete' THEN a."parentId" ELSE a."id" END) AS "texts"
    FROM "Announcement" a
    WHERE a."confirmedBy" IS NOT NULL OR (${isDraft} AND a."authorId" = ${BigInt(personId)})
    ORDER BY CASE WHEN a."state" IN ('running', 'preparing', 'paused', 'proposed') THEN 0
                  WHEN a."state" = 'scheduled' THEN 1 WHEN ${isDraft} THEN 2 ELSE 3 END, a."id" DESC
    LIMIT ${announcementsPerPage + 1}::int OFFSET ${page * announcementsPerPage}::int`;
  return {
    rows: rows.slice(0, announcementsPerPage).map(({ texts, ...row }) => ({ ...row, texts: readTexts(texts ?? []) })),
    hasMore: rows.length > announcementsPerPage,
  };
}
