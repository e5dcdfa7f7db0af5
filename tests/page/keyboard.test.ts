import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { type Playground, startPlayground } from "./playground.ts";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe.skipIf(chromiumPath === undefined)("the chat page without a mouse", () => {
  let playground: Playground;

  beforeAll(async () => {
    playground = await startPlayground();
  });

  afterAll(() => playground?.close());

  /** Walks with Tab, or Shift+Tab, until the control of that name has the focus. */
  async function tabTo(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    const control = page.getByRole("button", { name, exact: true }).last();
    await control.waitFor();
    for (let step = 0; step < 60; step += 1) {
      if ((await control.and(page.locator(":focus")).count()) > 0) return;
      await page.keyboard.press(key);
    }
    throw new Error(`Tab never reached "${name}"`);
  }

  test("goes from the people to Start, a list, a card and back, by keys alone", async () => {
    const page = await playground.open("/?as=Kate");
    await tabTo(page, "Алсу Татарча", "Shift+Tab");
    await page.keyboard.press("Enter");
    await tabTo(page, "Башлау");
    await page.keyboard.press("Enter");
    await page.getByText("Исәнмесез, Алсу!").waitFor();
    await page.locator("#text:focus").waitFor();
    await page.keyboard.type("/");
    await page.getByRole("button", { name: "/tonight" }).waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByText("Показано 5 из 12").waitFor();
    await tabTo(page, "«Богема»", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Молодые художники").waitFor();
    await tabTo(page, "Назад");
    await page.keyboard.press("Enter");
    await page.getByText("Показано 5 из 12").waitFor();
  });

  test("sends with Enter, breaks the line with Shift+Enter, brings back with the arrow up", async () => {
    const page = await playground.open("/?as=Kate");
    await tabTo(page, "Start");
    await page.keyboard.press("Enter");
    await page.locator("#text:focus").waitFor();
    await page.keyboard.type("one");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("two");
    await page.keyboard.press("Enter");
    await page.getByText("Не понял: one\ntwo").waitFor();
    await page.keyboard.type("three");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await page.locator("#text").inputValue()).toBe("one\ntwo");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator("#text").inputValue()).toBe("three");
  });

  test("names every control, and makes each big enough for a finger", async () => {
    const page = await playground.open("/?as=Иван", phone);
    await page.getByRole("button", { name: "Старт" }).tap();
    await page.locator("#text").fill("/tonight");
    await page.locator("#send").tap();
    await page.getByText("Показано 5 из 12").waitFor();
    // A command within a sentence is as high as its line, as WCAG 2.5.8 allows.
    const controls = await page.locator("button:visible:not(.command), select:visible, textarea:visible").all();
    expect(controls.length).toBeGreaterThan(10);
    for (const control of controls) {
      const box = await control.boundingBox();
      const name = (await control.getAttribute("aria-label")) ?? (await control.textContent());
      expect(name?.trim()).toBeTruthy();
      expect({ name, fits: (box?.height ?? 0) >= 44 && (box?.width ?? 0) >= 44 }).toEqual({ name, fits: true });
    }
  });

  test("never scrolls sideways and never writes small, on a phone of 320 pixels", async () => {
    const page = await playground.open("/?as=Иван", { ...phone, viewport: { width: 320, height: 560 } });
    await page.locator("#scroller").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    const smallest = await page.evaluate(
      "Math.min(...[...document.querySelectorAll('body *')].map(node => parseFloat(getComputedStyle(node).fontSize)))",
    );
    expect(smallest).toBeGreaterThanOrEqual(16);
  });

  test("tells a screen reader what is new", async () => {
    const page = await playground.open("/?as=Kate");
    await page.getByRole("log", { name: "Conversation" }).waitFor();
    expect(await page.locator("#toast").getAttribute("role")).toBe("status");
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
  });
});
