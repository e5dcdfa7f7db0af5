import { expect, it } from "vitest";
import { pageSize } from "../../../bot/programme/listing/list-query.ts";
import { openCity } from "../../support/city.ts";
import { announce, dataOf, forges, labels } from "../drive.ts";

const city = openCity();

it("pages forth and back to the very same screen", async () => {
  const ivan = city.telegram.person("Иван", { languageCode: "ru" });
  await ivan.says("/tonight");
  const pages = [ivan.screen];
  while (labels(ivan).includes("Дальше")) {
    await ivan.taps("Дальше");
    pages.push(ivan.screen);
  }
  expect(pages).toHaveLength(Math.ceil(13 / pageSize));
  ivan.sees("–13 из 13");
  for (const page of pages.slice(0, -1).reverse()) {
    await ivan.taps("Раньше");
    expect(ivan.screen).toBe(page);
  }
});

const rowsOf = (screen: string) => screen.split("\n").filter((line) => /^\d\d:\d\d[^[]* {2}/.test(line));

it("has at most five rows of buttons that say hour and title, and one that leads on", async () => {
  const ivan = city.telegram.person("Иван", { languageCode: "ru" });
  for (const command of ["/tonight", "/today", "/tomorrow"]) {
    await ivan.says(command);
    const keyboard = ivan.latest?.keyboard ?? [];
    const [last = [], ...rows] = keyboard.toReversed();
    expect(rows.length).toBeLessThanOrEqual(5);
    for (const row of rows) expect(row.map(({ text }) => text)).toEqual([expect.stringMatching(/^\d\d:\d\d \S/)]);
    expect(last.length).toBeLessThanOrEqual(3);
    const doubles = ivan.replyKeyboard?.keyboard.flat().map((key) => (typeof key === "string" ? key : key.text));
    expect(last.filter(({ text }) => doubles?.includes(text))).toEqual([]);
  }
});

it("parts tonight into what is seen from home and what one can go to", async () => {
  const ivan = city.telegram.person("Иван");
  await ivan.says("/tonight");
  ivan.sees("Сегодня из дома");
  ivan.doesNotSee("Богема");
  await ivan.taps("В городе (14)");
  ivan.sees("Сегодня в городе");
  const seen = [ivan.screen];
  for (; labels(ivan).includes("Дальше"); seen.push(ivan.screen)) await ivan.taps("Дальше");
  expect(seen.flatMap(rowsOf)).toHaveLength(14);
  await ivan.taps("Из дома (13)");
  ivan.sees("Сегодня из дома");
});

it("shows an event once with all its hours", async () => {
  const startsAt = (hour: number) => new Date(`2026-12-08T${hour}:00:00Z`);
  await announce(city, {
    texts: { ru: { title: "Свет на мосту" } },
    occurrences: [
      { startsAt: startsAt(16) },
      { startsAt: startsAt(18) },
      { startsAt: startsAt(19), status: "cancelled" },
    ],
  });
  const ivan = city.telegram.person("Иван");
  await forges(ivan, "l:D20261208~~0");
  ivan.sees("19:00, 21:00  Свет на мосту");
  // What is called off stands apart, or it would be taken for one of them.
  ivan.sees("22:00  Свет на мосту — онлайн, бесплатно · отменено");
  expect(rowsOf(ivan.screen).filter((row) => row.includes("Свет на мосту"))).toHaveLength(2);
});

it("begins a weekend with what there is when, and leads from there to each half of a day and back", async () => {
  const ivan = city.telegram.person("Иван");
  await ivan.says("/weekend");
  ivan.sees("Выходные · 21–22 ноября\n\nСб, 21 ноября днём — ");
  const counted = [...ivan.screen.matchAll(/— (\d+)$/gm)].map(([, count]) => Number(count));
  expect(counted).toHaveLength(4);
  const halves = labels(ivan).filter((label) => /^(Сб|Вс) (днём|вечером) \(/.test(label));
  expect(halves.map((label) => Number(/\((\d+)\)/.exec(label)?.[1]))).toEqual(counted);
  for (const [index, half] of halves.entries()) {
    await ivan.taps(half);
    const rows = rowsOf(ivan.screen);
    while (labels(ivan).includes("Дальше")) {
      await ivan.taps("Дальше");
      rows.push(...rowsOf(ivan.screen));
    }
    expect(rows).toHaveLength(counted[index] ?? 0);
    while (labels(ivan).includes("Раньше")) await ivan.taps("Раньше");
    await ivan.taps("Назад");
    ivan.sees("Выходные · 21–22 ноября");
  }
});

it("shows the weekend after, and the week by days", async () => {
  const ivan = city.telegram.person("Иван");
  await ivan.says("/weekend");
  await ivan.taps("Следующие выходные");
  ivan.sees("Следующие выходные · 28–29 ноября");
  await ivan.taps("Назад");
  await ivan.says("/week");
  ivan.sees("Неделя · 20–26 ноября");
  expect(labels(ivan).slice(0, 7)).toEqual(["Пт 20", "Сб 21", "Вс 22", "Пн 23", "Вт 24", "Ср 25", "Чт 26"]);
  await ivan.taps("Пн 23");
  ivan.sees("Пн, 23 ноября");
  await ivan.taps("Назад");
  ivan.sees("Неделя · 20–26 ноября");
});

it("keeps the filters of an overview in its halves", async () => {
  const ivan = city.telegram.person("Иван");
  await forges(ivan, "l:w~F~0");
  ivan.sees("Выходные · 21–22 ноября\nФильтры: Бесплатно");
  await ivan.taps("Сб днём");
  ivan.sees("Сб, 21 ноября днём\nФильтры: Бесплатно");
  for (const row of rowsOf(ivan.screen)) expect(row).toContain("бесплатно");
});

it("shows what is on air now and nothing else", async () => {
  const kate = city.telegram.person("Kate", { languageCode: "en" });
  await kate.says("/start");
  await kate.taps("Menu");
  await kate.taps("Live now");
  kate.sees("Jazz in the Kremlin");
  kate.sees("The Moabit Notebooks");
  expect(kate.screen.match(/^\d\d:\d\d/gm)).toHaveLength(2);
});

it("takes a postponed stream for neither on air nor live", async () => {
  const startsAt = new Date(city.clock.now().getTime() - 600_000);
  await announce(city, { texts: { en: { title: "Late quartet" } }, occurrences: [{ startsAt, status: "postponed" }] });
  const kate = city.telegram.person("Kate");
  await kate.taps("Menu");
  await kate.taps("Live now");
  kate.doesNotSee("Late quartet");
});

it("lists exhibitions apart, as many as the button says", async () => {
  const kate = city.telegram.person("Kate");
  await kate.says("/tomorrow");
  await kate.taps("Filters");
  const count = Number(/Exhibitions \((\d+)\)/.exec(kate.screen)?.[1]);
  expect(kate.screen.split("\n").some((line) => line.startsWith("Until"))).toBe(false);
  await kate.taps("Exhibitions");
  kate.sees("Exhibitions and other long-running events");
  expect(kate.screen.match(/^(Until|Permanent)/gm)).toHaveLength(count);
});

it("keeps recordings of what is over, the latest first", async () => {
  const kate = city.telegram.person("Kate");
  await kate.says("/archive");
  kate.sees("Recordings of past events\nThu 19 November");
  await kate.taps("Magic through the screen");
  kate.sees("There is a recording to watch at any time.");
  expect(labels(kate)).toContain("Recording");
  expect(labels(kate)).not.toContain("Watch");
  await kate.taps("Back");
  kate.sees("Recordings of past events");
});

it("shows the last page when the list has become shorter than the page asked for", async () => {
  const ivan = city.telegram.person("Иван");
  await ivan.says("/tonight");
  const data = dataOf(ivan, "Дальше").replace(/\w+$/, "zz");
  await ivan.tapsData(ivan.latest?.id ?? 0, data);
  ivan.sees("–14 из 14");
});

it.each([
  ["/today", "Сегодня · пт, 20 ноября"],
  ["/tomorrow", "Завтра · сб, 21 ноября"],
  ["/weekend", "Выходные · 21–22 ноября"],
])("%s answers with its list", async (command, heading) => {
  const ivan = city.telegram.person("Иван");
  await ivan.says(command);
  ivan.sees(heading);
});

it("leads on from each list: another day, filters, exhibitions, the menu", async () => {
  const ivan = city.telegram.person("Иван");
  await ivan.says("/tomorrow");
  expect(labels(ivan)).toEqual(expect.arrayContaining(["Дата…", "Фильтры", "Дальше"]));
  await ivan.taps("Фильтры");
  expect(labels(ivan)).toEqual(expect.arrayContaining(["Дата…", "Выставки (3)", "Назад", "Меню"]));
  await ivan.taps("Меню");
  ivan.sees("Что показать?");
});
