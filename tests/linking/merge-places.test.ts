import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EnrolmentState } from "../../bot/classes/enrolments/enrolment.ts";
import { findBelongings } from "../../bot/linking/belongings-store.ts";
import { mergePeople } from "../../bot/linking/merging/merge-store.ts";
import { openGroup } from "../classes/enrolments/school.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { personRow } from "../support/factories/person.ts";

const { database } = await testDatabase();
const { now, timeZone } = evening;
const keptId = 4_600_000_000_000_001;
const goneId = 4_600_000_000_000_002;
const waiterId = 4_600_000_000_000_003;

beforeEach(async () => {
  for (const id of [keptId, goneId, waiterId])
    await database.person.create({ data: personRow(now, { id: BigInt(id) }) });
});

afterEach(async () => {
  await database.$executeRaw`TRUNCATE "Person", "Delivery", "Course" CASCADE`;
});

const merge = () => database.$transaction((tx) => mergePeople(tx, { keptId, goneId, now, cityZone: timeZone }));

/** Somebody in a group, counted as the group counts. */
async function stands(personId: number, groupId: number, state: EnrolmentState, ticket: number): Promise<number> {
  const at = { createdAt: now, changedAt: now };
  const { id } = await database.enrolment.create({
    data: { personId: BigInt(personId), groupId, state, ticket, ...at },
  });
  if (state === "offered")
    await database.offer.create({
      data: { groupId, enrolmentId: id, offeredAt: now, expiresAt: new Date(now.getTime() + 3_600_000) },
    });
  const column = state === "waiting" ? "waiting" : "taken";
  await database.group.update({ where: { id: groupId }, data: { [column]: { increment: 1 }, nextTicket: 100 } });
  return id;
}

const standing = async (groupId: number, personId = keptId) =>
  (
    await database.enrolment.findMany({
      where: { groupId, personId: BigInt(personId), state: { not: "left" } },
      orderBy: { id: "asc" },
    })
  ).map(({ state, ticket }) => [state, ticket]);

/** Whether what a group counts along is what there is. */
async function addsUp(groupId: number): Promise<void> {
  const { taken, waiting } = await database.group.findUniqueOrThrow({ where: { id: groupId } });
  const count = (states: EnrolmentState[]) => database.enrolment.count({ where: { groupId, state: { in: states } } });
  expect({ taken, waiting }).toEqual({
    taken: await count(["enrolled", "offered"]),
    waiting: await count(["waiting"]),
  });
}

describe("in one group the better place stays, whoever had it", () => {
  it.each([
    ["enrolled", "waiting", ["enrolled", 7]],
    ["waiting", "enrolled", ["enrolled", 3]],
    ["offered", "waiting", ["offered", 7]],
    ["waiting", "offered", ["offered", 3]],
    ["enrolled", "offered", ["enrolled", 7]],
    ["waiting", "waiting", ["waiting", 3]],
    ["enrolled", "enrolled", ["enrolled", 3]],
  ] as const)("%s (7) here, %s (3) there", async (here, there, expected) => {
    const { groupId } = await openGroup(database, { capacity: 2, now });
    await stands(keptId, groupId, here, 7);
    await stands(goneId, groupId, there, 3);
    const told = await findBelongings(database, [keptId, goneId], now);
    await merge();
    expect(await standing(groupId)).toEqual([expected]);
    await addsUp(groupId);
    // What was shown before is what came.
    expect(await findBelongings(database, [keptId], now)).toEqual(told);
    const open = await database.offer.count({ where: { groupId, state: "open" } });
    expect(open).toBe(expected[0] === "offered" ? 1 : 0);
  });

  it("and the other one is offered to who waits, who is told", async () => {
    const { groupId } = await openGroup(database, { capacity: 2, now });
    await stands(keptId, groupId, "enrolled", 1);
    await stands(goneId, groupId, "enrolled", 2);
    await stands(waiterId, groupId, "waiting", 3);
    await merge();
    expect(await standing(groupId, waiterId)).toEqual([["offered", 3]]);
    await addsUp(groupId);
    const told = await database.delivery.findMany({ where: { personId: BigInt(waiterId) } });
    expect(told.map(({ kind }) => kind)).toEqual(["offer"]);
  });
});

it("whoever is enrolled waits for no other group of the course, and two places in two groups stay", async () => {
  const { groupId, courseId } = await openGroup(database, { capacity: 1, now });
  const other = await openGroup(database, { capacity: 1, courseId, now });
  const third = await openGroup(database, { capacity: 1, courseId, now });
  await stands(keptId, groupId, "enrolled", 1);
  await stands(goneId, third.groupId, "enrolled", 1);
  await stands(waiterId, other.groupId, "enrolled", 1);
  await stands(goneId, other.groupId, "waiting", 2);
  const told = await findBelongings(database, [keptId, goneId], now);
  expect(told).toMatchObject({ classes: 2, lines: 0 });
  await merge();
  expect(await standing(groupId)).toEqual([["enrolled", 1]]);
  expect(await standing(third.groupId)).toEqual([["enrolled", 1]]);
  expect(await standing(other.groupId)).toEqual([]);
  for (const id of [groupId, other.groupId, third.groupId]) await addsUp(id);
  expect(await findBelongings(database, [keptId], now)).toEqual(told);
});

it("a line for a course that one has finished stays", async () => {
  const { groupId, courseId } = await openGroup(database, { capacity: 1, lessonsIn: [-500], now });
  const next = await openGroup(database, { capacity: 1, courseId, now });
  await stands(keptId, groupId, "enrolled", 1);
  await stands(waiterId, next.groupId, "enrolled", 1);
  await stands(goneId, next.groupId, "waiting", 2);
  await merge();
  expect(await standing(next.groupId)).toEqual([["waiting", 2]]);
});

it("what was attended under either is attended, and the certificate stays", async () => {
  const { groupId } = await openGroup(database, { capacity: 2, lessonsIn: [-72, -48, -24, 24], now });
  const lessons = await database.lesson.findMany({ where: { groupId }, orderBy: { number: "asc" } });
  const [first = 0, second = 0, third = 0] = lessons.map(({ id }) => id);
  const here = await stands(keptId, groupId, "enrolled", 1);
  const there = await stands(goneId, groupId, "enrolled", 2);
  const attend = (lessonId: number, enrolmentId: number, isPresent: boolean, source: "zoom" | "teacher") =>
    database.attendance.create({ data: { lessonId, enrolmentId, isPresent, source, notedAt: now } });
  await attend(first, here, false, "zoom");
  await attend(first, there, true, "zoom");
  await attend(second, here, false, "teacher");
  await attend(second, there, true, "zoom");
  await attend(third, there, true, "teacher");
  await database.presence.create({ data: { lessonId: first, enrolmentId: there, joinedAt: now } });
  await database.absence.create({ data: { lessonId: third, enrolmentId: there, saidAt: now } });
  await database.certificate.create({
    data: {
      code: "AAAAABBBBB",
      enrolmentId: there,
      name: "Алсу",
      language: "ru",
      attended: 3,
      lessons: 4,
      issuedAt: now,
    },
  });
  await merge();
  const attended = await database.attendance.findMany({ orderBy: { lessonId: "asc" } });
  expect(attended.map(({ enrolmentId, isPresent }) => [enrolmentId, isPresent])).toEqual([
    [here, true],
    [here, false],
    [here, true],
  ]);
  expect(await database.presence.findMany()).toMatchObject([{ enrolmentId: here }]);
  expect(await database.absence.findMany()).toMatchObject([{ enrolmentId: here }]);
  expect(await database.certificate.findMany()).toMatchObject([{ enrolmentId: here }]);
  // Their lesson is reminded of once, and Zoom is told that one of the two is gone.
  const reminders = await database.delivery.findMany({ where: { kind: { in: ["lesson", "join"] } } });
  expect(new Set(reminders.map(({ personId }) => personId))).toEqual(new Set([BigInt(keptId)]));
  expect(await database.zoomTask.findMany({ where: { kind: "cancel" } })).toMatchObject([{ enrolmentId: there }]);
});
