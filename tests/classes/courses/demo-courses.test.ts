import { expect, it } from "vitest";
import { areas } from "../../../bot/classes/areas.ts";
import { lessonsNeeded } from "../../../bot/classes/certificates/certificate.ts";
import { issueCertificates } from "../../../bot/classes/certificates/issue-store.ts";
import { freePlaces } from "../../../bot/classes/courses/course.ts";
import { findCourse } from "../../../bot/classes/courses/course-store.ts";
import { countByArea, findCourses } from "../../../bot/classes/courses/list-store.ts";
import { languages } from "../../../bot/words/language.ts";
import { demoCourses } from "../../../prisma/seed/courses/demo-courses.ts";
import { plantDemoCourses } from "../../../prisma/seed/courses/plant-store.ts";
import { testDatabase } from "../../support/database.ts";
import { evening } from "../../support/evening.ts";

const { now, timeZone } = evening;
const { database } = await testDatabase(undefined, "city");

it("has courses in all ten areas, digital literacy the richest", async () => {
  const counts = await countByArea(database, now);
  expect([...counts.keys()].sort()).toEqual([...areas].sort());
  expect(Math.max(...counts.values())).toBe(counts.get("digital"));
});

it("says everything in three languages, with titles that fit a button", () => {
  for (const { name, texts } of demoCourses(now, timeZone)) {
    for (const language of languages) {
      const words = texts[language];
      expect(words?.about && words.needs, `${name} ${language}`).toBeTruthy();
      expect(words?.title.length, `${name} ${language}: ${words?.title}`).toBeLessThanOrEqual(24);
    }
  }
});

it("has a group that is full with a line of three, one that has begun, one within the hour and one tomorrow", async () => {
  const groups = await database.group.findMany({ include: { lessons: true, enrolments: true } });
  expect(groups.some(({ capacity, taken, waiting }) => capacity === taken && waiting === 3)).toBe(true);
  for (const { taken, waiting, capacity, enrolments } of groups) {
    expect(enrolments.filter(({ state }) => state === "enrolled")).toHaveLength(taken);
    expect(enrolments.filter(({ state }) => state === "waiting")).toHaveLength(waiting);
    expect(taken).toBeLessThanOrEqual(capacity);
  }
  const hoursTo = groups.flatMap(({ lessons }) => lessons.map(({ startsAt }) => (+startsAt - +now) / 3_600_000));
  for (const [from, to] of [
    [-400, 0],
    [0, 1],
    [12, 24],
  ] as const) {
    expect(hoursTo.some((hours) => hours > from && hours < to)).toBe(true);
  }
});

it("has a group that is finished, with certificates for those who came often enough and for nobody else", async () => {
  const group = await database.group.findUniqueOrThrow({
    where: { origin: "demo:state-services/2" },
    include: { lessons: true, enrolments: { include: { attendances: true, certificate: true } } },
  });
  expect(Math.max(...group.lessons.map(({ endsAt }) => +endsAt))).toBeLessThan(+now);
  for (const { attendances, certificate } of group.enrolments) {
    const attended = attendances.filter(({ isPresent }) => isPresent).length;
    expect(attendances).toHaveLength(group.lessons.length);
    expect(certificate !== null).toBe(attended >= lessonsNeeded(group.lessons.length, 75));
    if (certificate) expect(certificate).toMatchObject({ attended, lessons: group.lessons.length });
  }
  const certified = group.enrolments.filter(({ certificate }) => certificate !== null).length;
  expect(certified).toBeGreaterThan(0);
  expect(certified).toBeLessThan(group.enrolments.length);
  expect(await issueCertificates(database, now)).toBe(0);
});

it("lists every course of an area once, whichever page it is on, with what its card says", async () => {
  const { rows, total } = await findCourses(database, {
    area: "digital",
    language: "tt",
    page: 0,
    now,
    personId: 0,
    filters: {},
  });
  expect(rows).toHaveLength(total);
  for (const row of rows) {
    const card = await findCourse(database, row.courseId, "tt", now);
    expect(card?.title).toBe(row.title);
    expect(card?.groups).toHaveLength(row.groups);
    expect(card?.groups.reduce((sum, group) => sum + freePlaces(group), 0)).toBe(row.free);
  }
});

it("says when a group with a place meets, not one that is full; where all are full, the next of these", async () => {
  const next = async () => {
    const asked = { area: "digital", language: "en", page: 0, now, personId: 0, filters: {} } as const;
    const { rows } = await findCourses(database, asked);
    return rows.find(({ title }) => title === "Smartphone from scratch")?.nextStartsAt;
  };
  const groups = await database.group.findMany({
    where: { origin: { startsWith: "demo:smartphone/" } },
    include: { lessons: { orderBy: { startsAt: "asc" }, take: 1 } },
  });
  const byStart = groups.toSorted(
    (one, other) => Number(one.lessons[0]?.startsAt) - Number(other.lessons[0]?.startsAt),
  );
  for (const [index, { id, taken, capacity }] of byStart.entries()) {
    await database.group.update({ where: { id }, data: { taken: index === byStart.length - 1 ? taken : capacity } });
  }
  expect(await next()).toEqual(byStart.at(-1)?.lessons[0]?.startsAt);
  const last = byStart.at(-1);
  await database.group.update({ where: { id: last?.id ?? 0 }, data: { taken: last?.capacity ?? 0 } });
  expect(await next()).toEqual(byStart[0]?.lessons[0]?.startsAt);
  for (const { id, taken } of groups) await database.group.update({ where: { id }, data: { taken } });
});

it("keeps who enrolled when it is planted again in the same week, and renews what is older", async () => {
  const first = await database.course.findFirst({ where: { origin: "demo:smartphone" } });
  await plantDemoCourses(database, { now: new Date(+now + 3 * 86_400_000), timeZone });
  expect(await database.course.count({ where: { id: first?.id ?? 0 } })).toBe(1);
  const later = new Date(+now + 8 * 86_400_000);
  await plantDemoCourses(database, { now: later, timeZone });
  expect(await database.course.count({ where: { id: first?.id ?? 0 } })).toBe(0);
  expect((await countByArea(database, later)).size).toBe(areas.length);
});
