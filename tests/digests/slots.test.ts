import { describe, expect, it } from "vitest";
import type { DigestSettings } from "../../bot/digests/digest.ts";
import { findDigest, rescheduleDigest, setDigest, stopDigest } from "../../bot/digests/digest-store.ts";
import { testDatabase } from "../support/database.ts";
import { everyDay, meet, moscow } from "./people.ts";

const { database } = await testDatabase();
let id = 100;

/** Fridays unless told otherwise. */
const onceAWeek = (hour: number, weekday = 5): DigestSettings => ({
  cadence: "weekly",
  hour,
  weekday,
  sections: [],
  hasPictures: true,
});

describe("the next digest", () => {
  it.each([
    // 20 November 2026 is a Friday.
    ["later today", everyDay(10), moscow, "2026-11-20T06:59:59Z", "2026-11-20T07:00:00Z"],
    ["tomorrow, at the very minute", everyDay(10), moscow, "2026-11-20T07:00:00Z", "2026-11-21T07:00:00Z"],
    [
      "today where the city has tomorrow",
      everyDay(23),
      "America/New_York",
      "2026-11-21T01:00:00Z",
      "2026-11-21T04:00:00Z",
    ],
    ["at half past of the city", everyDay(10), "Asia/Kolkata", "2026-11-20T03:00:00Z", "2026-11-20T04:30:00Z"],
    ["at midnight", everyDay(0), moscow, "2026-11-20T20:30:00Z", "2026-11-20T21:00:00Z"],
    ["over the end of February", everyDay(9), moscow, "2028-02-29T07:00:00Z", "2028-03-01T06:00:00Z"],
    ["this week's day", onceAWeek(10), moscow, "2026-11-18T12:00:00Z", "2026-11-20T07:00:00Z"],
    ["a week later once it is over", onceAWeek(10), moscow, "2026-11-20T08:00:00Z", "2026-11-27T07:00:00Z"],
    ["on Monday after Sunday", onceAWeek(7, 1), moscow, "2026-11-22T20:00:00Z", "2026-11-23T04:00:00Z"],
    // Berlin: 28 March 2027, 02:00 becomes 03:00; 25 October 2026, 03:00 becomes 02:00.
    [
      "the same hour after the clocks go forward",
      everyDay(10),
      "Europe/Berlin",
      "2027-03-27T10:00:00Z",
      "2027-03-28T08:00:00Z",
    ],
    [
      "the same hour after the clocks go back",
      everyDay(10),
      "Europe/Berlin",
      "2026-10-24T09:00:00Z",
      "2026-10-25T09:00:00Z",
    ],
    [
      "an hour later where the clock jumps over it",
      everyDay(2),
      "Europe/Berlin",
      "2027-03-27T10:00:00Z",
      "2027-03-28T01:00:00Z",
    ],
    ["once where the hour comes twice", everyDay(2), "Europe/Berlin", "2026-10-24T10:00:00Z", "2026-10-25T01:00:00Z"],
    [
      "not again within the second of the two hours",
      everyDay(2),
      "Europe/Berlin",
      "2026-10-25T01:00:00Z",
      "2026-10-26T01:00:00Z",
    ],
    [
      "over a week with a change of the clocks",
      onceAWeek(10, 7),
      "Europe/Berlin",
      "2027-03-21T12:00:00Z",
      "2027-03-28T08:00:00Z",
    ],
    [
      "half an hour later on Lord Howe",
      everyDay(2),
      "Australia/Lord_Howe",
      "2026-10-03T00:00:00Z",
      "2026-10-03T15:30:00Z",
    ],
  ])("comes %s", async (_, settings, timeZone, now, next) => {
    id += 1;
    await meet(database, { id, timeZone });
    const digest = await setDigest(database, id, settings, { now: new Date(now), cityZone: "Asia/Tokyo" });
    expect(digest?.nextAt).toEqual(new Date(next));
    expect(await findDigest(database, id)).toEqual({ ...settings, nextAt: new Date(next) });
  });

  it("follows the city for those without a zone of their own, and moves when they have one", async () => {
    const here = { now: new Date("2026-11-20T00:00:00Z"), cityZone: moscow };
    await meet(database, { id: 1 });
    expect((await setDigest(database, 1, everyDay(10), here))?.nextAt).toEqual(new Date("2026-11-20T07:00:00Z"));
    await database.person.update({ where: { id: 1n }, data: { timeZone: "Asia/Yekaterinburg" } });
    await rescheduleDigest(database, 1, here);
    expect((await findDigest(database, 1))?.nextAt).toEqual(new Date("2026-11-20T05:00:00Z"));
  });

  it("is set as a whole again, stopped, and not set for somebody unknown", async () => {
    const here = { now: new Date("2026-11-20T00:00:00Z"), cityZone: moscow };
    await meet(database, { id: 2 });
    const weekly: DigestSettings = {
      cadence: "weekly",
      hour: 18,
      weekday: 4,
      sections: ["music", "cinema"],
      hasPictures: true,
    };
    await setDigest(database, 2, everyDay(10), here);
    await setDigest(database, 2, weekly, here);
    expect(await stopDigest(database, 2, here.now)).toEqual(weekly);
    expect(await stopDigest(database, 2, here.now)).toBeNull();
    expect(await findDigest(database, 2)).toBeNull();
    expect(await setDigest(database, 404, weekly, here)).toBeNull();
  });
});
