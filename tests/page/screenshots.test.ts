import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { type Playground, startPlayground } from "./playground.ts";

const folder = join(import.meta.dirname, "../screenshots");
const desktop = { viewport: { width: 1180, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

describe.skipIf(chromiumPath === undefined)("screenshots to look at", () => {
  let playground: Playground;

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    playground = await startPlayground();
  });

  afterAll(() => playground?.close());

  test.each([
    { name: "desktop-light", size: desktop, colorScheme: "light" as const },
    { name: "desktop-dark", size: desktop, colorScheme: "dark" as const },
    { name: "phone-light", size: phone, colorScheme: "light" as const },
    { name: "phone-dark", size: phone, colorScheme: "dark" as const },
  ])("$name", async ({ name, size, colorScheme }) => {
    const person = playground.telegram.person(`Роза ${name}`, { languageCode: "ru" });
    const page = await playground.open(`/?as=${encodeURIComponent(person.name)}`, { ...size, colorScheme });
    const shoot = async (part: string): Promise<void> => {
      const path = join(folder, `page-${name}-${part}.png`);
      await page.screenshot({ path, animations: "disabled" });
      expect((await stat(path)).size).toBeGreaterThan(5_000);
    };

    await page.locator("#start").waitFor();
    await shoot("start");
    await page.locator("#start").click();
    await page.getByText("Исәнмесез").waitFor();
    await person.says("/format");
    await person.says("/tonight");
    await page.getByText("Показано 5 из 12").waitFor();
    playground.latch.close();
    await page.getByRole("button", { name: "Завтра" }).click();
    await page.locator("[aria-busy]").waitFor();
    await shoot("list");
    playground.latch.open();
    await page.getByRole("button", { name: "«Богема»" }).click();
    await page.getByRole("button", { name: "В календарь" }).click();
    await page.getByRole("link", { name: ".ics" }).waitFor();
    await page.getByRole("button", { name: "На карте" }).click();
    await page.getByRole("link", { name: "Открыть карту" }).waitFor();
    await shoot("card");
    await page.locator("#menu").click();
    await shoot("menu");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Якын-тирәдә" }).click();
    await page.getByRole("dialog").waitFor();
    await shoot("place");
    await page.keyboard.press("Escape");
    await person.says("/album");
    await page.locator(".album img").nth(2).waitFor();
    await person.says("/secret");
    await page.getByText("notes.txt").waitFor();
    await shoot("album");
    await person.says("/files");
    await page.getByText("certificate.pdf").waitFor();
    await shoot("files");
    await person.says("/poll");
    await page.getByText("Чего вам больше?").waitFor();
    await page.getByRole("button", { name: "Суббота" }).click();
    await page.getByText("ваш голос").waitFor();
    await shoot("poll");
    await page.locator("#attach").click();
    await shoot("attach");
    await page.getByRole("button", { name: "Опрос" }).click();
    await shoot("ask-poll");
  });
});
