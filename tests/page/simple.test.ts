import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPage } from "../../playground/page/serve.ts";
import { openCity, words } from "../support/city.ts";
import { patience } from "../support/patience.ts";
import { chromiumPath, launchChromium } from "./chromium.ts";

/** Simple mode in the chat page as an elderly learner has it in front of them: on a phone of today and on a small old one. */
const folder = join(import.meta.dirname, "../screenshots");
const phones = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
];

describe.skipIf(chromiumPath === undefined)("simple mode on a phone", () => {
  const city = openCity();
  let page: Awaited<ReturnType<typeof startPage>>;
  let browser: Browser;

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    page = await startPage({ telegram: city.telegram });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await page?.close();
  });

  test.each(phones)("$width × $height: each screen is in sight with all of its buttons", async (viewport) => {
    const t = words.for("ru");
    const roza = city.telegram.person(`Роза ${viewport.width}`, { languageCode: "ru" });
    await roza.says("/start");
    await roza.says("/settings");
    const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
    const tab = await context.newPage();
    tab.setDefaultTimeout(patience);
    await tab.goto(`${page.address}/?as=${encodeURIComponent(roza.name)}`);
    const presses = (label: string) => tab.getByRole("button", { name: label, exact: true }).last().click();
    let count = 0;

    /** Looks at the latest screen once it says that, and keeps a picture of it. */
    async function looks(text: string, name: string, calls = true): Promise<void> {
      await tab.getByText(text).last().waitFor();
      count += 1;
      await tab.screenshot({
        path: join(folder, `simple-${viewport.width}-${count}-${name}.png`),
        animations: "disabled",
      });
      if (calls) expect(await isInSight(tab, t("simple.help"), viewport)).toBe(true);
      expect(await hasSidewaysScroll(tab)).toBe(false);
    }

    await presses(t("simple.on"));
    await looks(t("simple.entered"), "on", false);
    await roza.says(t("button.menu"));
    await looks(t("simple.home"), "home");
    await presses(t("simple.lesson"));
    await looks(t("simple.no_lesson"), "no-lesson");
    await presses(t("simple.find"));
    await looks(t("simple.this_one"), "courses");
    await presses(t("simple.this_one"));
    await looks(t("group.enrol"), "course");
    await presses(t("group.enrol"));
    await looks(t("enrol.agree"), "consent");
    await presses(t("enrol.agree"));
    await tab.getByText(t("simple.phone").slice(0, 30)).last().waitFor();
    await roza.sharesContact();
    await looks(t("enrol.confirm"), "summary");
    await presses(t("enrol.confirm"));
    await looks("Вы записаны", "enrolled");
    await presses(t("classes.own"));
    await looks(t("simple.what_else"), "own");
    await presses(t("simple.what_else"));
    await looks(t("classes.cannot_come"), "class");
    await roza.says("не могу зайти");
    await looks(t("simple.trouble_early").slice(0, 20), "trouble");
    await context.close();
  });
});

/** Whether the last button of that name stands within what the phone shows. */
async function isInSight(tab: Page, label: string, { height }: { height: number }): Promise<boolean> {
  const box = await tab.locator("#log").getByRole("button", { name: label, exact: true }).last().boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

const hasSidewaysScroll = (tab: Page): Promise<boolean> =>
  tab.evaluate<boolean>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
