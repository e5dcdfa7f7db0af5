import type { Update } from "grammy/types";
import { describe, expect, it, vi } from "vitest";
import { ComesAgain } from "../../../bot/doors/telegram/attempts/comes-again.ts";
import type { HandlerDeps } from "../../../bot/doors/telegram/intake/update-handler.ts";
import { updateKey } from "../../../bot/doors/telegram/intake/updates.ts";
import { redraws } from "../../../flows/bot.ts";
import { openCity } from "../../support/city.ts";
import { message, nextId, openHandler, says, someone, tap, texts } from "./by-hand.ts";

const city = openCity();
const person = (name: string) => someone(city, name);
const open = (options?: Partial<HandlerDeps>) => openHandler(city, options);

const slowDown =
  "That is more than I can take in at once. Please go a little slower – in half a minute I will be glad to go on.";

describe("a budget a person", () => {
  it("lets a few wait at once, and one a second; what is over is told once, and costs nothing but its receipt", async () => {
    const { handler } = open({ burst: 3 });
    const [anna, boris] = [person("Anna"), person("Boris")];
    await anna.says("/start");
    await boris.says("/start");
    const [since, others] = [anna.chat.length, boris.chat.length];
    const many = Array.from({ length: 30 }, () => says(anna, "/help"));
    await Promise.all(many.map((update) => handler.finish(update)));
    await handler.finish(says(boris, "/help"));
    await handler.idle();
    // Two wait for nothing, and three are the budget.
    expect(texts(anna, since).sort()).toEqual([slowDown, ...Array(5).fill("What I can do")].sort());
    expect(texts(boris, others)).toEqual(["What I can do"]);
    const receipts = await city.services.database.updateReceipt.count({
      where: { key: { in: many.map(({ update_id }) => updateKey(update_id)) } },
    });
    expect(receipts).toBe(30);
    city.clock.advance({ seconds: 2 });
    const later = anna.chat.length;
    await Promise.all(Array.from({ length: 10 }, () => handler.finish(says(anna, "/help"))));
    await handler.idle();
    expect(texts(anna, later)).toEqual(Array(4).fill("What I can do"));
  });

  it("asks nobody to slow down who waits for the answers, however many there are", async () => {
    const { handler } = open({ burst: 1 });
    const anna = person("Anna");
    await anna.says("/start");
    const since = anna.chat.length;
    for (let n = 0; n < 40; n += 1) await handler.finish(says(anna, "/help"));
    expect(texts(anna, since)).toEqual(Array(40).fill("What I can do"));
  });

  it("leaves no button spinning, and weighs nothing twice that comes again", async () => {
    const { handler, bot } = open({ burst: 1 });
    const anna = person("Anna");
    const update = says(anna, "/help");
    vi.spyOn(bot, "handleUpdate").mockRejectedValueOnce(new TypeError("timeout exceeded when trying to connect"));
    await expect(handler.handle(update)).rejects.toThrow(ComesAgain);
    const since = anna.chat.length;
    await handler.handle(update);
    expect(texts(anna, since)).toEqual(["What I can do"]);
    const answered = city.telegram.calls.filter(({ method }) => method === "answerCallbackQuery").length;
    await Promise.all(Array.from({ length: 6 }, () => handler.finish(tap(anna, "m:"))));
    await handler.idle();
    const calls = city.telegram.calls.filter(({ method }) => method === "answerCallbackQuery");
    expect(calls.length - answered).toBe(6);
  });

  it("does not count what a group says to itself, and counts inline queries apart", async () => {
    const { handler } = open({ burst: 1 });
    const anna = person("Anna");
    const group = { id: -77, type: "supergroup" as const, title: "Yard" };
    for (let n = 0; n < 5; n += 1) await handler.finish(message(anna, { text: "hello", chat: group }));
    for (let n = 0; n < 5; n += 1) {
      const query = { id: "1", from: anna.user, query: "jazz", offset: "" };
      await handler.finish({ update_id: nextId(), inline_query: query } as Update);
    }
    const since = anna.chat.length;
    await Promise.all(Array.from({ length: 3 }, () => handler.finish(says(anna, "/help"))));
    expect(texts(anna, since)).toEqual(Array(3).fill("What I can do"));
  });
});

describe("presses that wait behind each other", () => {
  it("and only draw the same message anew are one press: the last", async () => {
    const { handler } = open({ redraws });
    const anna = person("Anna");
    await anna.says("/tonight");
    const edits = () => city.telegram.calls.filter(({ method }) => method === "editMessageText").length;
    const before = edits();
    const presses = ["l:m~~0", "l:w~~0", "l:t~~0", "l:m~~0"].map((data) => tap(anna, data));
    await Promise.all(presses.map((press) => handler.finish(press)));
    expect(edits() - before).toBeLessThanOrEqual(2);
    expect(anna.latest?.text).toContain("Tomorrow");
  });

  it("are all done when one of them does more than that", async () => {
    const { handler } = open({ redraws });
    const anna = person("Anna");
    await anna.says("/tonight");
    const since = anna.chat.length;
    const presses = ["ic:1n", "ic:1n", "l:m~~0"].map((data) => tap(anna, data));
    await Promise.all(presses.map((press) => handler.finish(press)));
    expect(anna.chat.length - since).toBe(2);
  });
});
