import { expect, it } from "vitest";
import { pageSize } from "../../../bot/programme/listing/list-query.ts";
import { openCity } from "../../support/city.ts";
import { announce, dataOf, labels } from "../drive.ts";

const city = openCity();

it("pages forth and back to the very same screen", async () => {
  const ivan = city.telegram.person("Иван", { languageCode: "ru" });
  await ivan.says("/tonight");
  const pages = [ivan.screen];
  while (labels(ivan).includes("Дальше")) {
    await ivan.taps("Дальше");
    pages.push(ivan.screen);
  }
  expect(pages).toHaveLength(Math.ceil(21 / pageSize));
  ivan.sees("–21 из 21");
  for (const page of pages.slice(0, -1).reverse()) {
    await ivan.taps("Раньше");
    expect(ivan.screen).toBe(page);
  }
});

it("shows every row of a list once, whichever page it is on", async () => {
  const ivan = city.telegram.person("Иван");
  await ivan.says("/weekend");
  const rows: string[] = [];
  for (;;) {
    rows.push(...ivan.screen.split("\n").filter((line) => /^\d\d:\d\d {2}/.test(line)));
    if (!labels(ivan).includes("Дальше")) break;
    await ivan.taps("Дальше");
  }
  expect(rows).toHaveLength(63);
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
  const count = Number(/Exhibitions \((\d+)\)/.exec(kate.screen)?.[1]);
  expect(kate.screen.split("\n").some((line) => line.startsWith("Until"))).toBe(false);
  await kate.taps("Exhibitions");
  kate.sees("Exhibitions and everything that runs for long");
  expect(kate.screen.match(/^(Until|Permanent)/gm)).toHaveLength(count);
});

it("keeps recordings of what is over, the latest first", async () => {
  const kate = city.telegram.person("Kate");
  await kate.says("/archive");
  kate.sees("Recordings of past events\n\nThu 19 November");
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
  ivan.sees("–22 из 22");
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

it("offers the way on from each list: menu, date, filters and the other evenings", async () => {
  const ivan = city.telegram.person("Иван");
  await ivan.says("/tonight");
  for (const way of ["Фильтры", "Дата…", "Меню", "Завтра", "Выходные", "Выставки (3)"]) {
    expect(labels(ivan)).toContain(way);
  }
  await ivan.taps("Завтра");
  expect(labels(ivan)).toContain("Сегодня вечером");
  await ivan.taps("Меню");
  ivan.sees("Что показать?");
});
