import { randomUUID } from "node:crypto";
import type { Database } from "../../../bot/database/database.ts";
import { administer } from "../../support/administer.ts";

const hour = 3_600_000;

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
        data: { area: "digital", publishedAt: now, texts: { create: { language: "ru", title } } },
      })
    ).id;
  const group = await database.group.create({
    data: {
      courseId: course,
      teacherName: "Алсу Каримова",
      capacity,
      timeZone: "Europe/Moscow",
      lessons: {
        create: lessonsIn.map((hours, index) => {
          const startsAt = new Date(now.getTime() + hours * hour);
          const endsAt = new Date(startsAt.getTime() + hour);
          return { number: index + 1, startsAt, endsAt, startsLocal: startsAt };
        }),
      },
    },
  });
  return { groupId: group.id, courseId: course, title };
}

/** Makes people with the ids `from`, `from` + 1, … */
export async function inviteMany(url: string, from: number, count: number): Promise<number[]> {
  await administer(
    url,
    `INSERT INTO "Person" ("id", "language", "firstName")
     SELECT id, 'ru', 'Ученик' FROM generate_series(${from}, ${from + count - 1}) AS id`,
  );
  return Array.from({ length: count }, (_, index) => from + index);
}
