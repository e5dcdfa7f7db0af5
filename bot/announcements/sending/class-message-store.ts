import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { type Content, contentSchema } from "../../delivery/content.ts";
import { wakeDispatcher } from "../../delivery/outbox-store.ts";
import { isReachable } from "../../people/address.sql.ts";
import type { Language, Texts } from "../../words/language.ts";
import type { People } from "../audience/audience.ts";

/** For how long a message to a class makes sense if it cannot be delivered. */
const lifetime = 3 * 86_400_000;

const toGroup = (groupId: number): People => ({
  kind: "people",
  only: [{ kind: "class", courseIds: [], groupIds: [groupId], states: ["enrolled"] }],
  except: [],
});

/**
 * Sends what a teacher wrote to everybody enrolled in a group, mutes or not, in the transaction of the teacher's act. It
 * is an announcement that needs no fan-out by the runner, so it is accounted like one: returns its id, and to how many.
 */
export async function tellClass(
  tx: Prisma.TransactionClient,
  { groupId, content, by, now }: { groupId: number; content: Content; by: number; now: Date },
): Promise<{ announcementId: number; count: number }> {
  const running = { state: "running" as const, startedAt: now, cutoffAt: now, filledAt: now, createdAt: now };
  const { id } = await tx.announcement.create({
    data: {
      ...running,
      audience: toGroup(groupId),
      authorId: BigInt(by),
      // In whichever language it is: nobody translates it.
      texts: { create: { language: "ru", content: contentSchema.parse(content) as Prisma.InputJsonObject } },
    },
  });
  const count = await tx.$executeRaw`
    INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "announcementId", "dueAt", "expiresAt")
    SELECT e."personId", 'class-message', '{}', 'normal', ${`announcement:${id}:`} || e."personId", ${id}::int, ${now},
           ${new Date(now.getTime() + lifetime)}
    FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId"
    WHERE e."groupId" = ${groupId} AND e."state" = 'enrolled' AND ${isReachable(Prisma.sql`p."id"`)}`;
  await tx.announcement.update({ where: { id }, data: { enqueued: count, audienceSize: count } });
  await wakeDispatcher(tx);
  return { announcementId: id, count };
}

/** A message to a class, as it is written. */
export interface ToldClass {
  content: Content;
  /** Null: the group is gone. */
  groupId: number | null;
  /** Titles of the course. */
  titles: Texts<string>;
}

/** Finds what was told to a class; null when there is no such message. */
export async function findTold(queries: Queries, announcementId: number): Promise<ToldClass | null> {
  const [row] = await queries.$queryRaw<
    { content: unknown; groupId: number | null; titles: { language: Language; title: string }[] | null }[]
  >`
    SELECT t."content", (
      SELECT g."id" FROM "Group" g WHERE g."id" = (a."audience" #>> '{only,0,groupIds,0}')::int) AS "groupId", (
      SELECT jsonb_agg(jsonb_build_object('language', c."language", 'title', c."title"))
      FROM "Group" g JOIN "CourseText" c ON c."courseId" = g."courseId"
      WHERE g."id" = (a."audience" #>> '{only,0,groupIds,0}')::int) AS "titles"
    FROM "Announcement" a JOIN "AnnouncementText" t ON t."announcementId" = a."id" WHERE a."id" = ${announcementId}`;
  if (row === undefined) return null;
  const titles = Object.fromEntries((row.titles ?? []).map(({ language, title }) => [language, title]));
  return { content: contentSchema.parse(row.content), groupId: row.groupId, titles };
}
