import { expect, it } from "vitest";
import { openCity, words } from "../../support/city.ts";
import { labels } from "../drive.ts";

const city = openCity();

const ivan = () => city.telegram.person("Иван", { languageCode: "ru" });
const matching = () => Number(/Подходит: (\d+)/.exec(ivan().screen)?.[1]);
const total = () => Number(/из (\d+)/.exec(ivan().screen)?.[1] ?? ivan().screen.match(/^\d\d:\d\d/gm)?.length ?? 0);

it("says how many match before anything is chosen", async () => {
  await ivan().says("/tonight");
  const all = total();
  await ivan().taps("Фильтры");
  expect(matching()).toBe(all);
  expect(labels(ivan())).toContain(`Показать (${all})`);
});

it("offers only choices that leave something, each with the number that it leaves", async () => {
  await ivan().taps("Раздел");
  const choices = labels(ivan()).filter((label) => label.includes("("));
  expect(choices.length).toBeGreaterThan(3);
  for (const choice of choices) expect(choice).not.toContain("(0)");
  const music = Number(/Музыка \((\d+)\)/.exec(ivan().screen)?.[1]);
  await ivan().taps("Музыка");
  expect(labels(ivan())).toContain(`Показать (${music})`);
  await ivan().taps("Назад");
  expect(labels(ivan())).toContain("✓ Раздел: Музыка");
  expect(matching()).toBe(music);
});

it("adds a second filter and shows what both leave", async () => {
  await ivan().taps("Бесплатно");
  const both = matching();
  expect(labels(ivan()).some((label) => label.startsWith("✓ Бесплатно"))).toBe(true);
  await ivan().taps("Показать");
  ivan().sees("Фильтры: Музыка, Бесплатно");
  expect(labels(ivan())).toContain("Фильтры (2)");
  expect(total()).toBe(both);
  ivan().sees("Джаз в Кремле");
});

it("remembers them into a card and back", async () => {
  await ivan().taps("Джаз в Кремле");
  await ivan().taps("Назад");
  ivan().sees("Сегодня из дома");
  ivan().sees("Фильтры: Музыка, Бесплатно");
});

it("remembers them on another evening and on a picked day", async () => {
  await ivan().taps("Фильтры");
  await ivan().taps("Дата…");
  ivan().sees("Фильтры: Музыка, Бесплатно");
  await ivan().taps("22");
  ivan().sees("Вс, 22 ноября\nФильтры: Музыка, Бесплатно");
});

it("marks what is chosen, takes one group back with “any”, and all of them with reset", async () => {
  await ivan().says("/tonight");
  await ivan().taps("Фильтры");
  await ivan().taps("Возраст");
  await ivan().taps("с 6 лет");
  expect(labels(ivan()).some((label) => label.startsWith("✓ с 6 лет"))).toBe(true);
  await ivan().taps("Назад");
  expect(labels(ivan())).toContain("✓ Возраст: с 6 лет");
  await ivan().taps("Возраст");
  await ivan().taps("Не важно");
  await ivan().taps("Назад");
  ivan().doesNotSee("Возраст: с 6 лет");
  await ivan().taps("Где");
  await ivan().taps("Онлайн");
  await ivan().taps("Назад");
  await ivan().taps("Сбросить");
  ivan().doesNotSee("Онлайн");
  expect(labels(ivan())).not.toContain("Сбросить");
});

it("leads back from the choices to the panel as it was", async () => {
  const panel = ivan().screen;
  await ivan().taps("Доступность");
  await ivan().taps("Назад");
  expect(ivan().screen).toBe(panel);
});

it("says so when nothing is left, and how to go on", async () => {
  const alsu = city.telegram.person("Алсу", { languageCode: "tt" });
  await alsu.says("/tonight");
  // Cinema of a kind that nobody shows: sign language, for those over 55.
  await alsu.tapsData(alsu.latest?.id ?? 0, "l:t~s3u2x0~0");
  const t = words.for("tt");
  alsu.sees(t("list.empty_filtered"));
  expect(labels(alsu)).toContain(t("button.filters_set", { count: 3 }));
  expect(alsu.screen).not.toMatch(/^\d\d:\d\d/m);
});

it("counts what is near as the list of what is near does", async () => {
  await ivan().sharesLocation(55.796, 49.108);
  const near = total();
  await ivan().taps("Фильтры");
  expect(matching()).toBe(near);
});
