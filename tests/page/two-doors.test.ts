import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "../../bot/schedule/clock.ts";
import { type Max, startMax } from "../../playground/max/max.ts";
import { startPage } from "../../playground/page/serve.ts";
import { startTelegram, type Telegram } from "../../playground/telegram.ts";
import { call } from "../playground/call.ts";
import { callMax } from "../playground/max/open-max.ts";
import { patience } from "../support/patience.ts";
import { chromiumPath, launchChromium } from "./chromium.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1400, height: 800 } };

describe.skipIf(chromiumPath === undefined)("the page of two messengers", () => {
  let telegram: Telegram;
  let max: Max;
  let page: Awaited<ReturnType<typeof startPage>>;
  let browser: Browser;

  beforeAll(async () => {
    telegram = await startTelegram({ clock: systemClock, limits: "lifted" });
    max = await startMax({ clock: systemClock, limits: "lifted" });
    telegram.person("Kate", { languageCode: "en", hasStarted: true });
    max.person("Kate", { languageCode: "en", hasStarted: true });
    telegram.person("Olga", { languageCode: "en" });
    max.person("Рамил", { languageCode: "ru" });
    page = await startPage({ telegram, max });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await page?.close();
    await max?.close();
    await telegram?.close();
  });

  async function opens(query: Record<string, string>, options: BrowserContextOptions): Promise<Page> {
    const tab = await (await browser.newContext(options)).newPage();
    tab.setDefaultTimeout(patience);
    await tab.goto(`${page.address}/?${new URLSearchParams(query)}`);
    return tab;
  }

  const sayAtMax = (text: string, buttons: object[][] = []) =>
    callMax(max, `POST /messages?user_id=${max.person("Kate").user.id}`, {
      text,
      format: "html",
      ...(buttons.length > 0 && { attachments: [{ type: "inline_keyboard", payload: { buttons } }] }),
    });
  const sayAtTelegram = (text: string) =>
    call(telegram, "sendMessage", { chat_id: telegram.person("Kate").user.id, text });
  const beside = (tab: Page) => tab.frameLocator("#beside iframe");

  test("has room for both chats of a person on a desk, each with its own buttons", async () => {
    await sayAtTelegram("said at Telegram");
    await sayAtMax("said <b>at MAX</b>", [[{ type: "message", text: "Tonight" }]]);
    const tab = await opens({ as: "Kate" }, desk);
    await tab.getByText("said at Telegram").waitFor();
    await beside(tab).getByText("at MAX", { exact: true }).waitFor();
    await beside(tab).getByRole("button", { name: "Tonight" }).click();
    await expect.poll(() => max.person("Kate").chat.at(-1)?.text).toBe("Tonight");
    expect(telegram.person("Kate").chat.map(({ text }) => text)).toEqual(["said at Telegram"]);
    await beside(tab).getByRole("button", { name: "Mute", exact: true }).click();
    await beside(tab).getByRole("button", { name: "Unmute", exact: true }).waitFor();
    await beside(tab).getByRole("button", { name: "Block", exact: true }).click();
    await beside(tab).getByRole("button", { name: "Unblock" }).first().waitFor();
    expect([max.person("Kate").hasStopped, telegram.person("Kate").hasBlockedBot]).toEqual([true, false]);
    await beside(tab).getByRole("button", { name: "Unblock" }).first().click();
    await tab.context().close();
  });

  test("names who is at which, and opens the one that somebody has", async () => {
    const tab = await opens({ as: "Kate" }, desk);
    await tab.getByRole("button", { name: "Olga English · Telegram", exact: true }).click();
    await tab.locator("#beside").waitFor({ state: "hidden" });
    await tab.getByRole("button", { name: "Рамил Русский · MAX", exact: true }).click();
    await tab.getByText("max.ru/ishek_playground_bot").waitFor();
    expect(new URL(tab.url()).searchParams.get("door")).toBe("max");
    await tab.getByRole("button", { name: "+ Telegram" }).click();
    await expect.poll(() => telegram.people.map(({ name }) => name)).toContain("Рамил");
    await beside(tab).getByText("max.ru/ishek_playground_bot").waitFor();
    await tab.context().close();
  });

  test("has a switch on a phone", async () => {
    const tab = await opens({ as: "Kate" }, phone);
    await tab.getByText("said at Telegram").waitFor();
    await tab.getByRole("button", { name: "MAX" }).click();
    await tab.getByText("at MAX", { exact: true }).waitFor();
    await tab.getByRole("button", { name: "Telegram" }).click();
    await tab.getByText("said at Telegram").waitFor();
    await tab.context().close();
  });

  test.each([
    { screen: desk, from: "telegram", place: "beside" },
    { screen: phone, from: "telegram", place: "switched" },
    { screen: desk, from: "max", place: "beside" },
  ])(
    "follows a link into the other messenger with its payload: from $from, $place",
    async ({ screen, from, place }) => {
      const isAtTelegram = from === "telegram";
      if (isAtTelegram) await sayAtTelegram(`https://max.ru/${max.bot.username}?start=o_7`);
      else await sayAtMax(`<a href="https://t.me/${telegram.bot.username}?start=o_7">there</a>`);
      const tab = await opens({ as: "Kate" }, screen);
      const here = isAtTelegram ? tab : beside(tab);
      const there = isAtTelegram && place === "beside" ? beside(tab) : tab;
      await here.locator("#log a").last().click();
      await there.locator("#gate code", { hasText: "o_7" }).waitFor();
      await there.locator("#start").click();
      if (isAtTelegram) await there.locator("#gate").waitFor({ state: "hidden" });
      else await expect.poll(() => telegram.person("Kate").chat.at(-1)?.text).toBe("/start o_7");
      await tab.context().close();
    },
  );

  test("sends what MAX has: pictures together, a file alone, a place, a contact, and no poll", async () => {
    const tab = await opens({ door: "max", as: "Kate" }, phone);
    await tab.locator("#attach").click();
    expect(await tab.getByRole("dialog").getByRole("button", { name: "Poll" }).count()).toBe(0);
    await tab.getByRole("dialog").getByRole("button", { name: "My contact" }).click();
    await tab.getByText(/^7917/).waitFor();
    const before = max.person("Kate").chat.length;
    const pixel = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
      "base64",
    );
    const picture = (name: string) => ({ name, mimeType: "image/png", buffer: pixel });
    const choosing = tab.waitForEvent("filechooser");
    await tab.locator("#attach").click();
    await tab.getByRole("button", { name: "Photo or video" }).click();
    await (await choosing).setFiles([
      picture("1.png"),
      picture("2.png"),
      { name: "song.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("song") },
    ]);
    await tab.getByRole("dialog").getByRole("button", { name: "Send", exact: true }).click();
    await tab.locator(".album img").nth(1).waitFor();
    await tab.locator("audio").waitFor();
    const kinds = max
      .person("Kate")
      .chat.slice(before)
      .map(({ attachments }) => attachments.map(({ type }) => type));
    expect(kinds).toEqual([["image", "image"], ["audio"]]);
    await tab.context().close();
  });
});
