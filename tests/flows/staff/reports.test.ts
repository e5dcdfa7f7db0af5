import { PNG } from "pngjs";
import { beforeAll, describe, expect, it } from "vitest";
import { numbersCallback, plotCallback, tableCallback } from "../../../flows/staff/reports/callbacks.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { courseRow, groupRow, lessonRow } from "../../support/factories/course.ts";
import { forges, labels } from "../drive.ts";
import { colleague, fire } from "./team.ts";

const city = openCity();
const t = words.for("ru");

let editor: Person;
beforeAll(async () => {
  editor = await colleague(city, "ru", "editor");
});

/** Opens the numbers and goes to a subject. */
async function opens(person: Person, subject: string): Promise<void> {
  await person.says("/staff");
  await person.taps("Цифры");
  await person.taps(subject);
}

describe("numbers in /staff", () => {
  it("come as a picture whose caption says them, in three taps", async () => {
    await opens(editor, "Люди");
    const { photo } = editor.latest ?? {};
    expect([photo?.width, photo?.height]).toEqual([900, 1_125]);
    expect(PNG.sync.read(Buffer.from(city.telegram.fileBytes(photo?.fileId ?? ""))).width).toBe(900);
    editor.sees("Новые люди по языкам");
    editor.sees("За 30 дней: 22 окт 2026 – 20 ноя 2026 · Казань");
    editor.sees("Всего людей:");
    expect(labels(editor)).toContain("✓ 30 дней");
  });

  it("change the period in place, lead back to the subjects and to /staff", async () => {
    const id = editor.latest?.id;
    await editor.taps("7 дней");
    expect(editor.latest?.id).toBe(id);
    editor.sees("За 7 дней");
    editor.sees("20 ноя — ");
    await editor.taps("Другие цифры");
    editor.sees("Что ищут");
    await editor.taps("Для сотрудников");
    editor.sees("Ваша роль");
  });

  it("of participation begin with the sentence to publish, since the start and by institution", async () => {
    await opens(editor, "Участие");
    editor.sees("Участие в событиях и на занятиях");
    expect(editor.latest?.text).toMatch(/\d участник\S* на \d+ событи/);
    await editor.taps("За всё время");
    expect(labels(editor)).toContain("✓ За всё время");
    editor.sees("2026 · Казань");
    await editor.taps("По учреждениям");
    editor.sees("Участие по учреждениям");
    await editor.taps("Таблица");
    const bytes = Buffer.from(city.telegram.fileBytes(editor.latest?.document?.fileId ?? ""));
    const { readSheet } = await import("read-excel-file/node");
    const sums = await readSheet(bytes, "Для отчёта");
    expect(String(sums[0]?.[0])).toMatch(/участник\S* на .* событи/);
    expect((await readSheet(bytes, "Участие, учреждения"))[0]?.[0]).toBe("Учреждение");
  });

  it("come as a table as well, with a name that says what it is", async () => {
    await editor.says("/staff");
    await forges(editor, tableCallback.data({ subject: "enrolments", period: "month", by: null }));
    expect(editor.latest?.document?.fileName).toBe(
      "Записи на занятия – За 30 дней 22 окт 2026 – 20 ноя 2026 · Казань.xlsx",
    );
    const { readSheet } = await import("read-excel-file/node");
    const rows = await readSheet(Buffer.from(city.telegram.fileBytes(editor.latest?.document?.fileId ?? "")));
    expect(rows[0]).toEqual(["День", "Учатся", "В очереди", "Ушли"]);
    expect(rows).toHaveLength(31);
  });

  it("are of any days, typed or picked, and say which; what was not understood is asked again", async () => {
    await opens(editor, "Посещаемость");
    await editor.taps("Свои даты");
    await editor.says("когда-нибудь");
    editor.sees("Не понял дни");
    await editor.says("5/12");
    editor.sees("где день, а где месяц");
    await editor.says("с 1 сентября по 15 октября рабочие");
    editor.sees("рабочие");
    await editor.says("декабрь 2027");
    editor.sees("ещё не наступили");
    await editor.says("с 1 сентября по 15 октября");
    editor.sees("1 сен 2026 – 15 окт 2026");
    await editor.taps("Посещаемость");
    editor.sees("1 сен 2026 – 15 окт 2026 · Казань");
    expect(labels(editor)).toContain("✓ Свои даты");
    await editor.taps("✓ Свои даты");
    await editor.taps("Прошлый год");
    await editor.taps("Посещаемость");
    editor.sees("1 янв 2025 – 31 дек 2025 · Казань");
  });

  it("are parted by course and teacher, and put together again", async () => {
    const { database, clock } = city.services;
    const now = clock.now();
    const course = await database.course.create({
      data: courseRow(now, { publishedAt: now, texts: { create: { language: "ru", title: "Первые шаги" } } }),
    });
    const group = await database.group.create({ data: groupRow(now, { courseId: course.id, teacherName: "Роза" }) });
    const startsAt = new Date(now.getTime() - 3 * 86_400_000);
    const lesson = await database.lesson.create({
      data: lessonRow(now, {
        groupId: group.id,
        number: 1,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 3_600_000),
      }),
    });
    const personId = await idOf(database, editor);
    const enrolled = { groupId: group.id, personId, state: "enrolled" as const, ticket: 1 };
    const { id: enrolmentId } = await database.enrolment.create({
      data: { ...enrolled, createdAt: now, changedAt: now },
    });
    await database.attendance.create({
      data: { lessonId: lesson.id, enrolmentId, isPresent: true, source: "teacher", notedAt: now },
    });
    await opens(editor, "Посещаемость");
    await editor.taps("По преподавателям");
    editor.sees("Посещаемость по преподавателям");
    editor.sees("Роза — 1");
    await editor.taps("По курсам");
    editor.sees("Первые шаги — 1");
    await editor.taps("Таблица");
    const bytes = Buffer.from(city.telegram.fileBytes(editor.latest?.document?.fileId ?? ""));
    const { readSheet } = await import("read-excel-file/node");
    const rows = await readSheet(bytes, "Занятия по одному");
    expect(rows.map((row) => row.slice(2))).toContainEqual(["Первые шаги", "Роза", 1, 0]);

    // What residents do not see is counted all the same, without its title.
    await database.course.update({ where: { id: course.id }, data: { withdrawnAt: now } });
    await opens(editor, "Посещаемость");
    await editor.taps("По курсам");
    editor.sees("Черновики и снятые курсы — 1");
    editor.doesNotSee("Первые шаги");

    await opens(editor, "Люди");
    expect(labels(editor)).not.toContain("По курсам");
  });

  it("of a year are a workbook: sums, and the programme and the classes part by part", async () => {
    await editor.says("/staff");
    await editor.taps("Цифры");
    await editor.taps("Отчёт за 2026");
    const { document } = editor.latest ?? {};
    expect(document?.fileName).toBe("Отчёт за 2026 год.xlsx");
    const bytes = Buffer.from(city.telegram.fileBytes(document?.fileId ?? ""));
    const { readSheet } = await import("read-excel-file/node");
    const sums = await readSheet(bytes, "Итоги");
    expect(sums[0]?.[0]).toBe("1 янв 2026 – 20 ноя 2026 · Казань");
    const sumOf = (name: string) => Number(sums.find(([first]) => first === name)?.[1]);
    const held = { startsAt: { gte: new Date("2025-12-31T21:00:00Z"), lte: city.clock.now() } };
    const shown = { publishedAt: { lte: city.clock.now() }, withdrawnAt: null };
    const dates = await city.services.database.occurrence.count({
      where: { ...held, status: { notIn: ["cancelled", "postponed"] }, event: shown },
    });
    expect(sumOf("Дат прошло")).toBe(dates);
    expect(dates).toBeGreaterThan(0);
    expect(sumOf("Посещений")).toBe(await city.services.database.attendance.count({ where: { isPresent: true } }));
    const houses = await readSheet(bytes, "По учреждениям");
    expect(houses.slice(1).reduce((sum, row) => sum + Number(row[2]), 0)).toBe(dates);
    const ages = await readSheet(bytes, "По возрасту");
    expect(ages.slice(1).reduce((sum, row) => sum + Number(row[2]), 0)).toBe(dates);
  });

  it("tell what is searched in vain, in words that cannot break the caption", async () => {
    // Staff look for what they have just entered; what is long was pasted.
    for (const person of [editor, await colleague(city, "ru", "admin"), await colleague(city, "ru", "teacher")])
      await person.says("служебный запрос");
    for (const name of ["Гость", "Гостья", "Гости"]) {
      const guest = city.telegram.person(name);
      for (const words of ["<b>зюзюблик & ко", "ы".repeat(4_000)]) await guest.says(words);
      if (name === "Гость") await guest.says("зюзюблик жёлтый");
    }
    await opens(editor, "Что ищут");
    editor.sees("<b>зюзюблик & ко");
    editor.doesNotSee("жёлтый");
    editor.doesNotSee("служебный");
    expect(editor.latest?.text.length).toBeLessThanOrEqual(1_024);
  });

  it("are in the reader's language", async () => {
    const person = await colleague(city, "tt", "moderator");
    await person.says("/staff");
    await forges(person, plotCallback.data({ subject: "announcements", period: "year", by: null }));
    person.sees("Белдерүләрне кем алган");
    expect(labels(person)).toContain("✓ Бер ел");
  });

  it("are for staff with that right alone, and no longer when it is gone", async () => {
    const guest = city.telegram.person("Чужой");
    await guest.says("/start");
    const teacher = await colleague(city, "ru", "teacher");
    const former = await colleague(city, "ru", "admin");
    await former.says("/staff");
    await fire(city, former);
    for (const person of [guest, teacher, former]) {
      for (const data of [
        numbersCallback.data(null),
        plotCallback.data({ subject: "people", period: "week", by: null }),
        tableCallback.data({ subject: "people", period: "week", by: null }),
      ]) {
        await forges(person, data);
        person.sees(t("staff.not_open"));
        expect(person.latest?.document ?? person.latest?.photo).toBeUndefined();
      }
    }
  });
});
