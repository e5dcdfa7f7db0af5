import { describe, expect, it, onTestFinished, vi } from "vitest";
import { listen } from "../../bot/database/listen.ts";
import { earsOf } from "../../bot/delivery/ears.ts";
import { BulkPace } from "../../bot/delivery/sending/bulk-pace.ts";
import type { Pressure } from "../../bot/delivery/sending/pressure.ts";
import { parseTold } from "../../bot/delivery/sending/pressure-store.ts";
import { testDatabase } from "../support/database.ts";
import { patience } from "../support/patience.ts";
import { openTelegram } from "../support/telegram.ts";
import { openOffice, wireTo } from "./post-office.ts";

const nobody: Pressure = { updates: 0, waited: 0, lag: 0, statements: 0 };

/**
 * Two instances. All people come to the other one, a hundred a second, who wait 20 ms and a fifth more of a millisecond for each
 * message of the bulk lane a second; its loop is always 30 ms late. Returns what this one sends in each second.
 */
function twoInstances(isHeard: boolean) {
  let isThere = isHeard;
  let ticks = 0;
  const bulk = new BulkPace(() => nobody);
  const send = (seconds: number, most: number) =>
    Array.from({ length: seconds }, () => {
      let count = 0;
      for (const end = ticks + 1_000; ticks < end; ticks += 1) {
        const room = Math.min(most, bulk.room(ticks));
        bulk.begin(room);
        count += room;
      }
      const told = { holder: "other", updates: 100, waited: 100 * (20 + 0.2 * count), lag: 30, statements: 0 };
      if (isThere) bulk.hear(told, ticks);
      return count;
    });
  const fallSilent = () => {
    isThere = false;
  };
  return { send, fallSilent };
}

describe("an instance that dispatches, and has nobody itself,", () => {
  it("yields to the people of another one", () => {
    const { send, fallSilent } = twoInstances(true);
    send(10, 0);
    const last = send(60, 1).slice(-20);
    const mean = last.reduce((sum, each) => sum + each, 0) / last.length;
    // Half as long again is fifty messages a second there.
    expect(mean).toBeLessThan(100);
    // Its loop is as late without bulk: that alone is no reason.
    expect(mean).toBeGreaterThan(15);
    // Nobody is there any more.
    fallSilent();
    expect(send(10, 1).at(-1)).toBe(1_000);
  });

  it("does not where it hears nothing of them, as before", () => {
    const { send } = twoInstances(false);
    send(10, 0);
    expect(send(3, 1)).toEqual([1_000, 1_000, 1_000]);
  });

  it("hears of them by PostgreSQL, and not of itself", async () => {
    const { database, url } = await testDatabase();
    const telegram = await openTelegram();
    const felt: Pressure = { updates: 7, waited: 140, lag: 1, statements: 0 };
    const heard: string[] = [];
    const instances = [1, 2].map(() => {
      const bulk = new BulkPace(() => felt);
      vi.spyOn(bulk, "hear").mockImplementation(({ holder, ...told }) => {
        expect(told).toEqual(felt);
        heard.push(holder);
      });
      const office = openOffice({ database, messenger: wireTo(telegram), bulk });
      const ears = listen(url, earsOf(office, { wake: () => {} }));
      onTestFinished(() => ears.stop());
      return office;
    });
    const [first, second] = instances;
    first?.start();
    await vi.waitFor(async () => expect(await database.lease.count()).toBe(1), { timeout: patience });
    second?.start();
    await vi.waitFor(() => expect(heard).toContain(second?.holder), { timeout: patience });
    expect(new Set(heard)).toEqual(new Set([second?.holder]));
  });
});

it.each([undefined, "", "no JSON", "[]", '{"holder":"a"}'])("what no instance tells is passed over: %s", (said) => {
  expect(parseTold(said)).toBeUndefined();
});
