import { beforeAll, describe, expect, it } from "vitest";
import { enrol } from "../../../bot/classes/enrolments/enrolment-store.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { dataOf, forges, labels, urlOf } from "../drive.ts";

const city = openCity();
const ivan = () => city.telegram.person("Иван", { languageCode: "ru" });
const alsu = () => city.telegram.person("Алсу", { languageCode: "tt" });

const groupOf = async (origin: string) =>
  (await city.services.database.group.findUniqueOrThrow({ where: { origin } })).id;

async function enrols(person: ReturnType<typeof ivan>, origin: string) {
  const { database, clock } = city.services;
  return enrol(database, { groupId: await groupOf(origin), personId: await idOf(database, person), now: clock.now() });
}

beforeAll(async () => {
  await ivan().says("/start");
  await alsu().says("/start");
});

it("tells who is in no class where classes are", async () => {
  await ivan().says("/my");
  await ivan().taps("Мои занятия");
  ivan().sees("Вы пока никуда не записаны.");
  await ivan().taps("Занятия");
  ivan().sees("Компьютер и телефон");
});

it("shows the next lesson, and the button to join within two taps from 15 minutes before", async () => {
  await enrols(ivan(), "demo:phone-help/1");
  await ivan().says("/my");
  await ivan().taps("Мои занятия");
  ivan().sees("Вопрос — ответ: телефон\nЗанятие 1 из 8: пт, 20 ноября, 17:55–18:55 — через 25 мин");
  expect(labels(ivan())).not.toContain("Войти на занятие");
  await ivan().taps("Вопрос — ответ: телефон");
  ivan().sees("Вы записаны.");
  ivan().sees("За 15 минут до начала пришлю кнопку для входа.");
  await ivan().says("/my");
  expect(labels(ivan())).not.toContain("Войти на занятие");
  city.clock.advance({ seconds: 600 });
  await ivan().says("/my");
  expect(dataOf(ivan(), "Войти на занятие")).toMatch(/^yj:/);
  await ivan().taps("Мои занятия");
  expect(dataOf(ivan(), "Войти на занятие")).toMatch(/^yj:/);
});

it("lets its learner in from /my in one tap until the lesson ends, and nobody else", async () => {
  const url = /^https:/;
  await ivan().says("/my");
  await ivan().taps("Войти на занятие");
  expect(urlOf(ivan(), "Войти на занятие")).toMatch(url);
  await alsu().says("/my");
  expect(labels(alsu())).not.toContain(words.for("tt")("classes.join"));
  city.clock.advance({ seconds: 75 * 60 });
  await ivan().says("/my");
  expect(labels(ivan())).not.toContain("Войти на занятие");
  city.clock.advance({ seconds: -75 * 60 });
});

it("tells who waits their place in the line, on the course, its list and their own", async () => {
  expect(await enrols(alsu(), "demo:smartphone/2")).toMatchObject({ kind: "waiting", position: 4 });
  const t = words.for("tt");
  await forges(alsu(), "em:");
  alsu().sees("Сез чиратта, номерыгыз — 4.");
  await alsu().taps("Смартфон – башыннан ук");
  await alsu().taps(t("classes.course"));
  alsu().sees("Сез чиратта, номерыгыз — 4.");
  expect(labels(alsu())).toContain(t("group.own"));
  // Somebody in the waiting list may prefer another group; somebody with a place has what they wanted.
  expect(labels(alsu()).filter((label) => /\d\d:\d\d/.test(label))).toHaveLength(2);
});

describe("leaving", () => {
  it("asks once, frees the place, says something kind and offers to come back", async () => {
    await forges(ivan(), "em:");
    await ivan().taps("Вопрос — ответ: телефон");
    await ivan().taps("Уйти из группы");
    ivan().sees("Точно уйти?");
    const leaves = dataOf(ivan(), "Да, уйти");
    await ivan().taps("Остаться");
    ivan().sees("Вы записаны.");
    await forges(ivan(), leaves);
    ivan().sees("вы больше не в группе «Вопрос — ответ: телефон»");
    expect(dataOf(ivan(), "Записаться снова")).toMatch(/^eb:/);
    const { taken } = await city.services.database.group.findUniqueOrThrow({ where: { origin: "demo:phone-help/1" } });
    expect(taken).toBe(6);
    await forges(ivan(), leaves);
    ivan().sees("Вы пока никуда не записаны.");
  });

  it("lets nobody leave in another's name", async () => {
    const { database } = city.services;
    const own = await database.enrolment.findFirstOrThrow({
      where: { personId: await idOf(database, alsu()), state: "waiting" },
    });
    await forges(ivan(), `ey:${own.id.toString(36)}`);
    expect(await database.enrolment.findUnique({ where: { id: own.id } })).toMatchObject({ state: "waiting" });
  });
});
