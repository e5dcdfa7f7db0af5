import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../bot/words/language.ts";
import { startPage } from "../../playground/page/serve.ts";
import { colleague } from "../flows/staff/team.ts";
import { openCity, words } from "../support/city.ts";
import { patience } from "../support/patience.ts";
import { chromiumPath, launchChromium } from "./chromium.ts";

/** The bot itself in the chat page, at the size of a phone: a thread from both sides, and a wish, in each language. */
const folder = join(import.meta.dirname, "../screenshots");
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

describe.skipIf(chromiumPath === undefined)("on a phone", () => {
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

  const opens = async (name: string): Promise<Page> => {
    const context = await browser.newContext(phone);
    const tab = await context.newPage();
    tab.setDefaultTimeout(patience);
    await tab.goto(`${page.address}/?as=${encodeURIComponent(name)}`);
    return tab;
  };

  const shoots = async (tab: Page, name: string): Promise<void> => {
    const path = join(folder, `human-${name}.png`);
    await tab.screenshot({ path, animations: "disabled" });
    expect((await stat(path)).size).toBeGreaterThan(5_000);
  };

  test.each(languages)("in %s", async (language) => {
    const t = words.for(language);
    const marat = await colleague(city, language, "moderator");
    const alsu = city.telegram.person(`Алсу ${language}`, { languageCode: language });
    await alsu.says("/start");
    await alsu.says("/help");

    const hers = await opens(alsu.name);
    const presses = (tab: Page, label: string) => tab.getByRole("button", { name: label, exact: true }).last().click();
    const reads = (tab: Page, text: string) => tab.getByText(text).last().waitFor();
    await presses(hers, t("thread.button.write"));
    await reads(hers, t("thread.ask.question"));
    await shoots(hers, `${language}-1-ask`);
    await alsu.says("Zoom?");
    await reads(hers, t("thread.button.done"));
    await shoots(hers, `${language}-2-sent`);
    await presses(hers, t("thread.button.done"));
    await reads(hers, t("thread.done"));

    await city.deliver();
    const his = await opens(marat.name);
    await presses(his, t("thread.button.open"));
    await reads(his, t("thread.about.question"));
    await shoots(his, `${language}-3-staff`);
    await presses(his, t("thread.button.answer"));
    await reads(his, t("thread.ask.answer", { name: alsu.name, language: t(`language.name.${language}`) }));
    await marat.says("+");
    await reads(his, t("thread.answered"));
    await shoots(his, `${language}-4-answered`);

    await city.deliver();
    await reads(hers, t("thread.answers", { name: marat.name }));
    await shoots(hers, `${language}-5-answer`);
    await presses(hers, t("thread.button.settle"));
    await reads(hers, t("thread.settled"));

    await alsu.says("ыъщзхж");
    await presses(hers, t("wish.button.make"));
    await reads(hers, t("wish.done", { text: "ыъщзхж" }));
    await shoots(hers, `${language}-6-wish`);
    await presses(hers, t("wish.button.list"));
    await reads(hers, t("wish.budget"));
    await shoots(hers, `${language}-7-wishes`);
    await hers.context().close();
    await his.context().close();
  });
});
