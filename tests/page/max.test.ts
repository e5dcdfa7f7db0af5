import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages, textIn } from "../../bot/words/language.ts";
import { startPage } from "../../playground/page/serve.ts";
import { words } from "../support/city.ts";
import { openMaxCity } from "../support/max/max-city.ts";
import { patience } from "../support/patience.ts";
import { chromiumPath, launchChromium } from "./chromium.ts";

/** The bot itself at MAX in the chat page, at the size of a phone: from Start to a reminder, in each language. */
const folder = join(import.meta.dirname, "../screenshots");
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

describe.skipIf(chromiumPath === undefined)("at MAX, on a phone", () => {
  const city = openMaxCity();
  let page: Awaited<ReturnType<typeof startPage>>;
  let browser: Browser;

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    page = await startPage({ max: city.max });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await page?.close();
  });

  async function opens(query: Record<string, string>, options: BrowserContextOptions = phone): Promise<Page> {
    const context = await browser.newContext(options);
    const tab = await context.newPage();
    tab.setDefaultTimeout(patience);
    await tab.goto(`${page.address}/?${new URLSearchParams({ door: "max", ...query })}`);
    return tab;
  }

  async function shoots(tab: Page, name: string): Promise<void> {
    const path = join(folder, `max-${name}.png`);
    await tab.screenshot({ path, animations: "disabled" });
    expect((await stat(path)).size).toBeGreaterThan(5_000);
  }

  const last = (tab: Page) => tab.locator("#log li").last();
  const presses = (tab: Page, label: string) => tab.getByRole("button", { name: label, exact: true }).last().click();

  test.each(languages)("in %s: Start, what is on tonight, a card, a reminder", async (language) => {
    const t = words.for(language);
    const alsu = city.max.person(`Алсу ${language}`, { languageCode: language });
    const { id, event } = await city.services.database.occurrence.findFirstOrThrow({
      where: { startsAt: { gt: new Date(city.clock.now().getTime() + 72 * 3_600_000) }, status: "scheduled" },
      orderBy: { startsAt: "asc" },
      include: { event: { include: { texts: true } } },
    });
    const texts = event.texts.map((text) => [text.language, text.title] as const);
    const title = textIn<string>(Object.fromEntries(texts), language) ?? "";
    const tab = await opens({ as: alsu.name });
    await tab.locator("#start").click();
    await tab
      .getByRole("button", { name: t("key.tonight"), exact: true })
      .first()
      .waitFor();
    await shoots(tab, `${language}-1-start`);

    await presses(tab, t("key.tonight"));
    await last(tab)
      .getByRole("button", { name: /^\d\d:\d\d/ })
      .first()
      .waitFor();
    await shoots(tab, `${language}-2-tonight`);
    await last(tab)
      .getByRole("button", { name: /^\d\d:\d\d/ })
      .last()
      .click();
    await last(tab)
      .getByRole("button", { name: t("button.calendar"), exact: true })
      .waitFor();
    await shoots(tab, `${language}-3-card`);

    // Pressed where the message stays as it is: a file, and a word over the chat.
    await presses(tab, t("button.calendar"));
    await tab.locator("#toast", { hasText: t("said.taken") }).waitFor();
    await tab.getByRole("link", { name: ".ics" }).last().waitFor();

    await tab.goto(
      `${page.address}/?${new URLSearchParams({ door: "max", as: alsu.name, start: `o_${id.toString(36)}` })}`,
    );
    await tab.locator("#start").click();
    // The card of the evening above it has such a button, too.
    await last(tab).getByText(title).first().waitFor();
    await presses(tab, t("remind.button"));
    await expect
      .poll(() => city.services.database.reminder.count({ where: { person: { firstName: alsu.name } } }))
      // An hour before, and for what is further off the day before as well.
      .toBeGreaterThan(0);
    await shoots(tab, `${language}-4-reminded`);
    const due = await city.services.database.delivery.findFirstOrThrow({
      where: { person: { firstName: alsu.name }, state: "pending" },
      orderBy: { dueAt: "asc" },
    });
    const before = alsu.chat.length;
    city.clock.advance({ seconds: Math.max(0, (due.dueAt.getTime() - city.clock.now().getTime()) / 1_000) });
    await city.deliver();
    expect(alsu.chat.length).toBeGreaterThan(before);
    await tab.locator(`#log li:nth-child(${alsu.chat.length})`).waitFor();
    await shoots(tab, `${language}-5-reminder`);
    await tab.context().close();
  });
});
