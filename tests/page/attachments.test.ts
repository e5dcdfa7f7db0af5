import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { paint } from "./demo-media.ts";
import { say } from "./gestures.ts";
import { type Playground, startPlayground } from "./playground.ts";

const picture = (name: string) => ({ name, mimeType: "image/png", buffer: paint(120, 80, 0x24627a, 0xbfe3e8) });

describe.skipIf(chromiumPath === undefined)("files and polls on the chat page", () => {
  let playground: Playground;

  beforeAll(async () => {
    playground = await startPlayground();
  });

  afterAll(() => playground?.close());

  /** Opens the page as somebody new, already past Start. */
  async function meet(name: string): Promise<Page> {
    playground.telegram.person(name, { languageCode: "en" });
    const page = await playground.open(`/?as=${encodeURIComponent(name)}`);
    await page.locator("#start").click();
    await page.getByText(`Исәнмесез, ${name}!`).waitFor();
    return page;
  }

  /** Attaches files by the button, as `choice` of its list, with a caption. */
  async function attach(page: Page, choice: string, files: ReturnType<typeof picture>[], caption = ""): Promise<void> {
    await page.getByRole("button", { name: "Attach" }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: choice, exact: true }).click(),
    ]);
    await chooser.setFiles(files);
    await page.getByLabel("Caption").fill(caption);
    await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
  }

  test("sends a photo with a caption", async () => {
    const page = await meet("Petra");
    await attach(page, "Photo or video", [picture("door.png")], "Our door");
    await page.getByText("Получил: photo «Our door»").waitFor();
    await expect.poll(() => page.evaluate(`document.querySelector('img[alt="Our door"]').naturalWidth`)).toBe(120);
  });

  test("sends several pictures as one album, and files as files", async () => {
    const page = await meet("Alba");
    await attach(page, "Photo or video", [picture("1.png"), picture("2.png"), picture("3.png")], "Summer");
    await page.getByText("Получил: photo of an album «Summer»").waitFor();
    await page.locator(".mine .album img").nth(2).waitFor();
    expect(await page.locator(".mine .album img").count()).toBe(3);
    await attach(page, "File", [picture("plan.png")]);
    await page.getByText("Получил: document plan.png «»").waitFor();
    expect(await page.getByRole("link", { name: "plan.png" }).count()).toBe(1);
  });

  test("takes what is dropped onto the conversation", async () => {
    const page = await meet("Drew");
    const data = await page.evaluateHandle(
      "(() => { const data = new DataTransfer(); data.items.add(new File(['a'], 'list.txt')); return data; })()",
    );
    await page.dispatchEvent("#scroller", "dragover", { dataTransfer: data });
    await page.getByText("Drop here to send").waitFor();
    await page.dispatchEvent("#scroller", "drop", { dataTransfer: data });
    await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
    await page.getByText("Получил: document list.txt").waitFor();
  });

  test("shows an album of the bot as one, and lets a document be downloaded", async () => {
    const page = await meet("Dora");
    await say(page, "/album");
    const album = page.getByRole("group", { name: "Album: 3" });
    await album.waitFor();
    expect(await page.locator("#log li", { has: album }).locator(".footer").count()).toBe(1);
    await say(page, "/files");
    const link = page.getByRole("link", { name: "roster.xlsx" });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe("roster.xlsx");
    expect(await readFile(await download.path(), "utf8")).toBe("PK roster");
    const pdf = page.getByRole("link", { name: "certificate.pdf" });
    expect([await pdf.getAttribute("target"), await pdf.getAttribute("download")]).toEqual(["_blank", null]);
    await expect.poll(() => page.evaluate("document.querySelector('audio').duration")).toBe(1);
  });

  test("lets nobody keep what is protected, and says so", async () => {
    const page = await meet("Prudence");
    await say(page, "/secret");
    await page.getByText("notes.txt").waitFor();
    await page.getByText("cannot be forwarded or saved").nth(1).waitFor();
    expect(await page.getByText("cannot be forwarded or saved").count()).toBe(2);
    expect(await page.getByRole("link", { name: "notes.txt" }).count()).toBe(0);
  });

  test("votes in polls, one answer or several, and takes the vote back", async () => {
    const page = await meet("Paula");
    await say(page, "/poll");
    const day = page.getByRole("group", { name: "В какой день удобнее?" });
    await day.getByRole("button", { name: "Суббота" }).click();
    await day.getByText("Суббота · your vote").waitFor();
    await day.getByText("100 %").waitFor();
    await day.getByRole("button", { name: "Take the vote back" }).click();
    await day.getByRole("button", { name: "Суббота" }).waitFor();
    const wishes = page.getByRole("group", { name: "Чего вам больше?" });
    await wishes.getByLabel("Театр").check();
    await wishes.getByLabel("Лекции").check();
    await wishes.getByRole("button", { name: "Vote" }).click();
    await wishes.getByText("Лекции · your vote").waitFor();
  });

  test("asks a poll", async () => {
    const page = await meet("Quentin");
    await page.getByRole("button", { name: "Attach" }).click();
    await page.getByRole("button", { name: "Poll", exact: true }).click();
    await page.getByLabel("Question").fill("When?");
    await page.getByRole("textbox", { name: "Answers" }).fill("Monday");
    await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
    await page.getByRole("textbox", { name: "Answers" }).fill("Monday\nTuesday");
    await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
    await page.getByText("Опрос: When?").waitFor();
  });

  test("tells everybody's id, for an operator to copy", async () => {
    const page = await meet("Ida");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const { id } = playground.telegram.person("Ida").user;
    await page
      .locator("#people-list")
      .getByRole("button", { name: `Copy the id ${id}` })
      .click();
    await page.locator("#toast", { hasText: "Copied" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(String(id));
  });
});
