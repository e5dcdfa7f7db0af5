import { randomUUID } from "node:crypto";
import type { Database } from "../../../bot/database/database.ts";
import { addressesSql } from "../../support/addresses.ts";
import { administer } from "../../support/administer.ts";
import { evening } from "../../support/evening.ts";
import { courseRow, groupRow, lessonRow } from "../../support/factories/course.ts";

const hour = 3_600_000;
const cameAt = evening.now.toISOString();

export interface GroupDraft {
  capacity: number;
  /** Another group of that course; without it, a course is made. */
  courseId?: number;
  /** When lessons begin, in hours from `now`; default one after two days. */
  lessonsIn?: readonly number[];
  now: Date;
}

/** Puts a group with lessons into the database, in a published course. */
export async function openGroup(
  database: Database,
  { capacity, courseId, lessonsIn = [48], now }: GroupDraft,
): Promise<{ groupId: number; courseId: number; title: string }> {
  const title = `Курс ${randomUUID().slice(0, 8)}`;
  const course =
    courseId ??
    (
      await database.course.create({
        data: courseRow(now, { publishedAt: now, texts: { create: { language: "ru", title } } }),
      })
    ).id;
  const group = await database.group.create({
    data: groupRow(now, {
      courseId: course,
      teacherName: "Алсу Каримова",
      capacity,
      lessons: {
        create: lessonsIn.map((hours, index) =>
          lessonRow(now, { number: index + 1, startsAt: new Date(now.getTime() + hours * hour) }),
        ),
      },
    }),
  });
  return { groupId: group.id, courseId: course, title };
}

/** Makes people with the ids `from`, `from` + 1, … who came in the evening of the tests. */
export async function inviteMany(url: string, from: number, count: number): Promise<number[]> {
  await administer(
    url,
    `INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
     SELECT id, 'ru', 'Ученик', '${cameAt}', '${cameAt}' FROM generate_series(${from}, ${from + count - 1}) AS id;
     ${addressesSql}`,
  );
  return Array.from({ length: count }, (_, index) => from + index);
}
