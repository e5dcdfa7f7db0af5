import { expect, it } from "vitest";
import { moveLesson } from "../../../bot/classes/lessons/lesson-store.ts";
import { refreshEndedJoins } from "../../../bot/classes/lessons/messages/refresh-store.ts";
import { planComingLessons } from "../../../bot/classes/lessons/messages/reminder-store.ts";
import { claim } from "../../../bot/delivery/sending/claim-store.ts";
import { byTelegram } from "../../delivery/post-office.ts";
import { addressesSql } from "../../support/addresses.ts";
import { testDatabase } from "../../support/database.ts";
import { patience } from "../../support/patience.ts";

const statements: string[] = [];
const { database } = await testDatabase({ onStatement: (sql) => statements.push(sql) });
const now = new Date("2026-11-20T09:00:00Z");
const startsAt = new Date("2026-11-21T16:00:00Z");
const endsAt = new Date("2026-11-21T17:00:00Z");

/** So many groups with so many learners each, in several zones and with several quiet hours; all begin at once. */
async function fill(groups: number, size: number, firstPerson: number): Promise<void> {
  await database.$executeRaw`
    WITH course AS (INSERT INTO "Course" ("area", "publishedAt", "createdAt") VALUES ('digital', ${now}, ${now}) RETURNING "id"),
    made AS (
      INSERT INTO "Group" ("courseId", "teacherName", "capacity", "timeZone", "createdAt")
      SELECT "id", 'Алсу', 5000, 'Europe/Moscow', ${now}::timestamptz FROM course, generate_series(1, ${groups}) RETURNING "id")
    INSERT INTO "Lesson" ("groupId", "number", "startsAt", "endsAt", "startsLocal", "changedAt")
    SELECT "id", 1, ${startsAt}::timestamptz, ${endsAt}::timestamptz, ${startsAt}::timestamptz, ${now}::timestamptz FROM made`;
  await database.$executeRaw`
    INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt", "timeZone", "quietFrom", "quietUntil")
    SELECT ${firstPerson}::bigint + n, 'ru', 'Somebody', ${now}, ${now}, (ARRAY[NULL, NULL, NULL, 'Asia/Omsk', 'Europe/Berlin'])[1 + n % 5],
           CASE n % 7 WHEN 0 THEN NULL WHEN 1 THEN 1380 ELSE 1320 END, CASE n % 7 WHEN 0 THEN NULL ELSE 480 END
    FROM generate_series(0, ${groups * size - 1}) n`;
  await database.$executeRawUnsafe(addressesSql);
  await database.$executeRaw`
    INSERT INTO "Enrolment" ("groupId", "personId", "state", "ticket", "createdAt", "changedAt")
    SELECT g."id", ${firstPerson}::bigint + (g."rank" - 1) * ${size}::int + n, 'enrolled', n, ${now}, ${now}
    FROM (SELECT "id", row_number() OVER (ORDER BY "id" DESC) AS "rank" FROM "Group" ORDER BY "id" DESC LIMIT ${groups}) g,
         generate_series(0, ${size - 1}) n`;
  await database.$executeRaw`ANALYZE "Person", "Address", "Enrolment", "Lesson", "Group"`;
}

it("100 groups of 10 that begin at once: their reminders take a handful of statements, and the way in goes first", async () => {
  await fill(100, 10, 1_000_000);
  statements.length = 0;
  expect(await planComingLessons(database, now)).toBe(3_000);
  expect(await planComingLessons(database, now)).toBe(0);
  expect(statements.length).toBeLessThanOrEqual(5);

  // A minute after the way in is due, everything else is too: urgent ones are claimed by themselves.
  const due = new Date(startsAt.getTime() - 14 * 60_000);
  const first = await claim(database, {
    holder: "test",
    lane: "urgent",
    most: 1_001,
    now: due,
    cityZone: "UTC",
    ...byTelegram,
  });
  expect(first).toHaveLength(1_000);
  expect(new Set(first.map(({ kind }) => kind))).toEqual(new Set(["join"]));
});

it("3,000 ways in are taken away after lessons that end at once, by one statement, and behind everything else", async () => {
  await database.$executeRaw`
    INSERT INTO "Delivery" ("personId", "lessonId", "kind", "payload", "lane", "state", "dedupeKey", "dueAt", "expiresAt", "settledAt", "messageId")
    SELECT e."personId", l."id", 'join', '{}', 'urgent', 'sent', concat_ws(':', 'sent', e."id", n), ${startsAt}, ${endsAt}, ${startsAt}, n
    FROM "Lesson" l JOIN "Enrolment" e ON e."groupId" = l."groupId", generate_series(1, 3) n`;
  statements.length = 0;
  const slot = new Date(endsAt.getTime() - 15 * 60_000);
  expect(await refreshEndedJoins(database, slot)).toBe(3_000);
  expect(await refreshEndedJoins(database, endsAt)).toBe(0);
  expect(statements.length).toBeLessThanOrEqual(3);
  // The work is PostgreSQL's: nothing of it passes through this process.
  expect(
    statements.filter((sql) => !/^\s*INSERT INTO .*SELECT|pg_notify/s.test(sql) || sql.includes("RETURNING")),
  ).toEqual([]);
  const edits = { kind: "join-refresh" };
  expect(await database.delivery.count({ where: { ...edits, lane: "bulk", dueAt: endsAt } })).toBe(3_000);
});

it("a lesson of 1,000 moves in a dozen statements, and everybody hears of it", async () => {
  await database.delivery.deleteMany();
  await fill(1, 1_000, 2_000_000);
  const lesson = await database.lesson.findFirstOrThrow({ orderBy: { id: "desc" } });
  statements.length = 0;
  const move = {
    lessonId: lesson.id,
    startsAt: new Date(startsAt.getTime() + 3_600_000),
    endsAt: new Date(endsAt.getTime() + 3_600_000),
  };
  await database.$transaction((tx) => moveLesson(tx, move, now), { timeout: patience });
  expect(statements.length).toBeLessThanOrEqual(16);
  const where = { lessonId: lesson.id, state: "pending" } as const;
  expect(await database.delivery.count({ where: { ...where, kind: "lesson-change" } })).toBe(1_000);
  expect(await database.delivery.count({ where: { ...where, kind: { in: ["lesson", "join"] } } })).toBe(3_000);
});
