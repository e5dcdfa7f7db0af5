import { Prisma } from "../../../prisma/client/client.ts";
import { gather } from "../../database/batch.ts";
import type { Database } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import { titleOf } from "../courses/group.sql.ts";

/** A lesson of somebody who is enrolled. */
export interface OwnLesson {
  lessonId: number;
  enrolmentId: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
}

/** Whose lessons, in which language their courses are called, and between which times. */
export interface LessonsAsked {
  personId: number;
  language: Language;
  from: Date;
  to: Date;
}

/** Finds the lessons of a person that touch a time, in order; one statement for all who open a list at the same time. */
export const findOwnLessons = gather(
  async ({ database }: { database: Database }, asked: readonly LessonsAsked[]): Promise<OwnLesson[][]> => {
    const [{ language } = { language: "ru" as const }] = asked;
    const rows = await database.$queryRaw<(OwnLesson & { asker: number })[]>`
      SELECT a."asker"::int - 1 AS "asker", l."id" AS "lessonId", e."id" AS "enrolmentId",
             coalesce(${titleOf(Prisma.sql`g."courseId"`, language)}, '') AS "title", l."startsAt", l."endsAt"
      FROM unnest(${asked.map(({ personId }) => BigInt(personId))}::bigint[], ${asked.map(({ from }) => from)}::timestamptz[],
                  ${asked.map(({ to }) => to)}::timestamptz[]) WITH ORDINALITY AS a("personId", "from", "to", "asker")
      JOIN "Enrolment" e ON e."personId" = a."personId" AND e."state" = 'enrolled'
      JOIN "Group" g ON g."id" = e."groupId"
      JOIN "Lesson" l ON l."groupId" = g."id" AND l."status" <> 'cancelled'
        AND l."endsAt" > a."from" AND l."startsAt" < a."to"
      ORDER BY l."startsAt", l."id"`;
    return asked.map((_, index) =>
      rows.filter(({ asker }) => asker === index).map(({ asker: _asker, ...lesson }) => lesson),
    );
  },
  { keyOf: ({ language }) => language },
);
