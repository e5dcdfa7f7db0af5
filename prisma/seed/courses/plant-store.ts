import type { DateTime } from "luxon";
import type { Area } from "../../../bot/classes/areas.ts";
import type { Database } from "../../../bot/database/database.ts";
import { languages } from "../../../bot/words/language.ts";
import { plantAttendance } from "./attendance-store.ts";
import { type DemoCourse, type DemoGroup, demoLearners } from "./demo-course.ts";
import { demoCourses } from "./demo-courses.ts";

/** Lessons go on for weeks: courses planted so many days ago still have some, and people who enrolled in them. */
const freshDays = 7;

/** Where a group's lessons are held; ".example" is reserved (RFC 2606). */
const typedLink = (name: string) => `https://meet.culture.example/${name}`;

/** Saves the courses of the demo city around `now`, unless those of this week stand already. Returns how many there are. */
export async function plantDemoCourses(
  database: Database,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<number> {
  const courses = demoCourses(now, timeZone);
  const demo = { origin: { startsWith: "demo:" } };
  const since = new Date(now.getTime() - freshDays * 86_400_000);
  if ((await database.course.count({ where: { ...demo, createdAt: { gt: since } } })) > 0) return courses.length;
  await database.course.deleteMany({ where: demo });
  await database.person.createMany({
    // Nobody is behind them: without an address, they are written to by no one.
    data: demoLearners.map(({ id, name }) => ({
      ...{ id, language: "ru" as const, firstName: name },
      ...{ firstSeenAt: now, lastSeenAt: now },
    })),
    skipDuplicates: true,
  });
  await database.learner.createMany({
    data: demoLearners.map(({ id, name }) => ({ personId: id, name, createdAt: now })),
    skipDuplicates: true,
  });
  for (const course of courses) await plantCourse(database, course, { now, timeZone });
  const begun = await database.group.findMany({
    where: { origin: { startsWith: "demo:" }, lessons: { some: { endsAt: { lt: now } } } },
  });
  for (const { id } of begun) await plantAttendance(database, id, now);
  return courses.length;
}

async function plantCourse(
  database: Database,
  { name, area, texts, groups }: DemoCourse & { area: Area },
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<void> {
  await database.course.create({
    data: {
      origin: `demo:${name}`,
      area,
      publishedAt: now,
      createdAt: now,
      texts: {
        create: languages.flatMap((language) => {
          const words = texts[language];
          return words ? { language, ...words } : [];
        }),
      },
      groups: {
        create: groups.map((group, index) => ({
          origin: `demo:${name}/${index + 1}`,
          ...rowOf(group, now),
          timeZone,
          typedLink: typedLink(`${name}-${index + 1}`),
        })),
      },
    },
  });
}

function rowOf({ teacher, lessons, enrolled, waiting = 0, audiences = [], ...rest }: DemoGroup, now: Date) {
  // Nobody came in after the first lesson.
  const joinedAt = new Date(Math.min(now.getTime(), lessons[0]?.start.toMillis() ?? Number.POSITIVE_INFINITY));
  return {
    ...rest,
    audiences,
    teacherName: teacher,
    taken: enrolled,
    waiting,
    nextTicket: enrolled + waiting + 1,
    createdAt: now,
    lessons: {
      create: lessons.map(({ start, minutes }, index) => ({
        number: index + 1,
        startsAt: start.toJSDate(),
        endsAt: start.plus({ minutes }).toJSDate(),
        startsLocal: wallClock(start),
        changedAt: now,
      })),
    },
    enrolments: {
      create: demoLearners.slice(0, enrolled + waiting).map(({ id }, index) => ({
        personId: id,
        state: index < enrolled ? ("enrolled" as const) : ("waiting" as const),
        ticket: index + 1,
        createdAt: joinedAt,
        changedAt: joinedAt,
      })),
    },
  };
}

/** The wall clock as a timestamp without zone. */
const wallClock = (start: DateTime): Date => start.setZone("utc", { keepLocalTime: true }).toJSDate();
