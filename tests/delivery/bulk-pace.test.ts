import { describe, expect, it } from "vitest";
import { BulkPace } from "../../bot/delivery/sending/bulk-pace.ts";
import type { Pressure } from "../../bot/delivery/sending/pressure.ts";
import { least } from "../../bot/delivery/sending/yielding.ts";

/**
 * A machine on which a hundred people press a button a second, who wait 20 ms, and a fifth of a millisecond more for each message
 * of the bulk lane a second. It sends whatever may go, a thousand a second at most. Returns what went in each second.
 */
function machine(measured = true) {
  let ticks = 0;
  let sent = 0;
  let lookedAt = 0;
  const waits: number[] = [];
  const measure = (): Pressure => {
    const elapsed = Math.max(1, ticks - lookedAt);
    const wait = 20 + (0.2 * sent * 1_000) / elapsed;
    const updates = isThere ? elapsed / 10 : 0;
    waits.push(wait);
    lookedAt = ticks;
    sent = 0;
    return { updates, waited: updates * wait, lag: wait / 10, statements: 0 };
  };
  let isThere = true;
  const bulk = new BulkPace(measured ? measure : undefined);
  const send = (seconds: number, most = 1) =>
    Array.from({ length: seconds }, () => {
      let count = 0;
      for (let tick = 0; tick < 1_000; tick += 1, ticks += 1) {
        const room = Math.min(most, bulk.room(ticks));
        bulk.begin(room);
        count += room;
        sent += room;
      }
      return count;
    });
  const leave = () => {
    isThere = false;
  };
  return { bulk, send, waits, leave };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("the bulk lane", () => {
  it("finds the pace at which people wait half as long again, and is at its own when they leave", () => {
    const { send, waits, leave } = machine();
    send(10, 0);
    send(5);
    waits.length = 0;
    const beside = mean(send(60));
    // Half as long again is fifty messages a second on this machine.
    expect(beside).toBeGreaterThan(20);
    expect(beside).toBeLessThan(60);
    expect(mean(waits)).toBeLessThan(40);
    leave();
    expect(send(8).at(-1)).toBe(1_000);
  });

  it("makes them wait eleven times as long where it does not yield", () => {
    const { send, bulk } = machine(false);
    send(10, 0);
    expect(send(3)).toEqual([1_000, 1_000, 1_000]);
    expect(bulk.wait(13_000)).toBe(0);
  });

  it("keeps the least where what people wait without it is not known, and the loop is late", () => {
    const bulk = new BulkPace(() => ({ updates: 1, waited: 20, lag: 500, statements: 3 }));
    let sent = 0;
    for (let tick = 0; tick < 10_000; tick += 1) {
      const room = Math.min(1, bulk.room(tick));
      bulk.begin(room);
      if (tick >= 5_000) sent += room;
    }
    expect(sent / 5).toBeCloseTo(least, 0);
    bulk.begin(bulk.room(10_000));
    const wait = bulk.wait(10_000);
    expect(wait).toBeGreaterThan(0);
    // Not longer than until the next look.
    expect(wait).toBeLessThanOrEqual(250);
  });
});
