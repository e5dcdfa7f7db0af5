import { PNG } from "pngjs";
import { beforeAll, describe, expect, it } from "vitest";
import { numbersCallback, plotCallback, tableCallback } from "../../../flows/staff/reports/callbacks.ts";
import type { Person } from "../../../playground/people/person.ts";
import { openCity, words } from "../../support/city.ts";
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
    expect([photo?.width, photo?.height]).toEqual([1280, 800]);
    expect(PNG.sync.read(Buffer.from(city.telegram.fileBytes(photo?.fileId ?? ""))).width).toBe(1280);
    editor.sees("Новые люди по языкам");
    editor.sees("За 30 дней");
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

  it("come as a table as well, with a name that says what it is", async () => {
    await editor.says("/staff");
    await forges(editor, tableCallback.data({ subject: "enrolments", period: "month" }));
    expect(editor.latest?.document?.fileName).toBe("enrolments-month.xlsx");
    const { readSheet } = await import("read-excel-file/node");
    const rows = await readSheet(Buffer.from(city.telegram.fileBytes(editor.latest?.document?.fileId ?? "")));
    expect(rows[0]).toEqual(["День", "Учатся", "В очереди", "Ушли"]);
    expect(rows).toHaveLength(31);
  });

  it("tell what is searched in vain, in words that cannot break the caption", async () => {
    for (const name of ["Гость", "Гостья", "Гости"]) {
      const guest = city.telegram.person(name);
      for (const words of ["<b>зюзюблик & ко", "ы".repeat(4_000)]) await guest.says(words);
      if (name === "Гость") await guest.says("зюзюблик жёлтый");
    }
    await opens(editor, "Что ищут");
    editor.sees("<b>зюзюблик & ко");
    editor.doesNotSee("жёлтый");
    expect(editor.latest?.text.length).toBeLessThanOrEqual(1_024);
  });

  it("are in the reader's language", async () => {
    const person = await colleague(city, "tt", "moderator");
    await person.says("/staff");
    await forges(person, plotCallback.data({ subject: "announcements", period: "year" }));
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
        plotCallback.data({ subject: "people", period: "week" }),
        tableCallback.data({ subject: "people", period: "week" }),
      ]) {
        await forges(person, data);
        person.sees(t("staff.not_open"));
        expect(person.latest?.document ?? person.latest?.photo).toBeUndefined();
      }
    }
  });
});
