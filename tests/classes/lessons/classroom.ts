import { randomUUID } from "node:crypto";
import { beforeEach } from "vitest";
import { createLessons } from "../../../bot/classes/lessons/lesson-store.ts";
import { lessonsJob } from "../../../bot/classes/lessons/messages/lessons-job.ts";
import { planLessonReminders } from "../../../bot/classes/lessons/messages/reminder-store.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import type { TestCity } from "../../support/city.ts";
import { courseRow, groupRow } from "../../support/factories/course.ts";

const minute = 60_000;
const day = 86_400_000;
const quarter = 15 * minute;

/** Classes in a city and people who learn there. Each test begins at one in the afternoon of another day. */
export function classroomIn(city: TestCity) {
  beforeEach(async () => {
    const sinceNoon = (city.clock.now().getTime() + 14 * 3_600_000) % day;
    city.clock.advance({ seconds: (day - sinceNoon) / 1_000 });
    await city.deliver();
  });

  const at = (fromNow: number) => new Date(city.clock.now().getTime() + fromNow * minute);

  /** A class with an hour's lesson so many minutes from now, at each of them. */
  async function course(startsIn: number[], { typedLink = "https://zoom.example.org/j/1" as string | null } = {}) {
    const { database } = city.services;
    const title = `Курс ${randomUUID().slice(0, 8)}`;
    const { groups } = await database.course.create({
      data: courseRow(city.clock.now(), {
        publishedAt: city.clock.now(),
        texts: { create: { language: "ru", title } },
        groups: { create: groupRow(city.clock.now(), { capacity: 100, typedLink }) },
      }),
      select: { groups: true },
    });
    const groupId = groups[0]?.id ?? 0;
    const planned = startsIn.map((from) => ({
      startsAt: at(from),
      endsAt: at(from + 60),
      startsLocal: at(from + 180),
    }));
    const lessons = await database.$transaction((tx) => createLessons(tx, groupId, planned, city.clock.now()));
    return { groupId, title, lessons, first: lessons[0] ?? 0 };
  }

  let people = 0;
  async function resident(languageCode = "ru"): Promise<Person> {
    people += 1;
    const person = city.telegram.person(`Learner ${people}`, { languageCode });
    await person.says("/start");
    return person;
  }

  /** Puts a person into a class. */
  async function enrols(person: Person, groupId: number): Promise<void> {
    const now = city.clock.now();
    await city.services.database.$transaction(async (tx) => {
      const personId = await idOf(city.services.database, person);
      const times = { createdAt: now, changedAt: now };
      await tx.enrolment.create({
        data: { groupId, personId, state: "enrolled", ticket: person.user.id % 1e6, ...times },
      });
      await planLessonReminders(tx, { groupId, personId: await idOf(city.services.database, person) }, now);
    });
  }

  async function learner(groupId: number, languageCode = "ru"): Promise<Person> {
    const person = await resident(languageCode);
    await enrols(person, groupId);
    return person;
  }

  const job = () => lessonsJob(city.services);

  /** Two days have 192 quarters of an hour; in nearly all of them there is nothing to send. */
  const isDue = async () =>
    (await city.services.database.delivery.count({ where: { state: "pending", dueAt: { lte: city.clock.now() } } })) >
    0;

  /** What the bot says by itself while the clock goes on; the timed job rings each quarter of an hour. */
  async function hears(person: Person, wait: number): Promise<string[]> {
    const told = () => person.chat.filter(({ from }) => from?.is_bot);
    const before = told().length;
    const end = city.clock.now().getTime() + wait * minute;
    for (;;) {
      const now = city.clock.now().getTime();
      const next = Math.min(end, (Math.floor(now / quarter) + 1) * quarter);
      city.clock.advance({ seconds: (next - now) / 1_000 });
      if (next % quarter === 0) await job().run(city.clock.now());
      if (await isDue()) await city.deliver();
      if (next === end) break;
    }
    return told()
      .slice(before)
      .map(({ text }) => text);
  }

  return { at, course, resident, enrols, learner, hears };
}
