import { beforeAll, describe, expect, it } from "vitest";
import { Receipts } from "../../bot/doors/telegram/intake/receipt-store.ts";
import { housekeeping } from "../../bot/housekeeping.ts";
import { withdrawalJob } from "../../bot/privacy/withdrawal/withdrawal-job.ts";
import { freeSpan, sum, type Tally } from "../../bot/reports/counting/span.ts";
import { countParticipation } from "../../bot/reports/participation/participation-store.ts";
import { countAttendance } from "../../bot/reports/subjects/attendance-store.ts";
import { breakdowns, findLessonRows } from "../../bot/reports/subjects/breakdown-store.ts";
import { countEnrolments } from "../../bot/reports/subjects/enrolment-store.ts";
import { countClassesBy, countYear } from "../../bot/reports/year/year-store.ts";
import { opensCourse } from "../reports/city-life.ts";
import { openCity } from "../support/city.ts";
import { addressRow, personRow, roleRow } from "../support/factories/person.ts";
import { findTraces } from "../support/traces.ts";

const city = openCity({ plant: false });
const day = 24 * 3_600_000;
const phone = "+79990007788";
const [learner, graduate, absentee] = [8_880_001, 8_880_002, 8_880_003] as const;
const [silent, subscriber, colleague, blocked] = [8_880_011, 8_880_012, 8_880_013, 8_880_014] as const;
const names = { learner: "Гөлчирә Укучы", graduate: "Таныклык Иясе", silent: "Тынып Калган" };
let groupId = 0;
let lessonId = 0;

/** Housekeeping and withdrawal of the night so many days after now. */
async function nightAfter(days: number): Promise<void> {
  const slot = new Date(city.clock.now().getTime() + days * day);
  await housekeeping(city.services, new Receipts(city.services.database)).run(slot);
  await withdrawalJob(city.services).run(slot);
}

/** What reports say of the classes, all of it. */
async function reported() {
  const { database, clock } = city.services;
  const span = freeSpan({ first: "2026-11-01", last: "2026-11-20" }, clock.now(), "Europe/Moscow");
  const [attendance, enrolments, lessons, year, teachers, byTeacher, byCourse, participation] = await Promise.all([
    countAttendance(database, span),
    countEnrolments(database, span, "ru", 5),
    findLessonRows(database, span, "ru"),
    countYear(database, span),
    countClassesBy(database, span, "teacher", "ru"),
    breakdowns.attendance.teacher(database, span, "ru"),
    breakdowns.enrolments.course(database, span, "ru"),
    countParticipation(database, span, "ru"),
  ]);
  const { atLessons, joined, attended } = participation;
  const summed = (tallies: readonly Tally[]) =>
    Object.fromEntries(
      [...new Set(tallies.map(({ name }) => name))]
        .sort()
        .map((name) => [name, sum(tallies.filter((tally) => tally.name === name).map(({ count }) => count))]),
    );
  return {
    attendance: summed(attendance.attendances),
    ...{
      enrolments: summed(enrolments.enrolments),
      courses: enrolments.courses,
      lessons,
      teachers,
      byTeacher,
      byCourse,
    },
    ...{
      learners: year.learners,
      attendances: year.attendances,
      enrolled: year.enrolments,
      atLessons,
      joined,
      attended,
    },
  };
}

beforeAll(async () => {
  const { database, clock } = city.services;
  const now = clock.now();
  const ago = (days: number) => new Date(now.getTime() - days * day);
  ({ groupId, lessonId } = await opensCourse(database, "2026-11-19T10:00:00Z"));
  const people = [
    { id: learner, name: names.learner, isPresent: true, state: "enrolled" },
    { id: graduate, name: names.graduate, isPresent: true, state: "enrolled" },
    { id: absentee, name: "Килмәүче", isPresent: false, state: "left" },
  ] as const;
  for (const { id, name, isPresent, state } of people) {
    await database.person.create({
      data: personRow(now, {
        ...{ id, firstName: `Кеше ${id}` },
        consents: { create: { document: "classes", version: 1, givenAt: ago(10) } },
        learner: { create: { name, phone, createdAt: ago(10) } },
      }),
    });
    const enrolment = await database.enrolment.create({
      data: {
        ...{ groupId, personId: id, state, ticket: id, createdAt: ago(10), changedAt: ago(10) },
        offers: { create: { groupId, state: "accepted", offeredAt: ago(9), expiresAt: ago(8) } },
        registrant: {
          create: { registrantId: `reg-${id}`, joinUrl: `https://zoom.example/w/${id}`, createdAt: ago(9) },
        },
        attendances: { create: { lessonId, isPresent, source: "zoom", notedAt: now } },
        absences: { create: { lessonId, saidAt: ago(2) } },
        ...(isPresent && { presences: { create: { lessonId, joinedAt: ago(1) } } }),
      },
    });
    if (id !== graduate) continue;
    const certificate = { code: "GRADUATE", name, language: "tt", attended: 1, lessons: 1, issuedAt: now } as const;
    await database.certificate.create({ data: { ...certificate, enrolmentId: enrolment.id } });
  }
  await database.group.update({ where: { id: groupId }, data: { taken: 2 } });
  await database.lessonRating.create({ data: { lessonId, personId: learner, stars: 2, ratedAt: now } });
  const lastSeenAt = ago(300);
  const row = (id: number, more: object) => personRow(lastSeenAt, { id, firstName: names.silent, ...more });
  await database.person.create({
    data: row(silent, {
      ...{ calendarToken: "silent-token", addresses: { create: addressRow(lastSeenAt, { externalId: "7770001" }) } },
      threads: {
        create: {
          ...{
            subject: "question",
            state: "waiting",
            createdAt: lastSeenAt,
            lastAt: lastSeenAt,
            waitingSince: lastSeenAt,
          },
          messages: {
            create: {
              isFromStaff: false,
              content: { kind: "text", text: names.silent, entities: [] },
              sentAt: lastSeenAt,
            },
          },
        },
      },
      ratings: {
        create: { courseId: (await database.course.findFirstOrThrow()).id, stars: 4, ratedAt: lastSeenAt },
      },
    }),
  });
  const digest = { create: { cadence: "daily" as const, hour: 9, nextAt: ago(-400) } };
  await database.person.create({
    data: row(subscriber, { digest, addresses: { create: addressRow(lastSeenAt, { externalId: "7770002" }) } }),
  });
  await database.person.create({
    data: row(colleague, {
      roles: { create: roleRow(lastSeenAt, { role: "editor" }) },
      addresses: { create: addressRow(lastSeenAt, { externalId: "7770003" }) },
    }),
  });
  const gone = addressRow(lastSeenAt, { externalId: "7770004", unreachable: "blocked", unreachableAt: lastSeenAt });
  await database.person.create({ data: row(blocked, { digest, addresses: { create: gone } }) });
});

describe("thirty days after the last lesson", () => {
  it("nothing is gone before", async () => {
    await nightAfter(28);
    expect(await city.services.database.enrolment.count({ where: { groupId } })).toBe(3);
    expect(await city.services.database.attendance.count({ where: { lessonId } })).toBe(3);
    expect(await findTraces(city.services.database, phone)).toEqual(["Learner.phone"]);
  });

  it("no column of any table says who learned, but for a certificate and its owner; every report says what it said", async () => {
    const { database } = city.services;
    const before = await reported();
    expect(before).toMatchObject({ learners: 2, attendances: 2, enrolled: 3, atLessons: 2, joined: 2, attended: 2 });
    await nightAfter(31);
    expect(await findTraces(database, names.learner, phone, "zoom.example")).toEqual([]);
    // Zoom knows them by this alone: it stands here until Zoom has forgotten them as well.
    expect(await findTraces(database, `reg-${learner}`)).toEqual(["ZoomTask.dedupeKey"]);
    const where = async (id: number) => (await findTraces(database, String(id))).map((column) => column.split(".")[0]);
    expect([...new Set(await where(learner))]).toEqual(["Address", "Consent", "Person", "ZoomTask"]);
    expect([...new Set(await where(graduate))]).toEqual(["Address", "Consent", "Enrolment", "Person", "ZoomTask"]);
    expect(await findTraces(database, names.graduate)).toEqual(["Certificate.name"]);
    const { attendance, presence, absence, registrant, offer } = database;
    const left = [attendance.count(), presence.count(), absence.count(), registrant.count(), offer.count()];
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0, 0]);
    expect(await database.consent.count({ where: { withdrawnAt: null } })).toBe(0);
    expect(await database.group.findUnique({ where: { id: groupId } })).toMatchObject({ taken: 1, waiting: 0 });
    expect(await database.zoomTask.count({ where: { kind: "forget", groupId } })).toBe(3);
    expect(await reported()).toEqual(before);
    // How the lesson was stays, and nobody knows any more who said it.
    expect(await database.lessonRating.findFirst()).toMatchObject({ lessonId, personId: null, stars: 2 });
  });

  it("a second night changes nothing more", async () => {
    const before = await reported();
    await nightAfter(32);
    expect(await reported()).toEqual(before);
  });
});

describe("after a year of silence", () => {
  it("nobody is forgotten sooner", async () => {
    await nightAfter(60);
    expect(await city.services.database.address.count({ where: { externalId: "7770001" } })).toBe(1);
  });

  it("names and accounts are gone, of those alone to whom nothing comes any more; what they rated stays counted", async () => {
    const { database } = city.services;
    await nightAfter(70);
    expect(await findTraces(database, "7770001", "7770004", "silent-token")).toEqual([]);
    expect(await database.person.findUnique({ where: { id: silent } })).toMatchObject({ firstName: "" });
    expect(await database.rating.count({ where: { personId: silent } })).toBe(1);
    expect(await database.thread.count({ where: { personId: silent } })).toBe(0);
    expect(await database.digest.count({ where: { personId: blocked } })).toBe(0);
    const kept = await database.person.findMany({ where: { firstName: names.silent }, select: { id: true } });
    expect(kept.map(({ id }) => Number(id)).sort()).toEqual([subscriber, colleague]);
    expect(await database.digest.count({ where: { personId: subscriber } })).toBe(1);
  });
});
