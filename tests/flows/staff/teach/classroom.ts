import { randomUUID } from "node:crypto";
import type { Language } from "../../../../bot/words/language.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { idOf } from "../../../support/addresses.ts";
import type { TestCity } from "../../../support/city.ts";
import { courseRow, groupRow, lessonRow } from "../../../support/factories/course.ts";
import { colleague } from "../team.ts";

const minute = 60_000;

/** A group of somebody's with lessons of an hour at so many minutes from now. */
export async function openTaughtGroup(
  { services: { database, clock } }: TestCity,
  {
    teacher,
    lessonsIn,
    title = `Курс ${randomUUID().slice(0, 8)}`,
  }: { teacher: Person | null; lessonsIn: number[]; title?: string },
) {
  const at = (minutes: number) => new Date(clock.now().getTime() + minutes * minute);
  const course = await database.course.create({
    data: courseRow(clock.now(), { publishedAt: clock.now(), texts: { create: { language: "ru", title } } }),
  });
  const group = await database.group.create({
    data: groupRow(clock.now(), {
      courseId: course.id,
      teacherId: teacher === null ? null : await idOf(database, teacher),
      teacherName: "Гүзәл Хәсәнова",
      capacity: 20,
      lessons: {
        create: lessonsIn.map((from, index) =>
          lessonRow(clock.now(), { number: index + 1, startsAt: at(from), startsLocal: at(from + 180) }),
        ),
      },
    }),
    include: { lessons: { orderBy: { number: "asc" } } },
  });
  return { groupId: group.id, title, lessonIds: group.lessons.map(({ id }) => id) };
}

/** Somebody enrolled in a group, as they stand in the journal. */
export async function learnerOf(
  city: TestCity,
  groupId: number,
  name: string,
  { language = "ru", phone = null as string | null }: { language?: Language; phone?: string | null } = {},
): Promise<{ person: Person; enrolmentId: number }> {
  const { database, clock } = city.services;
  const person = await colleague(city, language);
  const personId = await idOf(database, person);
  const now = clock.now();
  await database.learner.create({ data: { personId, name, phone, createdAt: now } });
  const times = { createdAt: now, changedAt: now };
  const { id } = await database.enrolment.create({
    data: { groupId, personId, state: "enrolled", ticket: person.user.id % 1e6, ...times },
  });
  await database.group.update({
    where: { id: groupId },
    data: { taken: { increment: 1 }, nextTicket: { increment: 1 } },
  });
  return { person, enrolmentId: id };
}
