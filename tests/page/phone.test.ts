import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPage } from "../../playground/page/serve.ts";
import { openCity } from "../support/city.ts";
import { patience } from "../support/patience.ts";
import { chromiumPath, launchChromium } from "./chromium.ts";

const phones = [
  { name: "390 × 844", width: 390, height: 844 },
  { name: "320 × 568", width: 320, height: 568 },
] as const;

const people = [
  {
    name: "Иван",
    languageCode: "ru",
    tonight: "Сегодня",
    filters: "Фильтры",
    card: "Джаз в Кремле",
    menu: "Меню",
    date: "Дата…",
  },
  {
    name: "Алсу",
    languageCode: "tt",
    tonight: "Бүген кич",
    filters: "Сайлап алу",
    card: "Кремльдә джаз",
    menu: "Меню",
    date: "Көн…",
  },
  {
    name: "Kate",
    languageCode: "en",
    tonight: "Tonight",
    filters: "Filters",
    card: "Jazz in the Kremlin",
    menu: "Menu",
    date: "Date…",
  },
] as const;

/** What of the latest message is inside of the chat's part of the screen. */
interface Sight {
  /** Lines of text, as the phone breaks them, that are seen whole; of how many. */
  lines: { seen: number; all: number };
  /** Labels of its buttons that are seen whole, and of those that are not. */
  buttons: { seen: string[]; hidden: string[] };
}

describe.skipIf(chromiumPath === undefined)("on a phone", () => {
  const city = openCity();
  let browser: Browser;
  let served: Awaited<ReturnType<typeof startPage>>;

  beforeAll(async () => {
    served = await startPage({ telegram: city.telegram });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  async function open(name: string, { width, height }: (typeof phones)[number]): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(`${served.address}/?as=${encodeURIComponent(name)}`);
    return page;
  }

  describe.each(phones)("of $name", (phone) => {
    it.each(people)("$name sees the list of tonight with its buttons, and a card", async ({ name, ...words }) => {
      const person = city.telegram.person(name, { languageCode: words.languageCode });
      await person.says("/start");
      const page = await open(name, phone);
      await page.getByRole("button", { name: words.tonight, exact: true }).click();
      await page.locator("#log li").last().getByRole("button", { name: words.filters }).waitFor();
      const list = await sightOf(page);
      expect(list.buttons.hidden).toEqual([]);
      expect(list.buttons.seen.filter((label) => /^\d\d:\d\d \S/.test(label))).toHaveLength(5);
      // The smallest phone has room for the buttons, which say when and what; a usual one for the whole text as well.
      if (phone.height > 600) expect(list.lines.seen).toBe(list.lines.all);
      await page.locator("#log li").last().getByRole("button", { name: words.card }).click();
      await page.locator("#log li").last().getByText(words.card, { exact: true }).waitFor();
      const card = await sightOf(page);
      expect(card.buttons.hidden).toEqual([]);
      expect(card.lines.seen).toBeGreaterThanOrEqual(phone.height > 600 ? card.lines.all : 3);
      await page.context().close();
    });

    it.runIf(phone.width >= 390).each(people)("$name reads each day of the calendar in one line", async (person) => {
      const { name, languageCode, menu, date } = person;
      await city.telegram.person(name, { languageCode }).says(menu);
      const page = await open(name, phone);
      const latest = page.locator("#log li").last();
      await latest.getByRole("button", { name: date, exact: true }).click();
      await latest.locator(".keyboard-row:has(> :nth-child(7))").first().waitFor();
      const { days, broken } = await page.evaluate<{ days: number; broken: string[] }>(brokenDays);
      expect(days).toBeGreaterThanOrEqual(14);
      expect(broken).toEqual([]);
      await page.context().close();
    });

    it("the overviews of the weekend and of the week are seen with all their buttons", async () => {
      const ivan = city.telegram.person("Иван", { languageCode: "ru" });
      for (const command of ["/weekend", "/week"]) {
        await ivan.says(command);
        const page = await open("Иван", phone);
        await page.locator("#log li").last().getByRole("button").nth(4).waitFor();
        const { buttons, lines } = await sightOf(page);
        expect(buttons.hidden).toEqual([]);
        if (phone.height > 600) expect(lines.seen).toBe(lines.all);
        await page.context().close();
      }
    });
  });
});

/** Runs in the page: labels of the calendar that the phone breaks. */
const brokenDays = `(() => {
  const range = document.createRange();
  const linesOf = (button) => {
    range.selectNodeContents(button);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
  };
  const weeks = [...document.querySelectorAll("#log li:last-child .keyboard-row")].filter((row) => row.children.length === 7);
  const days = weeks.flatMap((row) => [...row.children]);
  return { days: days.length, broken: days.filter((day) => linesOf(day) > 1).map((day) => day.textContent) };
})()`;

/** Looks at the latest message, with the chat at its end. */
const sightOf = (page: Page): Promise<Sight> => page.evaluate<Sight>(look);

/** Runs in the page. Lines come as several boxes where there is bold in them. */
const look = `(() => {
  document.querySelector("#scroller").scrollTop = 1e6;
  const view = document.querySelector("#scroller").getBoundingClientRect();
  const last = document.querySelector("#log li:last-child");
  const isSeen = ({ top, bottom }) => top >= view.top - 1 && bottom <= view.bottom + 1;
  const range = document.createRange();
  range.selectNodeContents(last.querySelector(".text"));
  const lines = [...new Map([...range.getClientRects()].map((box) => [Math.round(box.top), box])).values()];
  const buttons = [...last.querySelectorAll("button")];
  const labels = (those) => those.map((button) => button.textContent.trim());
  return {
    lines: { seen: lines.filter(isSeen).length, all: lines.length },
    buttons: {
      seen: labels(buttons.filter((button) => isSeen(button.getBoundingClientRect()))),
      hidden: labels(buttons.filter((button) => !isSeen(button.getBoundingClientRect()))),
    },
  };
})()`;
