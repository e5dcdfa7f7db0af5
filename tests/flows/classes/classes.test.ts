import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../../../playground/people/person.ts";
import { openCity, words } from "../../support/city.ts";
import { buttonsOf, dataOf, forges, labels, urlOf } from "../drive.ts";

const city = openCity();
const ivan = () => city.telegram.person("Иван", { languageCode: "ru" });
let smartphone: { id: number; groupIds: number[] };

beforeAll(async () => {
  const course = await city.services.database.course.findUniqueOrThrow({
    where: { origin: "demo:smartphone" },
    include: { groups: { orderBy: { id: "asc" } } },
  });
  smartphone = { id: course.id, groupIds: course.groups.map(({ id }) => id) };
});

/** Whether a group's button begins an enrolment. */
const enrolsInto = (person: Person): number[] =>
  buttonsOf(person).flatMap((button) => {
    const data = "callback_data" in button ? button.callback_data : "";
    return data.startsWith("eb:") ? [Number.parseInt(data.slice(3), 36)] : [];
  });

it("shows the courses of digital literacy at once, titles on the buttons, the other subjects below", async () => {
  await ivan().says("/classes");
  ivan().sees("Компьютер и телефон");
  ivan().sees("Смартфон с нуля\nБлижайшее занятие — пн, 23 ноября, 10:00 · свободно 11 мест");
  expect(labels(ivan())).toEqual(
    expect.arrayContaining(["Смартфон с нуля", "Деньги и мошенники", "Другие направления"]),
  );
});

it("begins an enrolment with the second tap after /classes", async () => {
  await ivan().says("/classes");
  await ivan().taps("Смартфон с нуля");
  ivan().sees("По понедельникам и средам в 10:00");
  ivan().sees("Бесплатно · онлайн, из дома");
  ivan().sees(words.for("ru")("group.choose"));
  ivan().sees("Преподаватель: Гузель Хасанова\nСвободно 5 мест из 12");
  ivan().sees("Мест нет, в очереди 3 человека");
  expect(labels(ivan())).toEqual(expect.arrayContaining(["Записаться: пн, ср 10:00", "В очередь: вт, чт 14:00"]));
  expect(enrolsInto(ivan()).sort()).toEqual(smartphone.groupIds);
});

it("has one button to enrol where there is one group, and says where the lessons have come to", async () => {
  await ivan().says("/classes");
  await ivan().taps("Другие направления");
  await ivan().taps("Музыка и пение (2)");
  await ivan().taps("Хор для всех");
  ivan().sees("Уже идёт: занятие 3 из 14 — вт, 24 ноября, 19:00");
  ivan().sees("Для сертификата нужно 11 занятий, впереди ещё 12.");
  expect(labels(ivan())).toContain("Записаться");
  await ivan().taps("Назад");
  ivan().sees("Музыка и пение");
});

it("opens a course and a group by a link, and shares what it shows", async () => {
  await ivan().says(`/start k_${smartphone.id.toString(36)}`);
  ivan().sees("Смартфон с нуля");
  const shared = new URL(urlOf(ivan(), "Поделиться")).searchParams.get("url") ?? "";
  expect(new URL(shared).searchParams.get("start")).toBe(`k_${smartphone.id.toString(36)}`);
  await ivan().says(`/start g_${smartphone.groupIds[2]?.toString(36)}`);
  ivan().sees("По субботам");
  ivan().sees("на татарском");
  expect(enrolsInto(ivan())).toEqual([smartphone.groupIds[2]]);
  await ivan().taps("Все группы курса");
  expect(enrolsInto(ivan())).toHaveLength(3);
});

it("gives the link of a course as a QR code, by an old button: new ones stand with the staff alone", async () => {
  await ivan().says(`/start k_${smartphone.id.toString(36)}`);
  expect(labels(ivan())).not.toContain("QR-код");
  await forges(ivan(), `bq:${smartphone.id.toString(36)}`);
  ivan().sees("Смартфон с нуля. Наведите камеру");
  expect(ivan().latest?.photo).toBeDefined();
});

it.each(["k_zzzzz", "g_zzzzz", "k_", "g_0"])("leads on from a link to nothing (%s)", async (payload) => {
  await ivan().says(`/start ${payload}`);
  expect(labels(ivan()).length).toBeGreaterThan(3);
});

it("shows neither a closed group, nor one that is over, nor a withdrawn course", async () => {
  const { database, clock } = city.services;
  const now = clock.now();
  const [, full = 0] = smartphone.groupIds;
  await database.group.update({ where: { id: full }, data: { closedAt: now } });
  await ivan().says(`/start k_${smartphone.id.toString(36)}`);
  expect(enrolsInto(ivan())).not.toContain(full);
  await ivan().says(`/start g_${full.toString(36)}`);
  ivan().sees("Набор в эту группу закрыт.");
  await database.group.update({ where: { id: full }, data: { closedAt: null } });
  await database.course.update({ where: { id: smartphone.id }, data: { withdrawnAt: now } });
  await forges(ivan(), `bc:${smartphone.id.toString(36)}.0`);
  ivan().sees("Этого курса больше нет.");
  await ivan().says("/classes");
  expect(labels(ivan())).not.toContain("Смартфон с нуля");
  await database.course.update({ where: { id: smartphone.id }, data: { withdrawnAt: null } });
});

it("says so where a course has no text in the reader's language", async () => {
  const { database } = city.services;
  const { id } = await database.course.findUniqueOrThrow({ where: { origin: "demo:choir" } });
  await database.courseText.delete({ where: { courseId_language: { courseId: id, language: "en" } } });
  const kate = city.telegram.person("Kate", { languageCode: "en" });
  await kate.says(`/start k_${id.toString(36)}`);
  kate.sees("Хор для всех");
  kate.sees(words.for("en")("card.other_language", { language: "Русский" }));
});

describe.each(["ru", "tt", "en"] as const)("in %s", (languageCode) => {
  const t = words.for(languageCode);
  const person = () => city.telegram.person(`Reader ${languageCode}`, { languageCode });

  it("every subject, course and group fits Telegram's limits and ours", async () => {
    const fits = () => {
      // A label that has its row to itself has room for more.
      for (const row of person().latest?.keyboard ?? [])
        for (const { text } of row) expect(text.length, text).toBeLessThanOrEqual(row.length === 1 ? 34 : 24);
      expect(labels(person()).filter((text) => text.endsWith("…"))).toEqual([]);
    };
    await person().says("/classes");
    await person().taps(t("classes.other_areas"));
    fits();
    const subjects = labels(person()).slice(0, 10);
    for (const subject of subjects) {
      await person().taps(subject);
      fits();
      const [first = ""] = labels(person());
      await person().taps(first);
      fits();
      await person().taps(t("button.back"));
      await person().taps(t("classes.other_areas"));
    }
  });

  it("the button below the text field opens it", async () => {
    await person().says("/start");
    await person().says(t("classes.button"));
    person().sees(t("area.digital"));
    expect(dataOf(person(), t("classes.own"))).toBe("em:");
  });
});
