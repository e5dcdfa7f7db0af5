import { beforeEach, describe, expect, it } from "vitest";
import type { Lane } from "../../bot/delivery/delivery.ts";
import { settle } from "../../bot/delivery/outcomes/record-outcomes-store.ts";
import { recover } from "../../bot/delivery/outcomes/recover-store.ts";
import { attempt, claim } from "../../bot/delivery/sending/claim-store.ts";
import { acquireLease, pauseLease, releaseLease } from "../../bot/delivery/sending/lease-store.ts";
import { beside } from "../support/addresses.ts";
import { testDatabase } from "../support/database.ts";
import { personRow } from "../support/factories/person.ts";
import { stoppedClock } from "../support/telegram.ts";
import { byTelegram, fateOf, post } from "./post-office.ts";

const { database } = await testDatabase();
const clock = stoppedClock();
const now = clock.now();
const ivan = { user: { id: 7 + beside } };
const ways = { now, ...byTelegram };

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE "Person", "Delivery", "Lease" CASCADE`;
  await database.person.create({ data: personRow(now, { id: 7n }) });
});

const claimAs = (holder: string, lane: Lane) =>
  claim(database, { holder, lane, most: 30, now, cityZone: "Europe/Moscow", ...byTelegram });

describe("after a crash", () => {
  it.each([
    ["urgent", false, 0, "pending"],
    ["bulk", false, 0, "pending"],
    ["urgent", true, 0, "pending"],
    ["normal", true, 3, "pending"],
    ["normal", true, 4, "uncertain"],
    ["bulk", true, 0, "uncertain"],
  ] as const)("a claimed %s one, attempted: %s, after %i attempts, is %s", async (lane, attempted, before, state) => {
    const key = await post(database, clock, ivan, "…", { lane });
    await database.delivery.update({ where: { dedupeKey: key }, data: { attempts: before } });
    const [claimed] = await claimAs("the dead", lane);
    if (claimed && attempted) await attempt(database, "the dead", [claimed.id], ways);
    const recovered = await recover(database, now);
    expect(recovered).toEqual({ pending: 0, uncertain: 0, [state]: 1 });
    expect(await fateOf(database, key)).toMatchObject({ state, attempts: before + (attempted ? 1 : 0) });
  });

  it("one that only seemed dead may not send what was taken from it", async () => {
    await post(database, clock, ivan, "…");
    const [claimed] = await claimAs("the slow", "normal");
    const ids = claimed ? [claimed.id] : [];
    await recover(database, now);
    expect(await attempt(database, "the slow", ids, ways)).toEqual(new Map());
    await claimAs("the new", "normal");
    expect(await attempt(database, "the slow", ids, ways)).toEqual(new Map());
    const way = { door: "telegram", chatId: String(ivan.user.id) };
    expect(await attempt(database, "the new", ids, ways)).toEqual(new Map(ids.map((id) => [id, way])));
  });

  it("an answer that comes after all settles what was uncertain", async () => {
    const key = await post(database, clock, ivan, "…", { lane: "bulk" });
    const [claimed] = await claimAs("the slow", "bulk");
    if (claimed === undefined) throw new Error("it was due");
    await attempt(database, "the slow", [claimed.id], ways);
    await recover(database, now);
    const settlement = { state: "sent", messageId: "5" } as const;
    const at = { door: "telegram", chatId: String(ivan.user.id) } as const;
    await settle(database, "the slow", [{ id: claimed.id, settlement, at }], now);
    expect(await database.delivery.findUnique({ where: { dedupeKey: key } })).toMatchObject({
      ...{ state: "sent", messageId: "5", ...at },
    });
  });

  it("what was cancelled while claimed is not sent", async () => {
    const key = await post(database, clock, ivan, "…");
    const [claimed] = await claimAs("a", "normal");
    await database.delivery.update({ where: { dedupeKey: key }, data: { state: "cancelled" } });
    expect(await attempt(database, "a", claimed ? [claimed.id] : [], ways)).toEqual(new Map());
  });
});

describe("claims", () => {
  it("give one delivery to one of many who ask at once", async () => {
    for (let n = 0; n < 40; n += 1) await post(database, clock, ivan, "…");
    const claims = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        claim(database, { holder: `${n}`, lane: "normal", most: 15, now, cityZone: "Europe/Moscow", ...byTelegram }),
      ),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
  });
});

describe("the lease", () => {
  it("has one holder of ten who ask at once", async () => {
    const names = Array.from({ length: 10 }, (_, n) => `holder ${n}`);
    const answers = await Promise.all(names.map((name) => acquireLease(database, name, 8_000)));
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1);
  });

  it("is renewed by its holder, and passes on when it is released or has run out", async () => {
    expect(await acquireLease(database, "a", 8_000)).toBe(0);
    expect(await acquireLease(database, "a", 8_000)).toBe(0);
    expect(await acquireLease(database, "b", 8_000)).toBeUndefined();
    await releaseLease(database, "a");
    // Already over: the column rounds to milliseconds.
    expect(await acquireLease(database, "b", -1)).toBe(0);
    expect(await acquireLease(database, "a", 8_000)).toBe(0);
  });

  it("hands on the silence that Telegram asked for, never a shorter one", async () => {
    await acquireLease(database, "a", 8_000);
    await pauseLease(database, "a", 300_000);
    await pauseLease(database, "a", 5_000);
    await pauseLease(database, "not the holder", 900_000);
    await releaseLease(database, "a");
    const paused = await acquireLease(database, "b", 8_000);
    expect(paused).toBeGreaterThan(290_000);
    expect(paused).toBeLessThanOrEqual(300_000);
  });
});
