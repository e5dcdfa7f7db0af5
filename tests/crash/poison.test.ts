import { beforeAll, expect, inject, it } from "vitest";
import { plantDemo } from "../load/demo-database.ts";
import { poison } from "../load/torture/poison.ts";

let fresh: () => Promise<string>;
beforeAll(async () => {
  fresh = await plantDemo(inject("postgres"));
});

// By webhook too in `npm run torture -- --only poison-update`: the program is started five times.
it("a message of which the program dies is given up after three deaths, and everybody else is answered", async () => {
  const { told, ...account } = await poison(await fresh(), { mode: "polling", people: 10, perSecond: 20 });
  expect(account).toMatchObject({ deaths: 3, lost: 0, refused: 0, outOfOrder: 0, staffTold: 1, begun: 0 });
  expect(told).toMatch(/^Я несколько раз споткнулся об это сообщение/);
}, 400_000);
