import { expect, it } from "vitest";
import { enrol } from "../../../bot/classes/enrolments/enrolment-store.ts";
import { moveLesson } from "../../../bot/classes/lessons/lesson-store.ts";
import { openInstance, testDatabase } from "../../support/database.ts";
import { patience } from "../../support/patience.ts";
import { inviteMany, openGroup } from "../enrolments/school.ts";

const { database, url } = await testDatabase();
const now = new Date("2026-11-20T12:00:00Z");
const hour = 3_600_000;

it("a lesson that moves while people enrol reminds each of them of where it ends up, and of nothing else", async () => {
  const { groupId } = await openGroup(database, { capacity: 100, lessonsIn: [20], now });
  const { id: lessonId } = await database.lesson.findFirstOrThrow({ where: { groupId } });
  const instance = openInstance(url);
  const move = (hours: number) => {
    const startsAt = new Date(now.getTime() + hours * hour);
    const to = { lessonId, startsAt, endsAt: new Date(startsAt.getTime() + hour) };
    return instance.$transaction((tx) => moveLesson(tx, to, now), { maxWait: patience, timeout: patience });
  };
  // No more at once than there are connections.
  for (const round of [0, 1, 2, 3]) {
    const people = await inviteMany(url, 1 + round * 8, 8);
    const moves = [21, 22, 23].map((hours) => move(hours + 3 * round));
    await Promise.all([...people.map((personId) => enrol(database, { groupId, personId, now })), ...moves]);
  }
  await instance.$disconnect();
  const { startsAt } = await database.lesson.findUniqueOrThrow({ where: { id: lessonId } });
  const planned = await database.delivery.findMany({ where: { lessonId, kind: { in: ["lesson", "join"] } } });
  const told = planned.map(({ payload }) => (payload as { startsAt: string }).startsAt);
  expect(new Set(told)).toEqual(new Set([startsAt.toISOString()]));
  const joins = planned.filter(({ kind }) => kind === "join");
  expect(new Set(joins.map(({ personId }) => personId)).size).toBe(32);
  expect(joins.every(({ dueAt }) => dueAt.getTime() === startsAt.getTime() - hour / 4)).toBe(true);
});
