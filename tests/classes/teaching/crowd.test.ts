import readXlsxFile from "read-excel-file/node";
import { beforeAll, expect, it } from "vitest";
import { tickAll } from "../../../bot/classes/attendance/mark-attendance-store.ts";
import { findTickSheet } from "../../../bot/classes/attendance/sheet-store.ts";
import { findComers } from "../../../bot/classes/teaching/attendees-store.ts";
import { takeRoster } from "../../../bot/classes/teaching/roster-store.ts";
import { formatRoster } from "../../../bot/classes/teaching/roster-words.ts";
import { administer } from "../../support/administer.ts";
import { words } from "../../support/city.ts";
import { testDatabase } from "../../support/database.ts";
import { evening } from "../../support/evening.ts";
import { courseRow, groupRow } from "../../support/factories/course.ts";
import { personRow, roleRow } from "../../support/factories/person.ts";

const learners = 5_000;
const lessons = 12;
const { database, url } = await testDatabase();
const { now } = evening;
const at = `timestamptz '${now.toISOString()}'`;
const actor = { by: 1, now };
let groupId = 0;
let lessonId = 0;

beforeAll(async () => {
  await database.person.create({ data: personRow(now, { id: 1n, firstName: "Гүзәл" }) });
  await database.staffRole.create({ data: roleRow(now, { personId: 1n, role: "teacher" }) });
  const { groups } = await database.course.create({
    data: courseRow(now, {
      texts: { create: { language: "ru", title: "Смартфон" } },
      groups: { create: groupRow(now, { teacherId: 1n, teacherName: "Гүзәл", capacity: learners }) },
    }),
    include: { groups: true },
  });
  groupId = groups[0]?.id ?? 0;
  await administer(
    url,
    `INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
       SELECT id, 'ru', 'У', ${at}, ${at} FROM generate_series(1001, ${1000 + learners}) id;
     INSERT INTO "Learner" ("personId", "name", "phone", "createdAt")
       SELECT id, 'Ученик Номер ' || lpad(id::text, 5, '0'), '+7917' || id, ${at} FROM generate_series(1001, ${1000 + learners}) id;
     INSERT INTO "Enrolment" ("groupId", "personId", "state", "ticket", "createdAt", "changedAt")
       SELECT ${groupId}, id, 'enrolled', id, ${at}, ${at} FROM generate_series(1001, ${1000 + learners}) id;
     INSERT INTO "Lesson" ("groupId", "number", "startsAt", "endsAt", "startsLocal", "changedAt")
       SELECT ${groupId}, n, t, t + interval '1 hour', t, ${at} FROM generate_series(1, ${lessons}) n,
       LATERAL (SELECT timestamptz '2026-11-01 10:00+03' + n * interval '1 day' AS t) at;
     INSERT INTO "Attendance" ("lessonId", "enrolmentId", "isPresent", "source", "notedAt")
       SELECT l."id", e."id", e."id" % 3 > 0, 'teacher', ${at} FROM "Lesson" l, "Enrolment" e WHERE l."number" > 1;
     ANALYZE;`,
  );
  lessonId = (await database.lesson.findFirstOrThrow({ where: { groupId, number: 1 } })).id;
});

/** What it took, for whoever reads the test's output; no bound but the test's own: machines differ. */
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const value = await work();
  console.info(`${what}: ${Math.round(performance.now() - start)} ms`);
  return value;
}

it("ticks a class of five thousand, page by page and all at once", async () => {
  const sheetOf = (page: number) => findTickSheet(database, { lessonId, page, language: "ru" });
  const first = await timed("first page to tick", () => sheetOf(0));
  expect(first).toMatchObject({ learners, present: 0, number: 1, of: lessons });
  expect(first?.page.map(({ name }) => name).slice(0, 2)).toEqual(["Ученик Номер 01001", "Ученик Номер 01002"]);
  expect((await timed("last page to tick", () => sheetOf(499)))?.page).toHaveLength(10);
  const ticked = await timed("all of them ticked", () => tickAll(database, actor, lessonId));
  expect(ticked).toEqual({ kind: "done", value: { kind: "ticked", changed: learners } });
  expect(await sheetOf(0)).toMatchObject({ present: learners });
  const comers = await timed("who comes", () => findComers(database, { groupId, page: 0, since: null }));
  expect(comers.total).toBe(learners);
});

it("writes their register as a workbook that reads back whole", async () => {
  const taken = await timed("register read", () => takeRoster(database, actor, { groupId, language: "ru" }));
  if (taken.kind !== "done") throw new Error("the teacher may");
  const bytes = await timed("register as XLSX", () => formatRoster(taken.value, words.for("ru"), evening.now));
  console.info(`${learners} × ${lessons}: ${Math.round(bytes.length / 1024)} kB`);
  const [sheet] = await readXlsxFile(Buffer.from(bytes));
  expect(sheet?.data).toHaveLength(learners + 1);
  expect(sheet?.data[1]).toHaveLength(4 + lessons);
});
