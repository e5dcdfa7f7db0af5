import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../bot/database/database.ts";
import { accountOf, chatKey } from "../../bot/doors/telegram/door.ts";
import { updateKey } from "../../bot/doors/telegram/intake/updates.ts";
import { findPersonId, markBlocked } from "../../bot/people/address-store.ts";
import { identify } from "../../bot/people/identify-store.ts";
import { nobody, setLanguage } from "../../bot/people/person-store.ts";
import { forget } from "../../bot/privacy/erase-store.ts";
import { findKept } from "../../bot/privacy/kept-store.ts";
import { testDatabase } from "../support/database.ts";
import { addressRow, personRow } from "../support/factories/person.ts";

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

interface Changes extends Partial<Parameters<typeof identify>[1]> {
  userId?: number;
  updateId?: number;
}

const arrives = ({ userId: id = userId, updateId = 1, ...changes }: Changes = {}) =>
  identify(database, {
    ...accountOf({ id }),
    chatId: String(id),
    key: updateKey(updateId),
    firstName: "Алсу",
    language: "tt",
    now,
    city: today,
    mayIntroduce: true,
    ...changes,
  });

/** What the bot calls them. */
const idOf = async (id = userId) => (await findPersonId(database, accountOf({ id }))) ?? 0;

describe("somebody who writes", () => {
  it("for the first time is made known, in the language of their Telegram", async () => {
    const { person, seen } = await arrives();
    // An id of their own, above all that Telegram gives.
    expect(person.id).toBeGreaterThanOrEqual(2 ** 52);
    expect(Number.isSafeInteger(person.id)).toBe(true);
    expect(person).toMatchObject({ id: await idOf(), language: "tt", firstName: "Алсу", timeZone: null, isNew: true });
    expect(seen).toBe(false);
    expect(statements).toHaveLength(3);
  });

  it("again costs one statement and keeps the language they chose", async () => {
    await arrives();
    await setLanguage(database, await idOf(), "en");
    statements.length = 0;
    const { person } = await arrives({ updateId: 2, language: "ru", now: later(59) });
    expect(person).toMatchObject({ language: "en", isNew: false });
    expect(statements).toHaveLength(1);
  });

  it("after an hour or under another name is noted", async () => {
    await arrives();
    await arrives({ now: later(61) });
    expect(await findKept(database, await idOf())).toMatchObject({ lastSeenAt: later(61), firstSeenAt: now });
    await arrives({ firstName: "Алсу Г.", now: later(62) });
    expect(await findKept(database, await idOf())).toMatchObject({ firstName: "Алсу Г." });
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
  await setLanguage(database, await idOf(107), "en");
  await database.dialogue.create({ data: { key: chatKey({ id: 111 }), state: { step: 3 }, updatedAt: now } });
  await database.$executeRaw`INSERT INTO "UpdateReceipt" ("key") VALUES (${updateKey(213)})`;
  const ids = await Promise.all(everybody.map(({ userId }) => idOf(userId)));
  statements.length = 0;
  const arrivals = await Promise.all(everybody.map((each) => arrives({ ...each, firstName: `Житель ${each.userId}` })));
  expect(arrivals.map(({ person }) => person.id)).toEqual(ids);
  expect(arrivals.filter(({ person }) => person.language === "en").map(({ person }) => person.id)).toEqual([ids[7]]);
  expect(arrivals.flatMap(({ dialogue }) => dialogue ?? [])).toEqual([{ step: 3 }]);
  expect(arrivals[11]?.dialogue).toEqual({ step: 3 });
  expect(arrivals.map(({ seen }) => seen).indexOf(true)).toBe(13);
  expect(statements).toHaveLength(1);
});

it("a forged id, however large, is no trouble for those who come at the same time", async () => {
  const [forged, honest] = await Promise.all([arrives({ userId: 2 ** 80 }), arrives({ updateId: 2 })]);
  expect(forged.person.id).not.toBe(honest.person.id);
});

it("somebody who comes back does not wait while something is put into the outbox for them", async () => {
  await arrives();
  await database.$transaction(async (tx) => {
    // What the foreign key of a delivery takes, until the last of 25,000 is in.
    await tx.$executeRaw`SELECT 1 FROM "Person" FOR KEY SHARE`;
    await arrives({ now: later(61) });
  });
  expect(await findKept(database, await idOf())).toMatchObject({ lastSeenAt: later(61) });
});

it("tells an update that was handled before", async () => {
  await database.$executeRaw`INSERT INTO "UpdateReceipt" ("key") VALUES (${updateKey(77)})`;
  expect((await arrives({ updateId: 77 })).seen).toBe(true);
  expect((await arrives({ updateId: 78 })).seen).toBe(false);
});

it("blocked is marked, back is unmarked, and a stranger stays one", async () => {
  await arrives();
  await markBlocked(database, accountOf({ id: userId }), true, now);
  await markBlocked(database, accountOf({ id: 5 }), true, now);
  const addresses = () =>
    database.address.findMany({
      select: { externalId: true, unreachable: true, unreachableAt: true, unblockedAt: true },
    });
  const externalId = String(userId);
  expect(await addresses()).toEqual([{ externalId, unreachable: "blocked", unreachableAt: now, unblockedAt: null }]);
  await arrives({ now: later(1) });
  expect(await addresses()).toEqual([{ externalId, unreachable: null, unreachableAt: null, unblockedAt: later(1) }]);
});

it("forgetting takes the person and the running dialogue, nobody else's", async () => {
  await arrives();
  await arrives({ userId: 5 });
  const id = await idOf();
  await database.dialogue.createMany({
    data: [
      { key: chatKey({ id: userId }), state: {}, updatedAt: now },
      { key: chatKey({ id: 5 }), state: {}, updatedAt: now },
    ],
  });
  await forget(database, id, later(1));
  expect(await findKept(database, id)).toBeNull();
  expect(await database.dialogue.findMany({ select: { key: true } })).toEqual([{ key: chatKey({ id: 5 }) }]);
  expect(await findKept(database, await idOf(5))).not.toBeNull();
  await forget(database, id, later(1));
});

describe("somebody with an address at another messenger", () => {
  const there = { door: "max", externalId: "900", chatId: "-77" } as const;

  async function linked() {
    await arrives();
    const personId = await idOf();
    await database.address.create({ data: { ...addressRow(now, { ...there, isPreferred: false }), personId } });
    return personId;
  }

  it("is the same person there, keeps the name that they have where they prefer to be, and is seen at each apart", async () => {
    const personId = await linked();
    const { person, isKnown } = await arrives({ ...there, firstName: "Alsu", now: later(90) });
    expect({ id: person.id, isKnown }).toEqual({ id: personId, isKnown: true });
    expect(await findKept(database, personId)).toMatchObject({ firstName: "Алсу", lastSeenAt: later(90) });
    const seen = await database.address.findMany({ orderBy: { id: "asc" } });
    expect(seen.map(({ lastSeenAt }) => lastSeenAt)).toEqual([now, later(90)]);
    statements.length = 0;
    await arrives({ ...there, firstName: "Alsu", now: later(91) });
    expect(statements).toHaveLength(1);
  });

  it("is let back in at the one that they wrote to", async () => {
    const personId = await linked();
    for (const account of [accountOf({ id: userId }), there]) await markBlocked(database, account, true, now);
    await arrives({ ...there, now: later(1) });
    const addresses = await database.address.findMany({ where: { personId }, orderBy: { id: "asc" } });
    expect(addresses.map(({ unreachable }) => unreachable)).toEqual(["blocked", null]);
  });

  it("has a dialogue in each chat", async () => {
    await linked();
    await database.dialogue.create({ data: { key: "max:-77", state: { step: 1 }, updatedAt: now } });
    expect((await arrives()).dialogue).toBeNull();
    expect((await arrives(there)).dialogue).toEqual({ step: 1 });
    expect((await arrives({ ...there, chatId: null })).dialogue).toBeNull();
  });

  it("is forgotten with both, and with the dialogues of both", async () => {
    const personId = await linked();
    const keys = [chatKey({ id: userId }), "max:-77", "max:900"];
    await database.dialogue.createMany({ data: keys.map((key) => ({ key, state: {}, updatedAt: now })) });
    await forget(database, personId, later(1));
    expect(await database.address.count()).toBe(0);
    expect(await database.dialogue.findMany({ select: { key: true } })).toEqual([{ key: "max:900" }]);
    expect((await arrives({ ...there, mayIntroduce: false })).isKnown).toBe(false);
  });
});

it("whoever has the number of somebody known for a name at a messenger is not taken for them", async () => {
  await database.person.create({ data: personRow(now, { id: 42, telegramId: 4_242 }) });
  const { person, isKnown } = await arrives({ userId: 42, mayIntroduce: false });
  expect({ id: person.id, isKnown }).toEqual({ id: nobody, isKnown: false });
  expect((await arrives({ userId: 4_242 })).person.id).toBe(42);
});
