import { expect, it } from "vitest";
import { accountOf } from "../../bot/doors/telegram/door.ts";
import { identify } from "../../bot/people/identify-store.ts";
import { activeReport } from "../../bot/reports/counting/active.ts";
import { countActive } from "../../bot/reports/counting/active-store.ts";
import { spanOf } from "../../bot/reports/counting/span.ts";
import { words } from "../support/city.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";

const { database } = await testDatabase();
const { now, timeZone } = evening;
const week = spanOf("week", now, timeZone);
const year = spanOf("year", now, timeZone);

it("people are counted once on each day of the city, however often and by however many ways they come at once", async () => {
  const city = (day: string) => ({ zone: timeZone, day });
  const comes = (userId: number, at: string, day: string) =>
    identify(database, {
      ...accountOf({ id: userId }),
      chatId: String(userId),
      key: "telegram:1",
      firstName: "А",
      language: "ru",
      now: new Date(at),
      city: city(day),
      mayIntroduce: true,
    });
  await comes(30, "2026-11-18T20:30:00Z", "2026-11-18");
  // Half an hour later it is another day in Kazan.
  await Promise.all(Array.from({ length: 8 }, () => comes(30, "2026-11-18T21:10:00Z", "2026-11-19")));
  await comes(30, "2026-11-19T15:00:00Z", "2026-11-19");
  await Promise.all(Array.from({ length: 8 }, () => comes(31, "2026-11-19T15:00:00Z", "2026-11-19")));
  const counted = await countActive(database, week);
  expect(counted).toEqual([
    { day: "2026-11-18", people: 1 },
    { day: "2026-11-19", people: 2 },
  ]);
  const { plot, lines } = activeReport(counted, year, words.for("en"));
  expect(plot.shape).toBe("curve");
  expect(plot.series[0]?.values.slice(-2)).toEqual([0, 2]);
  expect(lines[0]).toBe("On average a day: 2.");
});
