import { beforeAll, describe, expect, inject, it } from "vitest";
import { systemClock } from "../../bot/schedule/clock.ts";
import { afternoonZone, buildCity } from "../load/bench/city.ts";
import { tapUnderBulk } from "../load/bench/taps.ts";
import { createMigrated, plantDemo } from "../load/demo-database.ts";
import { endureHostility } from "../load/torture/hostile/hostile.ts";
import { killRepeatedly } from "../load/torture/updates/kill.ts";
import { briefTroubles, troubleTelegram } from "../load/torture/updates/telegram-faults.ts";
import { terminateRepeatedly } from "../load/torture/updates/terminate.ts";

/** Small forms of `npm run torture`, with the bot as a process of its own. */
let fresh: () => Promise<string>;
beforeAll(async () => {
  fresh = await plantDemo(inject("postgres"));
});

const { random } = Math;
const whole = { lost: 0, outOfOrder: 0, refused: 0 };

describe.each(["polling", "webhook"] as const)("by %s, while people go on asking", (mode) => {
  it("kill -9 loses nothing and counts nothing twice", async () => {
    const killed = await killRepeatedly(await fresh(), { mode, kills: 1, people: 10, perSecond: 20, random });
    expect(killed).toMatchObject({ ...whole, peopleCounted: 10, receipts: killed.said, countedTwice: 0 });
  });

  it("SIGTERM finishes what is in hand and says nothing twice", async () => {
    const ended = await terminateRepeatedly(await fresh(), { mode, stops: 1, people: 10, perSecond: 20 });
    // A stop that takes longer than ten seconds ends with 1.
    expect(ended).toMatchObject({ ...whole, saidTwice: 0, codes: [0] });
  });
});

it("survives what Telegram does to it, and answers everything afterwards", async () => {
  const troubles = briefTroubles.map((trouble) => ({ ...trouble, lasts: 300 }));
  const all = await troubleTelegram(await fresh(), troubles, { mode: "webhook", people: 10, perSecond: 20 });
  expect(all).toEqual(troubles.map(({ name }) => expect.objectContaining({ name, ...whole, lives: true })));
});

it("answers those who tap while an announcement goes out, and not behind it", async () => {
  const url = await createMigrated(inject("postgres"));
  const zone = afternoonZone(systemClock.now());
  // At thirty a second it goes on for longer than this test may.
  const people = 6_000;
  await buildCity(url, { events: 300, people }, zone);
  const { walk, bulkPerSecond, waiting, refused } = await tapUnderBulk(url, zone, {
    people,
    tapping: 20,
    rate: 30,
    seconds: 2,
  });
  expect(walk.waits).toHaveLength(walk.updates);
  // Most of the announcement is still to come.
  expect(waiting).toBeGreaterThan(people / 2);
  expect(bulkPerSecond).toBeGreaterThan(0);
  expect(refused).toBe(0);
});

it("answers hostile people and outlives malformed updates", async () => {
  // A fixed seed keeps this run alike every time; `npm run torture` draws a new one.
  const seed = 896385310;
  const endured = await endureHostility(await fresh(), { acts: 200, malformed: 400, people: 20, seed });
  expect(endured, `seed ${seed}`).toMatchObject({ unanswered: [], stray: 0, violations: [], errors: [], lives: true });
  // What is not confirmed would come again for ever.
  expect(endured.statuses).not.toHaveProperty("500");
});
