import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { isReachable } from "../../people/address.sql.ts";
import type { Language } from "../../words/language.ts";
import { isToOwnClass, type People, type PlainCondition, type SegmentCondition } from "./audience.ts";

const day = 86_400_000;

/** Days for which it counts what somebody looked at; housekeeping forgets it then. */
export const interestLasts = 180;

/**
 * The people of an audience, whether or not they can be written to: a condition on "Person" p. The count that staff is
 * told and the fan-out both use it, so that the number said is the number sent.
 */
export function belongsTo({ only, except }: People, now: Date): Prisma.Sql {
  const conditions = [
    ...only.map((condition) => fits(condition, now)),
    ...except.map((condition) => Prisma.sql`NOT (${fits(condition, now)})`),
  ];
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " AND ");
}

/**
 * The people of an audience who get the announcement: they can be written to, and have not muted what is not about
 * their own class.
 */
export function gets(audience: People, now: Date): Prisma.Sql {
  const mutes = isToOwnClass(audience) ? Prisma.sql`true` : Prisma.sql`NOT p."mutesAnnouncements"`;
  return Prisma.sql`${isReachable(Prisma.sql`p."id"`)} AND ${mutes} AND ${belongsTo(audience, now)}`;
}

function fits(condition: SegmentCondition, now: Date): Prisma.Sql {
  if (condition.kind !== "any") return fitsPlain(condition, now);
  return Prisma.sql`(${Prisma.join(
    condition.of.map((one) => fitsPlain(one, now)),
    " OR ",
  )})`;
}

function fitsPlain(condition: PlainCondition, now: Date): Prisma.Sql {
  switch (condition.kind) {
    case "languages":
      return Prisma.sql`p."language" = ANY(${condition.languages}::text[]::"Language"[])`;
    case "unseen":
      return Prisma.sql`p."lastSeenAt" < ${new Date(now.getTime() - condition.days * day)}`;
    case "seen":
      return Prisma.sql`p."lastSeenAt" >= ${new Date(now.getTime() - condition.days * day)}`;
    case "roles":
      return among(
        Prisma.sql`SELECT "personId" FROM "StaffRole" WHERE "role" = ANY(${condition.roles}::text[]::"Role"[])`,
      );
    case "class":
      return among(Prisma.sql`
        SELECT e."personId" FROM "Enrolment" e JOIN "Group" g ON g."id" = e."groupId"
        WHERE (g."courseId" = ANY(${condition.courseIds}::int[]) OR g."id" = ANY(${condition.groupIds}::int[]))
          AND ${isIn(condition.states)}`);
    case "learners":
      return among(Prisma.sql`SELECT e."personId" FROM "Enrolment" e WHERE ${isIn(condition.states)}`);
    case "interested": {
      const chosen = Prisma.sql`${condition.audiences}::text[]::"Audience"[]`;
      return among(Prisma.sql`
        SELECT "personId" FROM "Interest" WHERE "audience" = ANY(${chosen}) AND "lastAt" >= ${new Date(now.getTime() - interestLasts * day)}
        UNION ALL SELECT e."personId" FROM "Enrolment" e JOIN "Group" g ON g."id" = e."groupId"
          WHERE g."audiences" && ${chosen} AND e."state" <> 'left'
        UNION ALL ${tookPart(Prisma.sql`
          SELECT o."id" FROM "Occurrence" o JOIN "Event" v ON v."id" = o."eventId" WHERE v."audiences" && ${chosen}`)}`);
    }
    case "institution":
      return among(
        tookPart(Prisma.sql`
          SELECT o."id" FROM "Occurrence" o JOIN "Event" v ON v."id" = o."eventId"
          WHERE v."institutionId" = ANY(${condition.institutionIds}::int[])`),
      );
    case "took part":
      return among(
        tookPart(Prisma.sql`SELECT "id" FROM "Occurrence" WHERE "eventId" = ANY(${condition.eventIds}::int[])`),
      );
    case "follows": {
      const chosen = Prisma.sql`${condition.sections}::text[]::"Section"[]`;
      return among(Prisma.sql`
        SELECT "personId" FROM "Digest" WHERE "sections" && ${chosen} OR "sections" = '{}'
        UNION ALL ${tookPart(Prisma.sql`
          SELECT o."id" FROM "Occurrence" o JOIN "Event" v ON v."id" = o."eventId" WHERE v."section" = ANY(${chosen})`)}`);
    }
  }
}

/** Who was offered a place is still in the line. */
function isIn(states: readonly ("enrolled" | "waiting")[]): Prisma.Sql {
  const meant = states.flatMap((state) => (state === "waiting" ? ["waiting", "offered"] : [state]));
  return Prisma.sql`e."state" = ANY(${meant}::text[]::"EnrolmentState"[])`;
}

const tookPart = (occurrences: Prisma.Sql) => Prisma.sql`
  SELECT "personId" FROM "Reminder" WHERE "occurrenceId" IN (${occurrences})
  UNION ALL SELECT "personId" FROM "Rating" WHERE "occurrenceId" IN (${occurrences})`;

/** EXISTS and not IN: its negation is a join as well, NOT IN would look through the whole list for each person. */
const among = (people: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT 1 FROM (${people}) chosen WHERE chosen."personId" = p."id")`;

export interface AudienceCount {
  /** How many will get it. */
  count: number;
  byLanguage: Record<Language, number>;
  /** How many belong to it and muted announcements, and how many cannot be written to: they will not. */
  muted: number;
  blocked: number;
}

/** Counts an audience as it is now; a second or so for a million. */
export async function countAudience(queries: Queries, audience: People, now: Date): Promise<AudienceCount> {
  const rows = await queries.$queryRaw<{ language: Language; blocked: boolean; gets: boolean; count: number }[]>`
    SELECT p."language"::text AS "language", NOT ${isReachable(Prisma.sql`p."id"`)} AS "blocked",
           ${isToOwnClass(audience)} OR NOT p."mutesAnnouncements" AS "gets", count(*)::int AS "count"
    FROM "Person" p WHERE ${belongsTo(audience, now)} GROUP BY 1, 2, 3`;
  const sum = (which: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(which).reduce((total, { count }) => total + count, 0);
  const inLanguage = (language: Language) => sum((row) => row.language === language && row.gets && !row.blocked);
  return {
    count: sum((row) => row.gets && !row.blocked),
    byLanguage: { ru: inLanguage("ru"), tt: inLanguage("tt"), en: inLanguage("en") },
    muted: sum((row) => !row.gets && !row.blocked),
    blocked: sum((row) => row.blocked),
  };
}
