import { beforeAll, expect, inject, it } from "vitest";
import { plantDemo } from "../load/demo-database.ts";
import { flood } from "../load/torture/flood.ts";

let fresh: () => Promise<string>;
beforeAll(async () => {
  fresh = await plantDemo(inject("postgres"));
});

it.each([
  ["polling", 20],
  ["polling", 0],
  ["webhook", 20],
] as const)(
  "by %s, a hundred messages of one person hold up nobody else; %i at once are let in",
  async (mode, burst) => {
    const { alone, beside, slowDowns } = await flood(await fresh(), { mode, messages: 100, others: 2, burst });
    // By webhook Telegram itself lets them wait for each other.
    expect(slowDowns).toBe(mode === "polling" && burst > 0 ? 1 : 0);
    // Behind the hundred, Telegram takes a second for each of eighty: twenty times as long as without them.
    expect(beside).toBeLessThan(Math.max(10_000, 5 * alone));
  },
);
