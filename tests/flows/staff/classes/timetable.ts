import { beforeEach } from "vitest";
import type { Language } from "../../../../bot/words/language.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { idOf } from "../../../support/addresses.ts";
import type { TestCity } from "../../../support/city.ts";
import { courseRow, groupRow, lessonRow } from "../../../support/factories/course.ts";
import { colleague } from "../team.ts";

/** Mondays and Wednesdays at 10:00–11:30 in Kazan, from 30 November 2026 on. */
const starts = ["2026-11-30", "2026-12-02", "2026-12-07", "2026-12-09"].map((day) => new Date(`${day}T07:00:00Z`));

/** A class of its own for each test, and those who learn in it. */
export function timetableIn(city: TestCity) {
  const school = { groupId: 0, courseId: 0, lessons: [] as number[] };

  beforeEach(async () => {
    const now = city.clock.now();
    const lessons = starts.map((startsAt, index) =>
      lessonRow(now, {
        number: index + 1,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 90 * 60_000),
        startsLocal: new Date(startsAt.getTime() + 3 * 3_600_000),
      }),
    );
    const course = await city.services.database.course.create({
      data: courseRow(now, {
        publishedAt: now,
        texts: { create: { language: "ru", title: "Первые шаги" } },
        groups: { create: groupRow(now, { lessons: { create: lessons } }) },
      }),
      include: { groups: { include: { lessons: { orderBy: { number: "asc" } } } } },
    });
    const [group] = course.groups;
    const ids = group?.lessons.map(({ id }) => id) ?? [];
    Object.assign(school, { courseId: course.id, groupId: group?.id ?? 0, lessons: ids });
  });

  async function learner(language: Language): Promise<Person> {
    const person = await colleague(city, language);
    const times = { createdAt: city.clock.now(), changedAt: city.clock.now() };
    const { groupId } = school;
    const personId = await idOf(city.services.database, person);
    await city.services.database.enrolment.create({
      data: { groupId, personId, state: "enrolled", ticket: person.user.id % 1e6, ...times },
    });
    await city.services.database.group.update({ where: { id: groupId }, data: { taken: { increment: 1 } } });
    return person;
  }

  const startsNow = async () => {
    const lessons = await city.services.database.lesson.findMany({
      where: { groupId: school.groupId },
      orderBy: { number: "asc" },
    });
    return lessons.map(({ startsAt, status }) => `${startsAt.toISOString().slice(0, 16)} ${status}`);
  };

  /** After the half minute in which more changes may come. */
  async function delivers(): Promise<void> {
    city.clock.advance({ seconds: 60 });
    await city.deliver();
  }

  return { school, learner, startsNow, delivers };
}
