import { describe, expect, it } from "vitest";
import { issueCertificates } from "../../../bot/classes/certificates/issue-store.ts";
import { planComingLessons } from "../../../bot/classes/lessons/messages/reminder-store.ts";
import type { Language } from "../../../bot/words/language.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { dataOf, forges, labels } from "../drive.ts";
import { learnerOf, openTaughtGroup } from "../staff/teach/classroom.ts";
import { colleague } from "../staff/team.ts";

const city = openCity({ plant: false });

/** A group of somebody's that meets at a house of culture, which is on the map. */
async function meetsAt(language: Language, lessonsIn: number[]) {
  const { database } = city.services;
  const teacher = await colleague(city, language, "teacher");
  const group = await openTaughtGroup(city, { teacher, lessonsIn });
  const place = await database.place.create({
    data: {
      latitude: 55.8,
      longitude: 49.1,
      texts: { create: { language: "ru", title: "ДК Химиков", address: "ул. Ямашева, 1" } },
      institution: { create: { texts: { create: { language: "ru", name: "Дворец культуры Химиков" } } } },
    },
    include: { institution: true },
  });
  await database.group.update({
    where: { id: group.groupId },
    data: { placeId: place.id, institutionId: place.institution?.id ?? null },
  });
  return { teacher, group };
}

describe.each(["ru", "tt", "en"] as const)("a group that meets at a place, in %s", (language) => {
  const t = words.for(language);
  const where = t("group.on_site", { where: t("card.where", { title: "ДК Химиков", address: "ул. Ямашева, 1" }) });

  it("says so before one enrols, and shows the way on the map", async () => {
    const { group } = await meetsAt(language, [2 * 1440]);
    const resident = await colleague(city, language);
    await resident.says(`/start g_${group.groupId.toString(36)}`);
    resident.sees(where);
    resident.sees(t("course.facts_on_site"));
    await resident.taps(t("button.map"));
    resident.sees("ДК Химиков");
    await resident.says(`/start g_${group.groupId.toString(36)}`);
    await resident.taps(t("group.enrol"));
    resident.sees(where);
    await resident.taps(t("enrol.agree"));
    await resident.sharesContact();
    await resident.taps(t("enrol.confirm"));
    resident.sees(where);
    resident.doesNotSee(t("enrol.link_comes"));
  });

  it("is reminded of with the way there, and sends no link", async () => {
    const { group } = await meetsAt(language, [2 * 1440]);
    const { person } = await learnerOf(city, group.groupId, "Роза Галиева", { language });
    await planComingLessons(city.services.database, city.clock.now());
    city.clock.advance({ seconds: 86_400 + 60 });
    await city.deliver();
    person.sees(where);
    expect(dataOf(person, t("button.map"))).toBe(`bm:${group.groupId.toString(36)}`);
    city.clock.advance({ seconds: 86_400 - 10 * 60 });
    await city.deliver();
    person.doesNotSee(t("lesson.join.ready"));
    await person.says("/my");
    expect(labels(person)).not.toContain(t("classes.join"));
    person.sees(where);
    const [lessonId = 0] = group.lessonIds;
    await forges(person, `yj:${lessonId.toString(36)}`);
    person.sees(where);
  });

  it("ends with a certificate that says who issued it for how many hours, ticked by the teacher", async () => {
    const { teacher, group } = await meetsAt(language, [-180, -120]);
    const { database } = city.services;
    const { person, enrolmentId } = await learnerOf(city, group.groupId, "Роза Галиева", { language });
    for (const lessonId of group.lessonIds) {
      await forges(teacher, `tk:${lessonId.toString(36)}.${enrolmentId.toString(36)}+0`);
    }
    await issueCertificates(database, new Date(city.clock.now().getTime() + 3_600_000));
    const issued = await database.certificate.findUniqueOrThrow({ where: { enrolmentId } });
    expect(issued).toMatchObject({ minutes: 120, issuer: "Дворец культуры Химиков", attended: 2 });
    await person.says(`/start z_${issued.code}`);
    await city.deliver();
    const [file] = person.chat.flatMap(({ document }) => document ?? []);
    await forges(person, `et:${enrolmentId.toString(36)}`);
    const sent = person.chat.flatMap(({ document }) => document ?? []).at(-1) ?? file;
    expect(sent?.fileName).toBe(`${t("certificate.title")} – Роза Галиева.pdf`);
  });

  it("is told when it meets elsewhere", async () => {
    const { group } = await meetsAt(language, [2 * 1440]);
    const { person } = await learnerOf(city, group.groupId, "Алсу Галиева", { language });
    const admin = await colleague(city, language, "admin");
    await forges(admin, `wi:${group.groupId.toString(36)}.place`);
    const school = `Школа ${language}`;
    await admin.says(school);
    await admin.taps(school);
    await admin.says("ул. Пушкина, 9");
    admin.sees(t("class_edit.saved"));
    await city.deliver();
    person.sees(t("group.new_place", { title: group.title }));
    person.sees(school);
    city.clock.advance({ seconds: 60 });
    await forges(admin, `wi:${group.groupId.toString(36)}.place`);
    await admin.taps(t("programme.button.online"));
    admin.sees(t("class_edit.saved"));
    await city.deliver();
    person.sees(t("group.now_online"));
  });
});

describe.each(["ru", "tt", "en"] as const)("between a class and its teacher, in %s", (language) => {
  const t = words.for(language);

  it("an answer to a message to the class reaches the teacher", async () => {
    const teacher = await colleague(city, language, "teacher");
    const group = await openTaughtGroup(city, { teacher, lessonsIn: [90] });
    const { person } = await learnerOf(city, group.groupId, "Роза Галиева", { language });
    await forges(teacher, `tm:${group.groupId.toString(36)}`);
    await teacher.says("Возьмите с собой очки.");
    await teacher.taps(t("teach.tell.send", { count: 1 }));
    await city.deliver();
    await person.taps(t("thread.button.teacher"));
    await person.says("А тетрадь нужна?");
    await city.deliver();
    teacher.sees("А тетрадь нужна?");
    const thread = await city.services.database.thread.findFirstOrThrow({
      where: { personId: await idOf(city.services.database, person) },
    });
    expect(thread).toMatchObject({ subject: "class", groupId: group.groupId, state: "waiting" });
  });

  it("a teacher with one group has it at once, and the journal has a name", async () => {
    const teacher = await colleague(city, language, "teacher");
    const group = await openTaughtGroup(city, { teacher, lessonsIn: [1_440], title: `Смартфон: с нуля ${language}` });
    await teacher.says("/staff");
    await teacher.taps(t("teach.button.menu"));
    teacher.sees(group.title);
    await teacher.taps(t("teach.button.roster"));
    const name = teacher.chat.flatMap(({ document }) => document ?? []).at(-1)?.fileName ?? "";
    expect(name).toContain(`${t("teach.roster.sheet")} – Смартфон с нуля ${language} – `);
    expect(name).toMatch(/ \d\d\.\d\d\.xlsx$/);
    expect(name).not.toMatch(/[\\/:*?"<>|]/);
  });
});
