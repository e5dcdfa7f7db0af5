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
export const settles = async (
  database: Database,
  personId: number,
  kind: string,
  state: "sent" | "failed" | "uncertain",
  at: string,
) => {
  keys += 1;
  const settledAt = new Date(at);
  const data = { personId, kind, payload: {}, dedupeKey: `numbers:${keys}`, dueAt: settledAt, expiresAt: settledAt };
  const { id } = await database.delivery.create({ data: { ...data, lane: "normal" } });
  return database.delivery.update({ where: { id }, data: { state, settledAt } });
};

/** An event with one date, and what people gave it, in stars, at that time; their ids begin with `from`. */
export async function isRated(
  database: Database,
  { title, stars, at, from }: { title: string; stars: readonly number[]; at: string; from: number },
): Promise<void> {
  const startsAt = new Date("2026-01-01T16:00:00Z");
  const dates = { startsAt, endsAt: startsAt, startsLocal: startsAt, timeZone: "Europe/Moscow" };
  const texts = { create: { language: "ru" as const, title } };
  const { occurrences } = await database.event.create({
    data: { section: "music", attendanceMode: "online", isFree: true, texts, occurrences: { create: dates } },
    select: { occurrences: { select: { id: true } } },
  });
  for (const [index, given] of stars.entries()) {
    await arrives(database, from + index, "2026-01-01T00:00:00Z");
    const personId = BigInt(from + index);
    const rating = { personId, occurrenceId: occurrences[0]?.id ?? 0, stars: given, ratedAt: new Date(at) };
    await database.rating.create({ data: rating });
  }
}

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
