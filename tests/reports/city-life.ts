import type { Database } from "../../bot/database/database.ts";
import { courseRow, groupRow, lessonRow } from "../support/factories/course.ts";
import { eventRow, occurrenceRow } from "../support/factories/event.ts";
import { personRow } from "../support/factories/person.ts";

/** Somebody who came at that time, and was last here then or later. */
export const arrives = (database: Database, id: number, at: string, more: object = {}) =>
  database.person.create({
    data: personRow(new Date(at), { id, firstName: `Гость ${id}`, ...more }),
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
  const dates = occurrenceRow(startsAt, { startsAt, endsAt: startsAt });
  const texts = { create: { language: "ru" as const, title } };
  const shown = { section: "music", attendanceMode: "online", isFree: true, publishedAt: new Date(0) } as const;
  const { occurrences } = await database.event.create({
    data: eventRow(startsAt, { ...shown, texts, occurrences: { create: dates } }),
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
    data: courseRow(new Date(0), {
      publishedAt: new Date(0),
      texts: { create: { language: "ru", title: "Первые шаги" } },
    }),
  });
  const group = await database.group.create({
    data: groupRow(new Date(0), { courseId: course.id, teacherName: "Роза Каримова" }),
  });
  const lesson = await database.lesson.create({
    data: lessonRow(new Date(0), { groupId: group.id, number: 1, startsAt: starts }),
  });
  return { groupId: group.id, lessonId: lesson.id };
}
