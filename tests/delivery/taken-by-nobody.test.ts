import { describe, expect, it } from "vitest";
import type { Messenger } from "../../bot/delivery/messenger.ts";
import { Settler } from "../../bot/delivery/outcomes/outcome-writer.ts";
import { claim } from "../../bot/delivery/sending/claim-store.ts";
import { accountOf } from "../../bot/doors/telegram/door.ts";
import { createLog } from "../../bot/log.ts";
import { markBlocked } from "../../bot/people/address-store.ts";
import { findStuck } from "../load/torture/soak/soak-reminders.ts";
import { testDatabase } from "../support/database.ts";
import {
  byTelegram,
  fateOf,
  openOffice,
  openStoppedOffice,
  post,
  resident,
  residents,
  textsOf,
  wireTo,
} from "./post-office.ts";

const { database, url } = await testDatabase();
const own = (holder: string) => ({
  holder,
  lane: "normal" as const,
  most: 10,
  cityZone: "Europe/Moscow",
  ...byTelegram,
});

describe("no delivery is due and taken by nobody", () => {
  it("when the news of a block arrives after the person is back", async () => {
    const { clock, telegram } = await openStoppedOffice(database);
    const ivan = await resident(database, telegram, "Иван");
    telegram.fail({
      method: "sendMessage",
      times: 1,
      with: { code: 403, description: "Forbidden: bot was blocked by the user" },
    });
    const wire = wireTo(telegram);
    // The refusal is under way while Ivan lets the bot back in, and that is handled first.
    const slow: Messenger = {
      async send(...call) {
        const outcome = await wire.send(...call);
        if (outcome.kind === "unreachable") {
          clock.advance({ seconds: 1 });
          await markBlocked(database, accountOf(ivan.user), false, clock.now());
          clock.advance({ seconds: 1 });
        }
        return outcome;
      },
    };
    const office = openOffice({ database, clock, messenger: slow, ticks: () => clock.now().getTime() });
    const first = await post(database, clock, ivan, "Первое");
    await office.drain();
    expect(await fateOf(database, first)).toMatchObject({ state: "failed", reason: "blocked" });
    const second = await post(database, clock, ivan, "Второе");
    await office.drain();
    expect(await fateOf(database, second)).toMatchObject({ state: "sent" });
    expect(textsOf(ivan)).toEqual(["Второе"]);
  });

  it("and a block after the return counts", async () => {
    const { clock, telegram, office } = await openStoppedOffice(database);
    const ivan = await resident(database, telegram, "Иван");
    await markBlocked(database, accountOf(ivan.user), false, clock.now());
    clock.advance({ seconds: 1 });
    telegram.fail({
      method: "sendMessage",
      with: { code: 403, description: "Forbidden: bot was blocked by the user" },
    });
    await post(database, clock, ivan, "Первое");
    await office.drain();
    const known = await database.address.findMany({ select: { unreachable: true, unreachableAt: true } });
    expect(known).toEqual([{ unreachable: "blocked", unreachableAt: clock.now() }]);
  });

  it("when its outcome could not be written, or its dispatcher forgot it", async () => {
    const { clock, telegram, office } = await openStoppedOffice(database);
    const ivan = await resident(database, telegram, "Иван");
    office.start();
    await expect.poll(() => database.lease.count()).toBe(1);
    // Not due before it is marked as claimed: the dispatcher's own first look may come late.
    const key = await post(database, clock, ivan, "Потерянное", { dueAt: new Date(clock.now().getTime() + 10_000) });
    await database.delivery.update({
      where: { dedupeKey: key },
      data: { state: "claimed", claimedBy: office.holder },
    });
    clock.advance({ seconds: 16 });
    office.wake();
    await expect.poll(() => fateOf(database, key)).toMatchObject({ state: "sent" });
  });

  it("when an outcome that PostgreSQL refuses is written together with others", async () => {
    const { clock, telegram } = await openStoppedOffice(database);
    const people = await residents(database, telegram, 3);
    for (const person of people) await post(database, clock, person, "Раз");
    const claimed = await claim(database, { ...own("the dead"), now: clock.now() });
    const settler = new Settler({
      database,
      holder: "the dead",
      clock,
      log: createLog("silent", false),
      giveUp: new AbortController().signal,
    });
    // No messenger calls a message so: what no text can hold stands for all that PostgreSQL refuses.
    const messageIds = ["1", "\0", "2"];
    const states = async () => (await database.delivery.findMany({ orderBy: { id: "asc" } })).map(({ state }) => state);
    await Promise.all(
      claimed.map(({ id }, index) =>
        settler.settle({ id, settlement: { state: "sent", messageId: messageIds[index] ?? "" } }),
      ),
    );
    expect(await states()).toEqual(["sent", "claimed", "sent"]);
  });

  it("or the soak would notice", async () => {
    const { clock, telegram } = await openStoppedOffice(database);
    const [ivan, alsu] = [await resident(database, telegram, "Иван"), await resident(database, telegram, "Алсу")];
    for (const person of [ivan, alsu])
      await post(database, clock, person, "Раз", { dueAt: new Date("2000-01-01"), expiresAt: new Date("2100-01-01") });
    for (const { user } of [ivan, alsu]) await markBlocked(database, accountOf(user), true, clock.now());
    void alsu.blocksBot();
    // Alsu did block the bot; Ivan is only marked so.
    expect(await findStuck(url, [ivan, alsu], 0)).toEqual([
      expect.stringContaining("taken by nobody: its person counts as blocked"),
    ]);
  });
});
