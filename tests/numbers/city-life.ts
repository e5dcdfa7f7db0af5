import type { Database } from "../../bot/database/database.ts";

/** Somebody who came at that time, and was last here then or later. */
export const arrives = (database: Database, id: number, at: string, more: object = {}) =>
  database.person.create({
    data: {
      id,
      language: "ru",
      firstName: `Гость ${id}`,
      firstSeenAt: new Date(at),
      lastSeenAt: new Date(at),
      ...more,
    },
  });

let keys = 0;

/** A delivery that was settled at that time. */
export const settles = (database: Database, personId: number, kind: string, state: "sent" | "failed", at: string) => {
  keys += 1;
  const settledAt = new Date(at);
  const data = { personId, kind, state, settledAt, payload: {}, dedupeKey: `numbers:${keys}`, dueAt: settledAt };
  return database.delivery.create({ data: { ...data, lane: "normal", expiresAt: settledAt } });
};

/** A course with one group of ten places and one lesson. */
export async function opensCourse(database: Database, startsAt: string) {
  const starts = new Date(startsAt);
  const course = await database.course.create({
    data: { area: "digital", publishedAt: new Date(0), texts: { create: { language: "ru", title: "Первые шаги" } } },
  });
  const group = await database.group.create({
    data: { courseId: course.id, teacherName: "Роза Каримова", capacity: 10, timeZone: "Europe/Moscow" },
  });
  const lesson = await database.lesson.create({
    data: {
      groupId: group.id,
      number: 1,
      startsAt: starts,
      endsAt: new Date(starts.getTime() + 3_600_000),
      startsLocal: starts,
    },
  });
  return { groupId: group.id, lessonId: lesson.id };
}
