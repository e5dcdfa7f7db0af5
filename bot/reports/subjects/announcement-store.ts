import type { Queries } from "../../database/database.ts";
import { contentSchema } from "../../delivery/content.ts";
import type { Language } from "../../words/language.ts";
import type { ReportSpan } from "../counting/span.ts";

/** What became of one announcement. */
export interface AnnouncementCounts {
  startedAt: Date;
  /** How it begins, in the reader's language, else in another; empty for a picture without words. */
  words: string;
  audience: number;
  sent: number;
  blocked: number;
  /** Failed, uncertain, expired, cancelled. */
  missed: number;
}

/** Finds the announcements that began in a span, the latest first, without what corrected or deleted them; their own counters are read, no delivery. */
export async function countAnnouncements(
  queries: Queries,
  span: ReportSpan,
  language: Language,
): Promise<AnnouncementCounts[]> {
  const rows = await queries.$queryRaw<(Omit<AnnouncementCounts, "words"> & { content: unknown })[]>`
    SELECT a."startedAt", a."audienceSize" AS "audience", a."sent", a."blocked",
           a."failed" + a."uncertain" + a."expired" + a."cancelled" AS "missed",
           (SELECT x."content" FROM "AnnouncementText" x WHERE x."announcementId" = a."id"
            ORDER BY x."language" = ${language}::"Language" DESC, x."language" LIMIT 1) AS "content"
    FROM "Announcement" a WHERE a."startedAt" >= ${span.from} AND a."startedAt" <= ${span.until}
      AND a."audience" ->> 'kind' IS DISTINCT FROM 'recipients'
    ORDER BY a."startedAt" DESC, a."id" DESC`;
  return rows.map(({ content, ...counts }) => ({ ...counts, words: wordsOf(content) }));
}

function wordsOf(stored: unknown): string {
  const { data: content } = contentSchema.safeParse(stored);
  if (content === undefined) return "";
  switch (content.kind) {
    case "text":
      return content.text;
    case "album":
      return content.items.find(({ caption }) => caption !== "")?.caption ?? "";
    case "poll":
      return content.question;
    default:
      return content.caption;
  }
}
