import { describe, expect, it } from "vitest";
import { testDatabase } from "../support/database.ts";
import { fateOf, openOffice, openStoppedOffice, post, resident, residents, textsOf, wireTo } from "./post-office.ts";

const { database } = await testDatabase();
const open = (options?: { patience?: number }) => openStoppedOffice(database, options);

describe("when Telegram fails", () => {
  it("after a lost answer a reminder comes again, a bulk message is left to a human", async () => {
    const { clock, telegram, office } = await open();
    const ivan = await resident(database, telegram, "Иван");
    telegram.fail({ method: "sendMessage", times: 1, with: "reset after accepting" });
    const reminder = await post(database, clock, ivan, "Через час");
    await office.drain();
    expect(await fateOf(database, reminder)).toMatchObject({ state: "sent", attempts: 2 });
    expect(textsOf(ivan)).toEqual(["Через час", "Через час"]);

    telegram.fail({ method: "sendMessage", times: 1, with: "reset after accepting" });
    const bulk = await post(database, clock, ivan, "Новости", { lane: "bulk" });
    for (let round = 0; round < 3; round += 1) {
      await office.drain();
      clock.advance({ seconds: 40 });
    }
    expect(await fateOf(database, bulk)).toMatchObject({ state: "uncertain", attempts: 1, reason: "ECONNRESET" });
    expect(textsOf(ivan).filter((text) => text === "Новости")).toHaveLength(1);
  });

  it("one lost answer in ten makes no lane fall silent", async () => {
    const { clock, telegram, office } = await open();
    const people = await residents(database, telegram, 40);
    let calls = 0;
    telegram.fail({ method: "sendMessage", when: () => ++calls % 10 === 0, with: "reset after accepting" });
    for (const person of people) await post(database, clock, person, "Новости", { lane: "bulk" });
    // The clock stands still: whatever waits for a silence to end is not sent.
    await office.drain();
    const states = await database.delivery.groupBy({ by: ["state"], _count: true, orderBy: { state: "asc" } });
    expect(states.map(({ state, _count }) => [state, _count])).toEqual([
      ["sent", 36],
      ["uncertain", 4],
    ]);
  });

  it("two in a row do, so that an outage makes few uncertain", async () => {
    const { clock, telegram, office } = await open();
    const people = await residents(database, telegram, 40);
    telegram.fail({ method: "sendMessage", with: "reset after accepting" });
    for (const person of people) await post(database, clock, person, "Новости", { lane: "bulk" });
    await office.drain();
    const uncertain = await database.delivery.count({ where: { state: "uncertain" } });
    // Four under way side by side, and the one that found out.
    expect(uncertain).toBeLessThanOrEqual(5);
    expect(await database.delivery.count({ where: { state: "pending" } })).toBe(40 - uncertain);
  });

  it.each([["hang"], ["reset before accepting"], ["500 html"]] as const)(
    "%s: uncertain, and tried five times at most",
    async (fault) => {
      const { clock, telegram, office } = await open({ patience: fault === "hang" ? 500 : 20_000 });
      const ivan = await resident(database, telegram, "Иван");
      telegram.fail({ method: "sendMessage", with: fault });
      const key = await post(database, clock, ivan, "Напоминание");
      for (let round = 0; round < 8; round += 1) {
        await office.drain();
        clock.advance({ seconds: 31 });
      }
      expect(await fateOf(database, key)).toMatchObject({ state: "uncertain", attempts: 5 });
      // On a busy machine a call may be given up before it got so far.
      const calls = telegram.calls.filter(({ method }) => method === "sendMessage").length;
      expect(calls).toBeGreaterThan(0);
      expect(calls).toBeLessThanOrEqual(5);
    },
  );

  it("is silent for as long as it asks, in every lane, and no attempt is counted", async () => {
    const { clock, telegram, office } = await open();
    const ivan = await resident(database, telegram, "Иван");
    const end = telegram.fail({
      method: "sendMessage",
      with: { code: 429, description: "Too Many Requests: retry after 35", retryAfter: 35 },
    });
    const key = await post(database, clock, ivan, "Новости", { lane: "bulk" });
    await office.drain();
    end();
    // The lease counts by PostgreSQL's clock, which no test winds.
    await database.$executeRaw`UPDATE "Lease" SET "pausedUntil" = now() - interval '1 ms'`;
    await post(database, clock, ivan, "Срочно", { lane: "urgent" });
    clock.advance({ seconds: 34 });
    await office.drain();
    expect(telegram.calls).toHaveLength(1);
    expect(await fateOf(database, key)).toMatchObject({ state: "pending", attempts: 0, attemptedAt: null });
    clock.advance({ seconds: 1 });
    await office.drain();
    expect(textsOf(ivan)).toEqual(["Срочно", "Новости"]);
  });

  it("is silent on every instance", async () => {
    const { clock, telegram, office } = await open();
    const ivan = await resident(database, telegram, "Иван");
    const failure = { code: 429, description: "Too Many Requests: retry after 300", retryAfter: 300 };
    telegram.fail({ method: "sendMessage", times: 1, with: failure });
    await post(database, clock, ivan, "Новости");
    await office.drain();
    await database.$executeRaw`UPDATE "Lease" SET "until" = now() - interval '1 ms'`;
    const other = openOffice({ database, clock, messenger: wireTo(telegram), ticks: () => clock.now().getTime() });
    clock.advance({ seconds: 298 });
    await other.drain();
    expect(telegram.calls).toHaveLength(1);
    clock.advance({ seconds: 300 });
    await database.$executeRaw`UPDATE "Lease" SET "pausedUntil" = now() - interval '1 ms'`;
    await other.drain();
    expect(textsOf(ivan)).toEqual(["Новости"]);
  });

  it("follows a chat that moved", async () => {
    const { clock, telegram, office } = await open();
    const old = await resident(database, telegram, "Кружок");
    const moved = telegram.person("Кружок, новый чат", { hasStarted: true });
    telegram.fail({
      method: "sendMessage",
      chatId: old.user.id,
      with: {
        code: 400,
        description: "Bad Request: group chat was upgraded to a supergroup chat",
        migrateTo: moved.user.id,
      },
    });
    await post(database, clock, old, "Занятие завтра");
    await office.drain();
    expect(textsOf(moved)).toEqual(["Занятие завтра"]);
  });
});
