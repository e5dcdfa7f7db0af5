import { beforeAll, expect, it } from "vitest";
import { findCourse } from "../../../bot/classes/courses/course-store.ts";
import { findOwnClasses } from "../../../bot/classes/courses/own-enrolments-store.ts";
import { testDatabase } from "../../support/database.ts";
import { evening } from "../../support/evening.ts";

const { now } = evening;
const { database } = await testDatabase(undefined, "city");
const [seats, line] = [5_000, 50_000];
let courseId = 0;

beforeAll(async () => {
  const group = await database.group.findUniqueOrThrow({ where: { origin: "demo:choir/1" } });
  courseId = group.courseId;
  await database.enrolment.deleteMany({ where: { groupId: group.id } });
  await database.$executeRaw`
    INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
    SELECT id, 'ru', 'Ученик', ${now}, ${now} FROM generate_series(1, ${seats + line}) id`;
  await database.$executeRaw`
    INSERT INTO "Enrolment" ("groupId", "personId", "state", "ticket", "createdAt", "changedAt")
    SELECT ${group.id}, id, (CASE WHEN id <= ${seats} THEN 'enrolled' ELSE 'waiting' END)::"EnrolmentState", id, ${now}, ${now}
    FROM generate_series(1, ${seats + line}) id`;
  await database.group.update({ where: { id: group.id }, data: { capacity: seats, taken: seats, waiting: line } });
  await database.$executeRaw`ANALYZE "Enrolment"`;
});

/** How many times longer the large one takes, by the best of five of each in turns: what else the machine does hits both. */
async function timesLonger(large: () => Promise<unknown>, small: () => Promise<unknown>): Promise<number> {
  const costs = { large: Number.POSITIVE_INFINITY, small: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 5; round += 1) {
    for (const [size, work] of [
      ["large", large],
      ["small", small],
    ] as const) {
      const begun = performance.now();
      await work();
      costs[size] = Math.min(costs[size], performance.now() - begun);
    }
  }
  return costs.large / costs.small;
}

it("shows the card of a course with 5,000 learners and 50,000 in line at once, the last one's position too", async () => {
  const last = seats + line;
  const card = await findCourse(database, courseId, "ru", now, last);
  expect(card?.groups[0]).toMatchObject({ taken: seats, waiting: line, own: { state: "waiting", position: line } });
  const small = await database.course.findUniqueOrThrow({ where: { origin: "demo:phone-help" } });
  for (const person of [undefined, last]) {
    const card = (id: number) => () => findCourse(database, id, "ru", now, person);
    expect(await timesLonger(card(courseId), card(small.id))).toBeLessThan(300);
  }
});

it("finds one's own classes among them at once", async () => {
  const [mine] = await findOwnClasses(database, seats + line, "ru", now);
  expect(mine).toMatchObject({ position: line });
  const own = (id: number) => () => findOwnClasses(database, id, "ru", now);
  expect(await timesLonger(own(seats + line), own(0))).toBeLessThan(300);
});
