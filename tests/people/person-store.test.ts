import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../bot/database/database.ts";
import { receive } from "../../bot/people/arrival-store.ts";
import { findKept, forget, markBlocked, setLanguage } from "../../bot/people/person-store.ts";
import { testDatabase } from "../support/database.ts";

const now = new Date("2026-11-20T14:30:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
/** Telegram's ids have up to 52 bits. */
const userId = 2 ** 52 - 1;

const today = { zone: "Europe/Moscow", day: "2026-11-20" };

const statements: string[] = [];
let database: Database;

beforeAll(async () => {
  ({ database } = await testDatabase({ onStatement: (sql) => statements.push(sql) }));
});

beforeEach(async () => {
  await database.person.deleteMany();
  await database.dialogue.deleteMany();
  statements.length = 0;
});

const arrives = (changes: Partial<Parameters<typeof receive>[1]> = {}) =>
  receive(database, {
    updateId: 1,
    userId,
    firstName: "Алсу",
    language: "tt",
    now,
    city: today,
    mayIntroduce: true,
    ...changes,
  });

describe("somebody who writes", () => {
  it("for the first time is made known, in the language of their Telegram", async () => {
    const { person, seen } = await arrives();
    expect(person).toMatchObject({ id: userId, language: "tt", firstName: "Алсу", timeZone: null, isNew: true });
    expect(seen).toBe(false);
    expect(statements).toHaveLength(2);
  });

  it("again costs one statement and keeps the language they chose", async () => {
    await arrives();
    await setLanguage(database, userId, "en");
    statements.length = 0;
    const { person } = await arrives({ updateId: 2, language: "ru", now: later(59) });
    expect(person).toMatchObject({ language: "en", isNew: false });
    expect(statements).toHaveLength(1);
  });

  it("after an hour or under another name is noted", async () => {
    await arrives();
    await arrives({ now: later(61) });
    expect(await findKept(database, userId)).toMatchObject({ lastSeenAt: later(61), firstSeenAt: now });
    await arrives({ firstName: "Алсу Г.", now: later(62) });
    expect(await findKept(database, userId)).toMatchObject({ firstName: "Алсу Г." });
  });

  it("from two phones at once is one person", async () => {
    const arrivals = await Promise.all(Array.from({ length: 8 }, (_, updateId) => arrives({ updateId })));
    expect(arrivals).toHaveLength(8);
    expect(await database.person.count()).toBe(1);
  });
});

it("everybody who comes at once is found as who they are, by one statement", async () => {
  const everybody = Array.from({ length: 20 }, (_, index) => ({ userId: 100 + index, updateId: 200 + index }));
  for (const { userId } of everybody) await arrives({ userId, firstName: `Житель ${userId}` });
  await setLanguage(database, 107, "en");
  await database.dialogue.create({ data: { key: "111", state: { step: 3 }, updatedAt: now } });
  await database.$executeRaw`INSERT INTO "UpdateReceipt" ("updateId") VALUES (213)`;
  statements.length = 0;
  const arrivals = await Promise.all(everybody.map((each) => arrives({ ...each, firstName: `Житель ${each.userId}` })));
  expect(arrivals.map(({ person }) => person.id)).toEqual(everybody.map(({ userId }) => userId));
  expect(arrivals.filter(({ person }) => person.language === "en").map(({ person }) => person.id)).toEqual([107]);
  expect(arrivals.flatMap(({ dialogue }) => dialogue ?? [])).toEqual([{ step: 3 }]);
  expect(arrivals[11]?.dialogue).toEqual({ step: 3 });
  expect(arrivals.map(({ seen }) => seen).indexOf(true)).toBe(13);
  expect(statements).toHaveLength(1);
});

it("a forged id, too large for any column, is refused without those who come at the same time", async () => {
  const [forged, honest] = await Promise.allSettled([arrives({ userId: 2 ** 80 }), arrives({ updateId: 2 })]);
  expect([forged.status, honest.status]).toEqual(["rejected", "fulfilled"]);
});

it("somebody who comes back does not wait while something is put into the outbox for them", async () => {
  await arrives();
  await database.$transaction(async (tx) => {
    // What the foreign key of a delivery takes, until the last of 25,000 is in.
    await tx.$executeRaw`SELECT 1 FROM "Person" FOR KEY SHARE`;
    await arrives({ now: later(61) });
  });
  expect(await findKept(database, userId)).toMatchObject({ lastSeenAt: later(61) });
});

it("tells an update that was handled before", async () => {
  await database.$executeRaw`INSERT INTO "UpdateReceipt" ("updateId") VALUES (77)`;
  expect((await arrives({ updateId: 77 })).seen).toBe(true);
  expect((await arrives({ updateId: 78 })).seen).toBe(false);
});

it("blocked is marked, back is unmarked, and a stranger stays one", async () => {
  await arrives();
  await markBlocked(database, userId, true, now);
  await markBlocked(database, 5, true, now);
  expect(await database.person.findMany({ select: { id: true, blockedAt: true } })).toEqual([
    { id: BigInt(userId), blockedAt: now },
  ]);
  await arrives({ now: later(1) });
  expect(await database.person.count({ where: { blockedAt: null } })).toBe(1);
});

it("forgetting takes the person and the running dialogue, nobody else's", async () => {
  await arrives();
  await arrives({ userId: 5 });
  await database.dialogue.createMany({
    data: [
      { key: String(userId), state: {}, updatedAt: now },
      { key: "5", state: {}, updatedAt: now },
    ],
  });
  await forget(database, userId, later(1));
  expect(await findKept(database, userId)).toBeNull();
  expect(await database.dialogue.findMany({ select: { key: true } })).toEqual([{ key: "5" }]);
  expect(await findKept(database, 5)).not.toBeNull();
  await forget(database, userId, later(1));
});
