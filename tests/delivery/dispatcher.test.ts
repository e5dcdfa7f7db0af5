import { describe, expect, it, onTestFinished, vi } from "vitest";
import { listen } from "../../bot/database/listen.ts";
import { outboxChannel } from "../../bot/delivery/outbox-store.ts";
import { Pace } from "../../bot/delivery/sending/rate-limiter.ts";
import { systemClock } from "../../bot/schedule/clock.ts";
import type { Telegram } from "../../playground/telegram.ts";
import { administer } from "../support/administer.ts";
import { testDatabase } from "../support/database.ts";
import { patience } from "../support/patience.ts";
import { openTelegram } from "../support/telegram.ts";
import { fateOf, openOffice, post, resident, residents, textsOf, wireTo } from "./post-office.ts";

const { database, url } = await testDatabase();
const clock = systemClock;
const soon = { timeout: patience, interval: 10 };

async function open(options: Parameters<typeof openTelegram>[0] = {}) {
  await database.$executeRaw`TRUNCATE "Person", "Delivery", "Lease" CASCADE`;
  return openTelegram({ clock, limits: "lifted", ...options });
}

/** A dispatcher that runs and hears what is put into the outbox, as main.ts has it. */
function run(telegram: Telegram, options: Partial<Parameters<typeof openOffice>[0]> = {}) {
  const office = openOffice({ database, messenger: wireTo(telegram), ...options });
  office.start();
  const ears = listen(url, { [outboxChannel]: () => office.wake() });
  onTestFinished(() => ears.stop());
  return office;
}

const refusals = (telegram: Telegram) =>
  telegram.calls.filter(({ outcome }) => outcome.kind === "error" && outcome.code === 429).length;

describe("a running dispatcher", () => {
  it("hears at once what is put into the outbox, and rings for what is due later", async () => {
    const telegram = await open();
    const ivan = await resident(database, telegram, "Иван");
    // Ticks that stand still: the look each 15 s, which finds what nobody told of, never comes.
    run(telegram, { ticks: () => 0 });
    await vi.waitFor(async () => expect(await database.lease.count()).toBe(1), soon);
    await post(database, clock, ivan, "Сейчас");
    await vi.waitFor(() => expect(textsOf(ivan)).toEqual(["Сейчас"]), soon);
    const dueAt = new Date(clock.now().getTime() + 700);
    await post(database, clock, ivan, "Чуть позже", { dueAt });
    await vi.waitFor(() => expect(textsOf(ivan)).toEqual(["Сейчас", "Чуть позже"]), soon);
  });

  it("keeps to Telegram's own limits: not one 429, and never two in a second to one chat", async () => {
    const telegram = await open({
      limits: { overallPerSecond: 30, paidPerSecond: 1_000, chatBurst: 1, groupPerMinute: 20 },
    });
    const people = await residents(database, telegram, 60);
    const [first] = people;
    if (first === undefined) throw new Error("somebody lives here");
    for (const person of people) await post(database, clock, person, "Раз", { lane: "bulk" });
    await post(database, clock, first, "Два", { lane: "urgent" });
    run(telegram, { pace: new Pace({ perSecond: 30 }), parallelism: 6 });
    await vi.waitFor(() => expect(people.flatMap(textsOf)).toHaveLength(61), soon);
    expect(refusals(telegram)).toBe(0);
    expect(textsOf(first).sort()).toEqual(["Два", "Раз"]);
  });

  it("stops every lane at a 429, and goes on after", async () => {
    const telegram = await open();
    const ivan = await resident(database, telegram, "Иван");
    telegram.fail({
      method: "sendMessage",
      times: 1,
      with: { code: 429, description: "Too Many Requests", retryAfter: 1 },
    });
    await post(database, clock, ivan, "Новости", { lane: "bulk" });
    run(telegram);
    await vi.waitFor(() => expect(textsOf(ivan)).toEqual(["Новости"]), soon);
    const [refused, sent] = telegram.calls;
    const silence = (sent?.at.getTime() ?? 0) - (refused?.at.getTime() ?? 0);
    expect(silence).toBeGreaterThanOrEqual(1_000);
  });

  it("finishes what is under way before it stops, gives back the rest, and frees the lease", async () => {
    const telegram = await open();
    const ivan = await resident(database, telegram, "Иван");
    const alsu = await resident(database, telegram, "Алсу");
    telegram.fail({ method: "sendMessage", with: { delay: 300 } });
    const first = await post(database, clock, ivan, "Раз");
    const second = await post(database, clock, alsu, "Два");
    const office = run(telegram, { parallelism: 1 });
    await vi.waitFor(async () => expect((await fateOf(database, first)).attemptedAt).not.toBeNull(), soon);
    await office.stop();
    expect(await fateOf(database, first)).toMatchObject({ state: "sent" });
    expect(await fateOf(database, second)).toMatchObject({ state: "pending", attempts: 0 });
    const [lease] = await database.lease.findMany();
    expect(lease?.until.getTime()).toBeLessThanOrEqual(clock.now().getTime());
  });

  it("does not wait for ever for an answer when it stops", async () => {
    const telegram = await open();
    const ivan = await resident(database, telegram, "Иван");
    telegram.fail({ method: "sendMessage", with: "hang" });
    const key = await post(database, clock, ivan, "Раз", { lane: "bulk" });
    // Longer than the test has: only a stop that gives up comes to its end.
    const office = run(telegram, { messenger: wireTo(telegram, 3_600_000) });
    await vi.waitFor(() => expect(telegram.calls).toHaveLength(1), soon);
    await office.stop();
    expect((await fateOf(database, key)).state).toBe("uncertain");
  });

  it("lives through PostgreSQL's throwing everybody out", async () => {
    const telegram = await open();
    const ivan = await resident(database, telegram, "Иван");
    run(telegram);
    await post(database, clock, ivan, "Раз");
    await vi.waitFor(() => expect(textsOf(ivan)).toEqual(["Раз"]), soon);
    await administer(
      url,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await vi.waitFor(() => post(database, clock, ivan, "Два"), soon);
    await vi.waitFor(() => expect(textsOf(ivan)).toEqual(["Раз", "Два"]), soon);
  });
});

describe("of two dispatchers", () => {
  it("one sends, and nothing goes out twice", async () => {
    const telegram = await open();
    const people = await residents(database, telegram, 40);
    for (const person of people) await post(database, clock, person, "Раз", { lane: "bulk" });
    const senders = new Set<string>();
    for (const name of ["first", "second"]) run(telegram, { onSettled: () => senders.add(name) });
    await vi.waitFor(() => expect(people.flatMap(textsOf)).toHaveLength(40), soon);
    expect(senders.size).toBe(1);
  });

  it("the other takes over when the first stops", async () => {
    const telegram = await open();
    const ivan = await resident(database, telegram, "Иван");
    const first = run(telegram);
    await vi.waitFor(async () => expect(await database.lease.count()).toBe(1), soon);
    run(telegram);
    await first.stop();
    await post(database, clock, ivan, "Раз");
    await vi.waitFor(() => expect(textsOf(ivan)).toEqual(["Раз"]), soon);
  });

  it("the one that lost the lease sends nothing more", async () => {
    const telegram = await open();
    const ivan = await resident(database, telegram, "Иван");
    run(telegram);
    await vi.waitFor(async () => expect(await database.lease.count()).toBe(1), soon);
    await database.$executeRaw`UPDATE "Lease" SET "holder" = 'another', "until" = now() + interval '1 hour'`;
    // Its next renewal tells it; until then it is still the only one that sends.
    await vi.waitFor(async () => {
      await post(database, clock, ivan, "Раз");
      const waiting = await database.delivery.count({ where: { state: "pending" } });
      expect(waiting).toBeGreaterThan(2);
    }, soon);
  });
});
