import { beforeAll, expect, inject, it } from "vitest";
import { plantDemo } from "../load/demo-database.ts";
import { flood } from "../load/torture/updates/flood.ts";

let fresh: () => Promise<string>;
beforeAll(async () => {
  fresh = await plantDemo(inject("postgres"));
});

// By webhook, and without a limit, in `npm run torture -- --only flood`; the poison update in `-- --only poison-update`.
it("a hundred messages of one person hold up nobody else by polling", async () => {
  const { alone, beside, slowDowns } = await flood(await fresh(), {
    mode: "polling",
    messages: 100,
    others: 2,
    burst: 20,
  });
  expect(slowDowns).toBe(1);
  // Behind the hundred, Telegram takes a second for each of eighty: twenty times as long as without them.
  expect(beside).toBeLessThan(Math.max(10_000, 5 * alone));
});
