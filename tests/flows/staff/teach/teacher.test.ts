import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Language } from "../../../../bot/words/language.ts";
import { openCity, words } from "../../../support/city.ts";
import { dataOf, forges, labels } from "../../drive.ts";
import { colleague } from "../team.ts";
import { learnerOf, openTaughtGroup } from "./classroom.ts";

const city = openCity({ plant: false });

async function schoolIn(language: Language, lessonsIn = [90, 90 + 2 * 1440]) {
  const teacher = await colleague(city, language, "teacher");
  const group = await openTaughtGroup(city, { teacher, lessonsIn });
  const alsu = await learnerOf(city, group.groupId, "Алсу Галиева", { phone: "+79170000001" });
  const ivan = await learnerOf(city, group.groupId, "Иван Петров");
  return { teacher, group, alsu, ivan };
}

describe.each(["ru", "tt", "en"] as const)("a teacher in %s", (language) => {
  const t = words.for(language);
  const school = (lessonsIn?: number[]) => schoolIn(language, lessonsIn);

  it("sees who comes today with two taps after /staff", async () => {
    const { teacher, group } = await school();
    await teacher.says("/staff");
    await teacher.taps(t("teach.button.menu"));
    await teacher.taps(t("teach.button.comers"));
    teacher.sees(t("teach.comers", { count: 2 }));
    teacher.sees(group.title);
    teacher.sees("Алсу Галиева · +79170000001");
    teacher.sees("Иван Петров");
  });

  it("sees who is new and who has left since the last lesson", async () => {
    const { teacher, group, ivan } = await school([-120, 90]);
    const { database, clock } = city.services;
    await database.enrolment.updateMany({
      where: { groupId: group.groupId },
      data: { changedAt: new Date(clock.now().getTime() - 86_400_000) },
    });
    await learnerOf(city, group.groupId, "Яна Новикова");
    await database.enrolment.update({
      where: { id: ivan.enrolmentId },
      data: { state: "left", changedAt: clock.now() },
    });
    await teacher.says("/staff");
    await teacher.taps(t("teach.button.menu"));
    await teacher.taps(t("teach.button.comers"));
    teacher.sees(`Яна Новикова · ${t("teach.new")}`);
    teacher.doesNotSee(`+79170000001 · ${t("teach.new")}`);
    teacher.sees(t("teach.left", { names: "Иван Петров" }));
  });

  it("ticks who came by their names, all in one tap, and takes a tick off", async () => {
    const { teacher, group, alsu } = await school([-30, 1440]);
    const [lessonId = 0] = group.lessonIds;
    const present = async () =>
      (await city.services.database.attendance.findMany({ where: { lessonId, isPresent: true } })).length;
    await teacher.says("/staff");
    await teacher.taps(t("teach.button.menu"));
    await teacher.taps(t("teach.button.comers"));
    await teacher.taps(t("attendance.button.tick"));
    teacher.sees(t("attendance.count", { present: 0, learners: 2 }));
    const pressed = dataOf(teacher, "Алсу Галиева");
    await teacher.taps("Алсу Галиева");
    expect(labels(teacher)).toContain(t("attendance.marked", { name: "Алсу Галиева" }));
    await forges(teacher, pressed);
    expect(await present()).toBe(1);
    await teacher.taps(t("attendance.button.all"));
    teacher.sees(t("attendance.count", { present: 2, learners: 2 }));
    await teacher.taps("Алсу Галиева");
    teacher.sees(t("attendance.count", { present: 1, learners: 2 }));
    expect(
      await city.services.database.attendance.findFirst({ where: { enrolmentId: alsu.enrolmentId } }),
    ).toMatchObject({
      isPresent: false,
      source: "teacher",
    });
    await teacher.taps(t("attendance.button.after", { number: 2 }));
    teacher.sees(t("attendance.not_yet"));
    for (const label of labels(teacher)) expect(label.length).toBeLessThanOrEqual(24);
  });

  it("writes to the class: sees it as they will, and how many they are", async () => {
    const { teacher, group, alsu, ivan } = await school();
    await teacher.says("/staff");
    await teacher.taps(t("teach.button.menu"));
    await teacher.taps(t("teach.button.comers"));
    await teacher.taps(t("teach.button.tell"));
    await teacher.sends({ sticker: { file_id: "s", file_unique_id: "s" } } as never);
    teacher.sees(t("step.content.again"));
    await teacher.says("Сегодня начнём на пять минут позже.");
    const preview = t("announcement.from_class", { title: group.title });
    expect(teacher.chat.some(({ text }) => text.startsWith(preview))).toBe(true);
    teacher.sees(t("teach.tell.sure", { count: 2 }));
    await teacher.taps(t("button.back"));
    await teacher.says("Начнём на десять минут позже.");
    await teacher.taps(t("teach.tell.send", { count: 2 }));
    teacher.sees(t("teach.tell.sent", { count: 2 }));
    await city.deliver();
    for (const { person } of [alsu, ivan]) {
      person.sees("Начнём на десять минут позже.");
      person.doesNotSee("на пять минут");
    }
  });
});

describe("what a teacher gives and takes", () => {
  const language = "tt";
  const t = words.for(language);
  const school = (lessonsIn?: number[]) => schoolIn(language, lessonsIn);

  it("takes the register as a workbook, in which nothing becomes a formula", async () => {
    const { teacher, group, alsu } = await school([-120, 1440]);
    await learnerOf(city, group.groupId, '=HYPERLINK("http://evil","x")', { phone: "+1" });
    const [lessonId = 0] = group.lessonIds;
    const notes = { isPresent: true, source: "teacher" as const, notedAt: city.clock.now() };
    await city.services.database.attendance.create({ data: { lessonId, enrolmentId: alsu.enrolmentId, ...notes } });
    await forges(teacher, `ts:${group.groupId.toString(36)}`);
    const [file] = teacher.chat.flatMap(({ document }) => document ?? []);
    const [sheet] = await readXlsxFile(Buffer.from(file?.bytes ?? []));
    const rows = sheet?.data ?? [];
    expect(rows[0]?.slice(0, 2)).toEqual([t("teach.roster.name"), t("teach.roster.phone")]);
    const names = rows.slice(1).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(["Алсу Галиева", "Иван Петров", '=HYPERLINK("http://evil","x")']));
    const own = rows.find(([name]) => name === "Алсу Галиева");
    expect(own?.slice(1, 5)).toEqual(["+79170000001", t("teach.roster.enrolled"), 1, t("teach.roster.present")]);
  });

  it("gives a material, which its class has for good until it is withdrawn", async () => {
    const { teacher, group, alsu } = await school([-120, 1440]);
    const stranger = await colleague(city, language);
    await forges(teacher, `tl:${group.groupId.toString(36)}.0`);
    teacher.sees(t("teach.material.none"));
    await teacher.taps(t("teach.material.add"));
    await teacher.sendsDocument("Памятка.pdf", "%PDF-1.4");
    await teacher.taps(t("teach.material.title_as_is"));
    await teacher.taps(t("teach.material.whole_class"));
    await teacher.taps(t("teach.tell.send", { count: 2 }));
    teacher.sees(t("teach.material.added", { count: 2 }));
    await city.deliver();
    expect(alsu.person.latest?.document?.fileName).toBe("Памятка.pdf");

    const ru = words.for("ru");
    await alsu.person.says("/start");
    await forges(alsu.person, `ec:${alsu.enrolmentId.toString(36)}`);
    await alsu.person.taps(ru("material.button"));
    const handout = dataOf(alsu.person, "Памятка.pdf");
    await alsu.person.taps("Памятка.pdf");
    expect(alsu.person.chat.at(-1)?.document?.fileName).toBe("Памятка.pdf");
    await forges(stranger, handout);
    stranger.sees(t("material.gone"));
    await forges(stranger, `ea:${alsu.enrolmentId.toString(36)}.0`);
    stranger.sees(t("material.gone"));

    await teacher.taps(t("material.button"));
    await teacher.taps("Памятка.pdf");
    await teacher.taps(t("teach.button.withdraw"));
    await forges(alsu.person, handout);
    alsu.person.sees(ru("material.gone"));
    await teacher.taps(t("teach.button.restore"));
    await forges(alsu.person, `ea:${alsu.enrolmentId.toString(36)}.0`);
    expect(labels(alsu.person)).toContain("Памятка.pdf");
  });

  it("gives a recording to those who learn there, once, and takes it back", async () => {
    const { teacher, group, alsu } = await school([-120, 1440]);
    const [lessonId = 0] = group.lessonIds;
    await forges(teacher, `tv:${lessonId.toString(36)}`);
    await teacher.taps(t("teach.recording.give"));
    await teacher.says("запись");
    teacher.sees(t("teach.recording.ask_again"));
    await teacher.says("https://video.example.org/1");
    teacher.sees(t("teach.recording.saved", { count: 2 }));
    await city.deliver();
    alsu.person.sees(words.for("ru")("material.recorded", { number: 1 }));
    await forges(alsu.person, `ea:${alsu.enrolmentId.toString(36)}.0`);
    expect(labels(alsu.person)).toContain(words.for("ru")("material.recording", { number: 1 }));
    await teacher.taps(t("button.back"));
    await teacher.taps(t("teach.button.withdraw"));
    await forges(alsu.person, `ea:${alsu.enrolmentId.toString(36)}.0`);
    expect(labels(alsu.person)).not.toContain(words.for("ru")("material.recording", { number: 1 }));
    await teacher.taps(t("teach.button.restore"));
    await forges(alsu.person, `ea:${alsu.enrolmentId.toString(36)}.0`);
    expect(labels(alsu.person)).toContain(words.for("ru")("material.recording", { number: 1 }));
  });
});

it("gathers an album in silence until all of its files are there", async () => {
  const t = words.for("en");
  const teacher = await colleague(city, "en", "teacher");
  const { groupId } = await openTaughtGroup(city, { teacher, lessonsIn: [1440] });
  const { person } = await learnerOf(city, groupId, "Alsu");
  await forges(teacher, `tm:${groupId.toString(36)}`);
  await teacher.sendsAlbum([{ kind: "photo", caption: "Homework" }, { kind: "photo" }, { kind: "photo" }]);
  expect(teacher.chat.filter(({ text }) => text === t("step.content.album"))).toHaveLength(1);
  await teacher.taps(t("step.content.album_done"));
  await teacher.taps(t("teach.tell.send", { count: 1 }));
  await city.deliver();
  const album = person.chat.filter(({ albumId }) => albumId !== undefined);
  expect(album).toHaveLength(3);
  expect(album[0]?.text).toContain("Homework");
});
