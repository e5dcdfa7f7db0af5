import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { patience } from "../support/patience.ts";
import { chromiumPath } from "./chromium.ts";
import { press, say } from "./gestures.ts";
import { type Playground, startPlayground } from "./playground.ts";

describe.skipIf(chromiumPath === undefined)("the chat page in Chromium", () => {
  let playground: Playground;

  beforeAll(async () => {
    playground = await startPlayground();
  });

  afterAll(() => playground?.close());

  /** Opens the page as somebody new, already past Start. */
  async function meet(name: string, language = "en"): Promise<Page> {
    playground.telegram.person(name, { languageCode: language });
    const page = await playground.open(`/?as=${encodeURIComponent(name)}`);
    await page.locator("#start").click();
    await page.getByText(`Исәнмесез, ${name}!`).waitFor();
    return page;
  }

  test("says in three languages what it is", async () => {
    const page = await playground.open("/");
    const notice = await page.locator(".notice").textContent();
    for (const words of ["түгел", "не Telegram", "not Telegram"]) expect(notice).toContain(words);
  });

  test("shows the bot's description and Start to a newcomer, in their language", async () => {
    const page = await playground.open("/?as=Алсу");
    await page.getByText("Концертлар, лекцияләр").waitFor();
    await page.getByRole("button", { name: "Башлау" }).click();
    await page.getByText("Исәнмесез, Алсу!").waitFor();
    expect(await page.locator("#text").isVisible()).toBe(true);
    expect(await page.locator("#about").isVisible()).toBe(false);
  });

  test("carries the payload of a start link", async () => {
    const page = await playground.open("/?start=e_12&as=Kate");
    await page.getByText("e_12").waitFor();
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByText("Исәнмесез, Kate! e_12").waitFor();
    expect(new URL(page.url()).search).toBe("?as=Kate");
  });

  test("lets one become somebody else, and keeps the chats apart", async () => {
    const page = await meet("Olga");
    await page.getByRole("button", { name: "Иван" }).click();
    await page.getByRole("button", { name: "Старт" }).waitFor();
    expect(await page.getByText("Исәнмесез, Olga!").count()).toBe(0);
  });

  test("lets somebody new in", async () => {
    const page = await playground.open("/?as=Kate");
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name").fill("Роза Ахметовна");
    await page.getByRole("dialog").getByLabel("Language").selectOption("tt");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("button", { name: "Башлау" }).waitFor();
    expect(playground.telegram.people.map((person) => person.name)).toContain("Роза Ахметовна");
  });

  test("renders formatting as elements", async () => {
    const page = await meet("Fiona");
    await say(page, "/format");
    const text = page.locator("#log li").last().locator(".text");
    await text.locator("b i").waitFor();
    expect(await text.locator("b").textContent()).toBe("bold and italic");
    expect(await text.locator("code").textContent()).toBe("a < b");
    expect(await text.locator("a").getAttribute("href")).toBe("https://example.org/");
    expect(await text.locator("blockquote").textContent()).toBe("a quotation");
    expect(await text.locator("pre").textContent()).toBe("two\n  lines");
    const spoiler = text.locator(".spoiler");
    await spoiler.click();
    expect(await spoiler.getAttribute("aria-expanded")).toBe("true");
  });

  test("shows pictures that the bot sent, and those that it named", async () => {
    const page = await meet("Pierre");
    await page.route("https://posters.example/1.png", (route) =>
      route.fulfill({
        contentType: "image/svg+xml",
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      }),
    );
    await say(page, "/poster");
    await page.locator('#log img[alt="A poster"]').waitFor();
    const loaded = "[...document.querySelectorAll('#log img')].filter(image => image.naturalWidth > 0).length";
    await expect.poll(() => page.evaluate(loaded)).toBe(2);
  });

  test("shows hostile text as text", async () => {
    const page = await meet("Mallory");
    const hostile = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>&amp;`;
    await say(page, hostile);
    await page.getByText(`Не понял: ${hostile}`).waitFor();
    expect(await page.locator("#log img").count()).toBe(0);
    expect(await page.title()).not.toBe("owned");
  });

  test("edits in place and keeps the keyboard focus in the message", async () => {
    const page = await meet("Edith");
    await say(page, "/tonight");
    const last = page.locator("#log li").last();
    await last.getByRole("button", { name: "«Богема»" }).focus();
    const before = await page.locator("#log li").count();
    await page.keyboard.press("Enter");
    await last.getByText("Молодые художники").waitFor();
    expect(await page.locator("#log li").count()).toBe(before);
    expect(await last.getByText("edited").count()).toBe(1);
    const focused = await page.evaluate("document.activeElement.closest('li')?.dataset.id");
    expect(focused).toBe(await last.getAttribute("data-id"));
  });

  test("shows a pressed button as busy until the bot answers, then its toast", async () => {
    const page = await meet("Boris");
    await say(page, "/tonight");
    await press(page, "Завтра");
    const busy = page.locator("#log [aria-busy]");
    await busy.waitFor();
    await page.locator("#status", { hasText: "Typing…" }).waitFor();
    playground.latch.open();
    await page.locator("#toast", { hasText: "Иртәгә" }).waitFor();
    await busy.waitFor({ state: "detached" });
  });

  test("shows an alert as a window that Escape closes", async () => {
    const page = await meet("Alina");
    await say(page, "/tonight");
    await press(page, "Дата…");
    const alert = page.getByRole("dialog", { name: "Ishek" });
    await alert.getByText("Выберите день").waitFor();
    await page.keyboard.press("Escape");
    await alert.waitFor({ state: "detached" });
  });

  describe("a card", () => {
    async function openCard(name: string): Promise<Page> {
      const page = await meet(name);
      await say(page, "/tonight");
      await press(page, "«Богема»");
      await page.getByText("Молодые художники").waitFor();
      return page;
    }

    test("gives its calendar file to download", async () => {
      const page = await openCard("Clara");
      await press(page, "В календарь");
      const link = page.getByRole("link", { name: "boheme.ics" });
      const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
      expect(download.suggestedFilename()).toBe("boheme.ics");
      expect(await readFile(await download.path(), "utf8")).toBe("BEGIN:VCALENDAR\r\n");
    });

    test("shows its place", async () => {
      const page = await openCard("Vera");
      await press(page, "На карте");
      await page.locator("#log li", { hasText: "пл. Свободы, 2" }).getByText("55.79470, 49.12470").waitFor();
    });

    test("disappears when the bot deletes it", async () => {
      const page = await openCard("Dina");
      await press(page, "Убрать");
      await page.getByText("Молодые художники").waitFor({ state: "detached" });
    });

    test("is shared within the playground, and opens as a friend", async () => {
      const page = await openCard("Sharon");
      playground.telegram.person("Friend", { languageCode: "en" });
      await press(page, "Поделиться");
      await page.getByRole("dialog").getByText("Bohème").first().waitFor();
      await page.getByRole("dialog").getByRole("button", { name: "Friend" }).click();
      await page.getByRole("button", { name: "Start" }).click();
      await page.getByText("Исәнмесез, Friend! e_12").waitFor();
    });

    test("is found inline and sent", async () => {
      const page = await openCard("Irina");
      await press(page, "Показать друзьям");
      const result = page.getByRole("button", { name: "Джаз: джаз" });
      await result.waitFor();
      await page.locator("#text").press("Enter");
      await page.locator("#log li.mine", { hasText: "Джаз в Кремле, 18:30" }).getByText("via @").waitFor();
    });
  });

  test("shares a place out of a few, and a contact, from the bot's keyboard", async () => {
    const page = await meet("Lena");
    await page.getByRole("button", { name: "Якын-тирәдә" }).click();
    await page.getByRole("button", { name: "Казан Кремле" }).click();
    await page.getByText("Вы здесь: 55.7989").waitFor();
    await page.getByRole("button", { name: "Элемтә" }).click();
    await page.getByText("Записал: +7").waitFor();
  });

  test("lists the commands in the person's language", async () => {
    const page = await meet("Таһир", "tt");
    await page.getByRole("button", { name: "Меню" }).click();
    await page.getByRole("button", { name: "Бүген кич ни була" }).click();
    await page.getByText("Показано 5 из 12").waitFor();
  });

  test("blocks the bot and lets it back", async () => {
    const page = await meet("Bella");
    await page.getByRole("button", { name: "Block" }).click();
    await page.getByText("You blocked the bot").waitFor();
    expect(playground.telegram.person("Bella").hasBlockedBot).toBe(true);
    await page.locator("#gate button").click();
    await page.locator("#text").waitFor();
    expect(playground.telegram.person("Bella").hasBlockedBot).toBe(false);
  });

  test("leaves a reader where they are when something new comes, and offers the way down", async () => {
    const page = await meet("Rita");
    await say(page, "/many");
    await page.getByText("Line 12").waitFor();
    await page.evaluate("document.querySelector('#scroller').scrollTop = 0");
    await playground.bot.api.sendMessage(playground.telegram.person("Rita").user.id, "News");
    await page.locator("#jump").waitFor();
    await page.locator("#jump").click();
    const below =
      "(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(document.querySelector('#scroller'))";
    await expect.poll(() => page.evaluate(below)).toBeLessThan(2);
  });

  test("becomes the first person where the address names nobody", async () => {
    const page = await playground.open("/?as=Nobody");
    await page.locator("#toast", { hasText: "Nobody of that name" }).waitFor();
    await page.locator(".person[aria-current]", { hasText: "Алсу" }).waitFor();
  });

  test("catches up by itself after the connection was lost", async () => {
    const page = await meet("Nadia");
    await page.context().setOffline(true);
    await playground.telegram.person("Nadia").says("while away");
    await page.context().setOffline(false);
    await page.getByText("Не понял: while away").waitFor({ timeout: patience });
  });
});
