import { describe, expect, it } from "vitest";
import type { Messenger, OutgoingMessage } from "../../bot/delivery/messenger.ts";
import type { Outcome } from "../../bot/delivery/outcomes/outcome.ts";
import { attempt, claim } from "../../bot/delivery/sending/claim-store.ts";
import { accountOf } from "../../bot/doors/telegram/door.ts";
import { markBlocked } from "../../bot/people/address-store.ts";
import { html } from "../../bot/words/html.ts";
import type { Person } from "../../playground/people/person.ts";
import { idOf } from "../support/addresses.ts";
import { testDatabase } from "../support/database.ts";
import { addressRow } from "../support/factories/person.ts";
import {
  fateOf,
  minutes,
  notes,
  openOffice,
  openStoppedOffice,
  post,
  resident,
  textsOf,
  unlimited,
  wireTo,
} from "./post-office.ts";

const { database } = await testDatabase();

/** Another messenger, which remembers what it was to do and answers as it is told, by default that it was done. */
function anotherDoor() {
  const sent: string[] = [];
  const answers: Outcome[] = [];
  const messenger: Messenger = {
    async send(chatId: string, message: OutgoingMessage): Promise<Outcome> {
      const text = "text" in message ? String(message.text).replace(/ \(\w\w\)$/, "") : message.kind;
      sent.push(`${chatId}: ${text}`);
      return answers.shift() ?? { kind: "delivered", messageId: `mid.${sent.length}` };
    },
  };
  return { sent, answers, exit: { messenger, pace: unlimited() } };
}

/** Ivan, who prefers Telegram and has an address at another messenger too, and a dispatcher that sends by both. */
async function open() {
  const { clock, telegram } = await openStoppedOffice(database);
  const ivan = await resident(database, telegram, "Иван");
  const id = await idOf(database, ivan);
  const there = { door: "max", externalId: "900", chatId: "-77" } as const;
  await database.address.create({
    data: { ...addressRow(clock.now(), { ...there, isPreferred: false }), personId: id },
  });
  const max = anotherDoor();
  const messenger = wireTo(telegram);
  const exits = { telegram: { messenger, pace: unlimited() }, max: max.exit };
  const ticks = () => clock.now().getTime();
  const office = openOffice({ database, messenger, exits, clock, ticks });
  return { clock, telegram, ivan, id, there, max, office, exits, messenger, ticks };
}

const prefers = async (personId: number, door: "telegram" | "max") => {
  await database.address.updateMany({ where: { personId }, data: { isPreferred: false } });
  await database.address.updateMany({ where: { personId, door }, data: { isPreferred: true } });
};

const both = (ivan: Person, max: { sent: string[] }) => [textsOf(ivan), max.sent];

describe("somebody with two addresses", () => {
  it("gets one message, where they prefer it", async () => {
    const { clock, ivan, id, max, office } = await open();
    await post(database, clock, ivan, "Раз");
    await office.drain();
    await prefers(id, "max");
    const second = await post(database, clock, ivan, "Два");
    await office.drain();
    expect(both(ivan, max)).toEqual([["Раз"], ["-77: Два"]]);
    expect(await database.delivery.findUnique({ where: { dedupeKey: second } })).toMatchObject({
      ...{ state: "sent", door: "max", chatId: "-77", messageId: "mid.1" },
    });
  });

  it("gets it where they prefer it at the moment at which it goes out", async () => {
    const { clock, ivan, id, max, exits, messenger, ticks } = await open();
    const renderers = {
      note: async () => {
        await prefers(id, "max");
        return { kind: "message" as const, text: html`Раз`, keyboard: [] };
      },
    };
    const office = openOffice({ database, messenger, exits, clock, ticks, renderers });
    const key = await post(database, clock, ivan, "Раз");
    // The delivery goes back, and out in the turn of the other messenger.
    await office.drain();
    expect(both(ivan, max)).toEqual([[], []]);
    await office.drain();
    expect(both(ivan, max)).toEqual([[], ["-77: Раз"]]);
    expect(await fateOf(database, key)).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("is asked for it again between the claim and the attempt", async () => {
    const { clock, ivan, id } = await open();
    await post(database, clock, ivan, "Раз");
    const doors = ["telegram", "max"] as const;
    const [claimed] = await claim(database, {
      ...{ holder: "a", lane: "normal", most: 5, now: clock.now(), cityZone: "UTC", doors, going: doors },
    });
    expect(claimed).toMatchObject({ door: "telegram", isBlocked: false });
    await prefers(id, "max");
    const ways = await attempt(database, "a", claimed ? [claimed.id] : [], { now: clock.now(), doors });
    expect([...ways.values()]).toEqual([{ door: "max", chatId: "-77" }]);
  });

  it("gets it at the other one when the preferred one is known not to work", async () => {
    const { clock, ivan, max, office } = await open();
    await markBlocked(database, accountOf(ivan.user), true, clock.now());
    await post(database, clock, ivan, "Раз");
    await office.drain();
    expect(both(ivan, max)).toEqual([[], ["-77: Раз"]]);
  });

  it("gets it at the other one when the preferred one turns out not to work, and only there from then on", async () => {
    const { clock, telegram, ivan, max, office } = await open();
    telegram.fail({
      method: "sendMessage",
      times: 1,
      with: { code: 403, description: "Forbidden: user is deactivated" },
    });
    const first = await post(database, clock, ivan, "Раз");
    await office.drain();
    await post(database, clock, ivan, "Два");
    await office.drain();
    expect(both(ivan, max)).toEqual([[], ["-77: Раз", "-77: Два"]]);
    expect(await fateOf(database, first)).toMatchObject({ state: "sent", reason: null });
    const addresses = await database.address.findMany({ orderBy: { id: "asc" } });
    expect(addresses.map(({ unreachable }) => unreachable)).toEqual(["deactivated", null]);
  });

  it("waits as one who blocked the bot when neither works, and gets it when one does", async () => {
    const { clock, ivan, there, max, office } = await open();
    await markBlocked(database, accountOf(ivan.user), true, clock.now());
    max.answers.push({ kind: "unreachable", why: "blocked" });
    const tried = await post(database, clock, ivan, "Раз");
    await office.drain();
    // Nobody was left to try: that is the end of it, as it is with one address.
    expect(await fateOf(database, tried)).toMatchObject({ state: "failed", reason: "blocked" });
    const waits = await post(database, clock, ivan, "Два");
    await office.drain();
    expect(await fateOf(database, waits)).toMatchObject({ state: "pending", attempts: 0 });
    clock.advance({ seconds: 1 });
    await markBlocked(database, there, false, clock.now());
    await office.drain();
    expect(both(ivan, max)).toEqual([[], ["-77: Раз", "-77: Два"]]);
  });

  it("gets it at the other one while the preferred one is muted, and at a muted one rather than nowhere", async () => {
    const { clock, ivan, id, max, office } = await open();
    const mutedUntil = new Date(clock.now().getTime() + minutes(10));
    await database.address.updateMany({ where: { personId: id, door: "telegram" }, data: { mutedUntil } });
    await post(database, clock, ivan, "Раз");
    await office.drain();
    await database.address.updateMany({ where: { personId: id }, data: { mutedUntil } });
    await post(database, clock, ivan, "Два");
    await office.drain();
    expect(both(ivan, max)).toEqual([["Два"], ["-77: Раз"]]);
  });

  it("is written to by the messengers that are open alone", async () => {
    const { clock, ivan, id, max, messenger, ticks } = await open();
    await prefers(id, "max");
    const office = openOffice({ database, messenger, clock, ticks });
    await post(database, clock, ivan, "Раз");
    await office.drain();
    expect(both(ivan, max)).toEqual([["Раз"], []]);
  });
});

describe("what changes a message that was sent", () => {
  const fixes = {
    ...notes,
    fix: async () => ({ kind: "rewrite" as const, messageId: "mid.1", text: html`Иначе`, keyboard: [] }),
  };

  it("goes to where that message is, whatever the person prefers since, and nowhere else", async () => {
    const { clock, ivan, id, max, exits, messenger, ticks } = await open();
    const office = openOffice({ database, messenger, exits, clock, ticks, renderers: fixes });
    const place = { door: "max", chatId: "-77" } as const;
    const correct = async (dedupeKey: string) => {
      const times = { dueAt: clock.now(), expiresAt: new Date(clock.now().getTime() + minutes(5)) };
      const what = { personId: id, kind: "fix", payload: {}, lane: "normal" as const, dedupeKey };
      await database.delivery.create({ data: { ...what, ...times, ...place } });
      await office.drain();
      return fateOf(database, dedupeKey);
    };
    expect(await correct("fix:1")).toMatchObject({ state: "sent" });
    expect(max.sent).toHaveLength(1);
    max.answers.push({ kind: "unreachable", why: "blocked" });
    expect(await correct("fix:2")).toMatchObject({ state: "failed", reason: "blocked" });
    expect(await correct("fix:3")).toMatchObject({ state: "pending" });
    expect(both(ivan, max)).toEqual([[], [expect.stringMatching(/^-77: /), expect.stringMatching(/^-77: /)]]);
  });
});

it("a messenger that asks for silence holds up nobody who is written to by another", async () => {
  const { clock, telegram, ivan, id, max, office } = await open();
  const alsu = await resident(database, telegram, "Алсу");
  await prefers(id, "max");
  max.answers.push({ kind: "throttled", retryAfter: 60 });
  const his = [await post(database, clock, ivan, "Раз"), await post(database, clock, ivan, "Два")];
  for (const text of ["Три", "Четыре", "Пять"]) await post(database, clock, alsu, text);
  await office.drain();
  expect(textsOf(alsu)).toEqual(["Три", "Четыре", "Пять"]);
  const fates = await Promise.all(his.map((key) => fateOf(database, key)));
  expect(fates).toMatchObject(his.map(() => ({ state: "pending", attempts: 0 })));
  expect(max.sent).toEqual(["-77: Раз"]);
  clock.advance({ seconds: 61 });
  // What another instance would have to know goes by PostgreSQL's own clock.
  await database.lease.updateMany({ data: { pausedUntil: null } });
  await office.drain();
  expect(both(ivan, max)).toEqual([[], ["-77: Раз", "-77: Раз", "-77: Два"]]);
});
