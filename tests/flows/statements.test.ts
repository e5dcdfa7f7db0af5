import type { Update } from "grammy/types";
import { beforeAll, expect, it } from "vitest";
import { plantDemoCity } from "../../prisma/seed/plant-store.ts";
import { openCity } from "../support/city.ts";
import { testDatabase } from "../support/database.ts";
import { anotherBot } from "./drive.ts";

const city = openCity({ plant: false });
const statements: string[] = [];
let handle: (update: Update) => Promise<void>;
let updateId = 700_000;

beforeAll(async () => {
  const { database } = await testDatabase({ onStatement: (sql) => statements.push(sql) });
  await plantDemoCity(database, { now: city.clock.now(), timeZone: "Europe/Moscow" });
  const services = { ...city.services, database };
  handle = anotherBot({ ...city, services }).handler.handle;
  await says("/start");
});

const user = () => city.telegram.person("Иван", { languageCode: "ru", hasStarted: true }).user;
const chat = () => ({ id: user().id, type: "private" as const, first_name: "Иван" });

async function counted(update: object): Promise<number> {
  statements.length = 0;
  updateId += 1;
  await handle({ update_id: updateId, ...update } as Update);
  // Receipts are written for all updates of 20 ms at once: under load a tenth of a statement each.
  return statements.filter((sql) => !sql.includes('UpdateReceipt" (')).length;
}

const message = () => ({ message_id: 1, date: 0, chat: chat(), from: user() });

const says = (text: string) =>
  counted({
    message: {
      ...message(),
      text,
      ...(text.startsWith("/") && {
        entities: [{ type: "bot_command", offset: 0, length: text.split(" ")[0]?.length }],
      }),
    },
  });

const taps = (data: string) =>
  counted({
    callback_query: { id: "1", from: user(), chat_instance: "1", data, message: { ...message(), text: "…" } },
  });

it.each(["/tonight", "/tomorrow", "/archive", "/settings", "/help", "/privacy", "/start", "/cancel"])(
  "%s costs two statements at most",
  async (command) => {
    expect(await says(command)).toBeLessThanOrEqual(2);
  },
);

it.each([
  ["a list", "l:t~~0"],
  ["another page", "l:t~~1"],
  ["a filtered list", "l:t~s1f~0"],
  ["a group of filters", "fg:0~t~~0"],
  ["the calendar", "d:~"],
  ["a card", "c:1n~l:t~~0"],
  ["a calendar file", "ic:1n"],
  ["a map", "mp:1n"],
  ["the menu", "m:"],
  ["courses of a subject", "bl:0.0"],
  ["the subjects", "ba:"],
  ["a course", "bc:1.0"],
  ["a group", "bg:1"],
  ["one's own classes", "em:"],
])("%s costs two statements at most", async (_, data) => {
  expect(await taps(data)).toBeLessThanOrEqual(2);
});

it("the weekend's overview and the panel of filters cost three: what they count comes from two tables", async () => {
  const costs = [await says("/weekend"), await taps("f:t~s1f~0")];
  expect(Math.max(...costs)).toBeLessThanOrEqual(3);
});

it("one's own plans cost four, with the evenings that are kept", async () => {
  expect(await says("/my")).toBeLessThanOrEqual(4);
});

it("other dates cost three: the card they lead back to as well", async () => {
  expect(await taps("o:1n.0~")).toBeLessThanOrEqual(3);
});

it("what is like an event costs three: the event, and a page of what is like it", async () => {
  expect(await taps("cs:1n~0")).toBeLessThanOrEqual(3);
});

it("a search that finds at once costs ten, with courses, news, what is always there and collections looked for, the words remembered, and a look for an answer of late", async () => {
  expect(await says("джаз")).toBeLessThanOrEqual(10);
});

it("a dialogue costs four at most, each step of it", async () => {
  const steps = [await taps("er:"), await says("нет")];
  expect(Math.max(...steps)).toBeLessThanOrEqual(4);
});

// Places have to be given to others first, and what is being done as staff is waited for; it happens once in a life.
it("erasing a person costs seventeen at most", async () => {
  expect(await says("удалить")).toBeLessThanOrEqual(17);
});

it("what is nearest, where nothing is near, costs one more", async () => {
  expect(await taps("l:Nbync.5ik0.3~~0")).toBeLessThanOrEqual(3);
});
