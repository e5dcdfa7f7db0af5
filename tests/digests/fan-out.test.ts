import { beforeEach, describe, expect, it } from "vitest";
import { findDigest, setDigest, stopDigest } from "../../bot/digests/digest-store.ts";
import { fanOutDigests } from "../../bot/digests/fan-out-store.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { personRow } from "../support/factories/person.ts";
import { everyDay, meet, moscow, outboxOf, type Someone } from "./people.ts";

const { database } = await testDatabase();

const at = (time: string) => ({ now: new Date(`2026-11-20T${time}:00+03:00`), cityZone: moscow });
const dayBefore = { now: new Date("2026-11-19T20:00:00+03:00"), cityZone: moscow };

/** Somebody in Moscow who wants a digest each day from the 20th on. */
async function reader(someone: Someone, hour = 10): Promise<number> {
  await meet(database, { timeZone: moscow, ...someone });
  await setDigest(database, someone.id, everyDay(hour), { now: new Date("2026-11-19T21:00:00Z"), cityZone: moscow });
  return someone.id;
}

beforeEach(async () => {
  await database.person.deleteMany();
});

describe("fan-out", () => {
  it("puts what is due into the outbox and moves it on", async () => {
    const id = await reader({ id: 1 });
    expect(await fanOutDigests(database, at("09:59"))).toEqual({ enqueued: 0, skipped: 0 });
    expect(await fanOutDigests(database, at("10:00"))).toEqual({ enqueued: 1, skipped: 0 });
    expect(await outboxOf(database, id)).toMatchObject([
      {
        kind: "digest",
        lane: "bulk",
        state: "pending",
        payload: { cadence: "daily", sections: [] },
        dueAt: at("10:00").now,
        expiresAt: at("12:00").now,
      },
    ]);
    expect((await findDigest(database, id))?.nextAt).toEqual(new Date("2026-11-21T07:00:00Z"));
    expect(await fanOutDigests(database, at("10:15"))).toEqual({ enqueued: 0, skipped: 0 });
  });

  it("sends to each once when two instances work at the same time", async () => {
    const people = Array.from({ length: 300 }, (_, index) => index + 1);
    for (const id of people) await database.person.create({ data: personRow(evening.now, { id: BigInt(id) }) });
    await database.digest.createMany({
      data: people.map((id) => ({
        personId: BigInt(id),
        cadence: "daily" as const,
        hour: 10,
        nextAt: at("10:00").now,
      })),
    });
    const runs = await Promise.all(Array.from({ length: 4 }, () => fanOutDigests(database, at("10:00"))));
    expect(runs.reduce((sum, { enqueued }) => sum + enqueued, 0)).toBe(300);
    const sent = await database.delivery.groupBy({ by: ["personId"], _count: true });
    expect(sent.map(({ _count }) => _count)).toEqual(people.map(() => 1));
  });

  it("never stores one slot twice, even if it were due again", async () => {
    const id = await reader({ id: 1 });
    await fanOutDigests(database, at("10:00"));
    await database.digest.update({ where: { personId: BigInt(id) }, data: { nextAt: at("10:00").now } });
    expect(await fanOutDigests(database, at("10:30"))).toEqual({ enqueued: 0, skipped: 1 });
    expect(await outboxOf(database, id)).toHaveLength(1);
  });

  it("sends one and not three after days off, that of today", async () => {
    const id = await reader({ id: 1 });
    const later = { now: new Date("2026-11-22T11:30:00+03:00"), cityZone: moscow };
    expect(await fanOutDigests(database, later)).toEqual({ enqueued: 1, skipped: 0 });
    expect(await outboxOf(database, id)).toMatchObject([{ dueAt: new Date("2026-11-22T10:00:00+03:00") }]);
    expect((await findDigest(database, id))?.nextAt).toEqual(new Date("2026-11-23T07:00:00Z"));
  });

  it("passes over those who blocked the bot and goes on with their next one", async () => {
    const id = await reader({ id: 1, blockedAt: dayBefore.now });
    expect(await fanOutDigests(database, at("10:00"))).toEqual({ enqueued: 0, skipped: 1 });
    expect((await findDigest(database, id))?.nextAt).toEqual(new Date("2026-11-21T07:00:00Z"));
  });
});

describe("a digest missed while the program was down", () => {
  const off = null;
  const night: [number, number] = [22 * 60, 8 * 60];
  it.each([
    { hour: 8, quiet: off, caughtUpAt: "11:59", skippedAt: "12:00", rule: "until noon" },
    { hour: 11, quiet: off, caughtUpAt: "12:59", skippedAt: "13:00", rule: "for two hours near noon" },
    { hour: 18, quiet: off, caughtUpAt: "19:59", skippedAt: "20:00", rule: "for two hours in the evening" },
    {
      hour: 20,
      quiet: [21 * 60, 480] as [number, number],
      caughtUpAt: "20:59",
      skippedAt: "21:00",
      rule: "not into quiet hours",
    },
    {
      hour: 6,
      quiet: night,
      caughtUpAt: "11:00",
      skippedAt: "12:00",
      rule: "as ever if its hour is a quiet one by choice",
    },
  ])("is caught up $rule", async ({ hour, quiet, caughtUpAt, skippedAt }) => {
    await reader({ id: 1, quiet }, hour);
    expect(await fanOutDigests(database, at(caughtUpAt))).toEqual({ enqueued: 1, skipped: 0 });
    const [delivery] = await outboxOf(database, 1);
    expect(delivery?.expiresAt).toEqual(at(skippedAt).now);

    await database.digest.deleteMany();
    await database.delivery.deleteMany();
    await setDigest(database, 1, everyDay(hour), { now: new Date("2026-11-19T21:00:00Z"), cityZone: moscow });
    expect(await fanOutDigests(database, at(skippedAt))).toEqual({ enqueued: 0, skipped: 1 });
    expect((await findDigest(database, 1))?.nextAt.getUTCDate()).toBe(21);
  });

  it("goes by noon where the person is", async () => {
    await meet(database, { id: 1, timeZone: "Asia/Vladivostok" });
    await setDigest(database, 1, everyDay(10), dayBefore);
    // 10:00 there is 03:00 in Moscow, noon there is 05:00.
    expect(await fanOutDigests(database, at("04:59"))).toEqual({ enqueued: 1, skipped: 0 });
  });
});

it("a digest that waits in the outbox is not sent after the person stopped it", async () => {
  const id = await reader({ id: 1 });
  await fanOutDigests(database, at("10:00"));
  await stopDigest(database, id, at("10:01").now);
  expect(await outboxOf(database, id)).toMatchObject([{ state: "cancelled", reason: "digest stopped" }]);
});
