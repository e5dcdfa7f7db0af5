import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../../../bot/words/language.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { labels } from "../../drive.ts";
import { colleague, fire } from "../team.ts";

const city = openCity({ plant: false });

/** What is typed in each language; the rest are buttons. */
const typed = {
  ru: {
    title: "Первые шаги",
    about: "Включить компьютер, найти что угодно",
    vague: "пн ср пт с 1 декабря, 12 занятий, кроме 1–8 января",
    time: "10:00–11:30",
    teacher: "Алсу Каримова",
  },
  tt: {
    title: "Беренче адымнар",
    about: "Компьютерны кабызу, теләсә нәрсәне табу",
    vague: "дүшәмбе, чәршәмбе, җомга, 1 декабрьдән, 12 дәрес, 1–8 гыйнвардан башка",
    time: "10:00–11:30",
    teacher: "Алсу Кәримова",
  },
  en: {
    title: "First steps",
    about: "Switch a computer on, find anything",
    vague: "Mon Wed Fri from 1 Dec, 12 lessons, not on 1–8 Jan",
    time: "10:00–11:30",
    teacher: "Alsu Karimova",
  },
} as const;

let owner: Person;
beforeAll(async () => {
  owner = await colleague(city, "ru", "owner");
});

/** From /staff to a course that residents see. */
async function makesCourse(person: Person, language: Language): Promise<void> {
  const t = words.for(language);
  const said = typed[language];
  await person.says("/staff");
  await person.taps(t("class_edit.title"));
  await person.taps(t("class_edit.new_course"));
  await person.taps(t("area.digital"));
  person.sees(t("class_edit.ask.title"));
  await person.says(said.title);
  await person.says(said.about);
  await person.taps(t("class_edit.nothing_needed"));
  await person.taps(t("class_edit.skip"));
  await person.taps(t("class_edit.skip"));
  person.sees(t("class_edit.preview"));
  person.sees(said.about);
  await person.taps(t("class_edit.publish_now"));
  person.sees(t("class_edit.course_open"));
}

describe.each(["ru", "tt", "en"] as const)("in %s", (language) => {
  const t = words.for(language);
  const said = typed[language];

  it("a course and a group made by dialogues are found by a resident in /classes", async () => {
    const editor = await colleague(city, language, "admin");
    await makesCourse(editor, language);
    await editor.taps(t("class_edit.new_group"));
    editor.sees(t("class_edit.when.ask"));
    await editor.says(said.vague);
    editor.sees(t("class_edit.when.time"));
    await editor.says(`${said.time}, ансамбль`);
    editor.sees(t("step.unused", { words: "ансамбль" }));
    await editor.taps(t("button.back"));
    await editor.says(said.vague);
    await editor.says(said.time);
    // 1 December 2026 is a Tuesday.
    editor.sees("10:00–11:30");
    expect(editor.screen).toContain("12. ");
    expect(editor.screen).not.toContain("13. ");
    await editor.taps(t("class_edit.when.right"));
    await editor.says("0");
    editor.sees(t("class_edit.ask.capacity_again", { least: 1, most: 10_000 }));
    await editor.taps("12");
    editor.sees(t("programme.ask.where"));
    await editor.taps(t("programme.button.online"));
    await editor.says(said.teacher);
    await editor.taps(t("button.back"));
    editor.sees(t("class_edit.ask.teacher"));
    await editor.says(said.teacher);
    await editor.taps(t("level.beginner").slice(1));
    await editor.taps(t(`language.held_in.${language}`).slice(1));
    await editor.taps(t("audience.seniors"));
    await editor.taps(t("audience.children"));
    await editor.taps(t("audience.family"));
    await editor.taps(t("audience.children"));
    await editor.taps(t("class_edit.ready"));
    await editor.says("130");
    editor.sees(t("class_edit.ask.age_again", { oldest: 99 }));
    await editor.taps(t("group.age", { age: 55 }));
    await editor.says("ссылка будет");
    editor.sees(t("class_edit.ask.link_again"));
    await editor.says("zoom.example.org/j/1");
    editor.sees(said.teacher);
    editor.sees("https://zoom.example.org/j/1");
    await editor.taps(t("class_edit.save_group"));
    editor.sees(t("class_edit.group_open"));

    const resident = await colleague(city, language);
    await resident.says("/classes");
    await resident.taps(said.title);
    resident.sees(said.teacher);
    const inLine = (audience: "family" | "seniors") => {
      const said = t(`audience.${audience}`);
      return said.charAt(0).toLowerCase() + said.slice(1);
    };
    resident.sees(`${inLine("family")} · ${inLine("seniors")} · ${t("group.age", { age: 55 })}`);
    resident.sees(t("group.free", { free: 12, capacity: 12 }));
    expect(resident.screen).not.toContain("zoom.example");
    await resident.taps(t("group.enrol"));

    const group = await city.services.database.group.findFirstOrThrow({
      orderBy: { id: "desc" },
      include: { lessons: { orderBy: { number: "asc" } }, zoomTasks: true },
    });
    expect(group).toMatchObject({
      teacherId: null,
      audiences: ["family", "seniors"],
      ageMin: 55,
      heldIn: language,
      capacity: 12,
    });
    expect(group.lessons.map(({ startsAt }) => startsAt.toISOString().slice(0, 16))).toHaveLength(12);
    expect(group.lessons[0]?.startsAt).toEqual(new Date("2026-12-02T07:00:00Z"));
    expect(group.zoomTasks.map(({ kind }) => kind)).toEqual(["meeting"]);
    const entry = await city.services.database.auditEntry.findFirstOrThrow({ where: { subject: `group:${group.id}` } });
    expect(entry).toMatchObject({
      action: "classes.edit.create",
      personId: BigInt(await idOf(city.services.database, editor)),
    });
    expect(JSON.stringify(entry.after)).not.toContain("/j/1");
  });
});

describe("a course", () => {
  const t = words.for("ru");

  it("is asked for in the languages that are wanted, with a way back, and kept as a draft", async () => {
    await owner.says("/staff");
    await owner.taps(t("class_edit.title"));
    await owner.taps(t("class_edit.new_course"));
    await owner.says("что-нибудь");
    owner.sees(t("class_edit.ask.area_again"));
    await owner.taps(t("area.dance"));
    await owner.says("Т".repeat(121));
    owner.sees(t("class_edit.too_long", { length: 121, longest: 120 }));
    await owner.says("Танцы");
    await owner.taps(t("class_edit.skip"));
    await owner.taps(t("button.back"));
    owner.sees(t("class_edit.ask.about"));
    await owner.says("Вальс <b>и</b> не только");
    await owner.taps(t("class_edit.nothing_needed"));
    await owner.taps(t("class_edit.write_in", { language: "Татарча" }));
    await owner.says("Биюләр");
    await owner.taps(t("class_edit.skip"));
    await owner.taps(t("class_edit.nothing_needed"));
    await owner.taps(t("class_edit.skip"));
    owner.sees("Вальс <b>и</b> не только");
    await owner.taps(t("class_edit.keep_draft"));
    owner.sees(t("class_edit.course_kept"));
    await owner.taps(t("class_edit.to_course"));
    owner.sees(t("class_edit.state.draft"));
    owner.sees("Биюләр");

    const resident = await colleague(city, "ru");
    await resident.says("/classes");
    expect(resident.screen).not.toContain("Танцы");
    await owner.taps(t("class_edit.move_course.publish"));
    owner.sees(t("class_edit.moved_course.publish"));
    await owner.taps(t("class_edit.move_course.withdraw"));
    owner.sees(t("class_edit.moved_course.withdraw"));
    await owner.taps(t("class_edit.move_course.restore"));
    await owner.taps(t("class_edit.move_course.draft"));
    owner.sees(t("class_edit.moved_course.draft"));
  });

  it("is found by a part of its title or its teacher's name", async () => {
    await owner.says("/staff");
    await owner.taps(t("class_edit.title"));
    await owner.taps(t("class_edit.search"));
    await owner.says("ничего такого");
    owner.sees(t("class_edit.search_none", { text: "ничего такого" }));
    await owner.says("КАРИМОВА");
    expect(labels(owner)).toContain("Первые шаги");
    await owner.taps("Первые шаги");
    owner.sees("Алсу Каримова");
  });

  it("is not made by somebody whose role is taken back in the middle", async () => {
    const admin = await colleague(city, "ru", "admin");
    await admin.says("/staff");
    await admin.taps(t("class_edit.title"));
    await admin.taps(t("class_edit.new_course"));
    await admin.taps(t("area.crafts"));
    await admin.says("Вязание");
    await admin.taps(t("class_edit.skip"));
    await admin.taps(t("class_edit.nothing_needed"));
    await admin.taps(t("class_edit.skip"));
    await admin.taps(t("class_edit.skip"));
    await fire(city, admin);
    await admin.taps(t("class_edit.publish_now"));
    admin.sees(t("staff.not_open"));
    expect(await city.services.database.courseText.count({ where: { title: "Вязание" } })).toBe(0);
  });
});
