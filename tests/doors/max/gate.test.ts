import { describe, expect, it } from "vitest";
import { Gate } from "../../../bot/doors/max/client/gate.ts";

/** A gate whose time goes on when somebody waits. */
function gateAt(perSecond: number) {
  const time = { now: 0 };
  const pause = async (milliseconds: number) => {
    time.now += milliseconds;
  };
  return { time, gate: new Gate({ perSecond, perDialog: 2, ticks: () => time.now, pause }) };
}

describe("the budget of requests", () => {
  it("is one for replies and deliveries: no second has more than its requests", async () => {
    const { time, gate } = gateAt(30);
    const moments: number[] = [];
    for (let index = 0; index < 90; index += 1) await gate.reply(async () => void moments.push(time.now));
    for (const moment of moments)
      expect(moments.filter((other) => other >= moment && other < moment + 1_000).length).toBeLessThanOrEqual(30);
    expect(gate.pace.room(time.now)).toBeLessThanOrEqual(3);
  });

  it("is offered to replies first", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const time = { now: 0 };
    const gate = new Gate({ perSecond: 1, perDialog: 2, ticks: () => time.now, pause: () => promise });
    await gate.reply(async () => {});
    const waiting = gate.reply(async () => {});
    time.now = 10_000;
    expect(gate.pace.room(time.now)).toBe(0);
    resolve();
    await waiting;
    time.now = 20_000;
    expect(gate.pace.room(time.now)).toBe(1);
  });

  it("is for replies while deliveries are silent", async () => {
    const { time, gate } = gateAt(30);
    gate.pace.stop(60_000);
    await gate.reply(async () => {});
    expect(time.now).toBe(0);
    expect(gate.pace.isStopped(59_999)).toBe(true);
    expect(gate.pace.wait(0)).toBe(60_000);
  });
});

describe("one dialog", () => {
  it("takes two of a kind a second, counted from their answers, and others beside them", async () => {
    const { time, gate } = gateAt(Number.POSITIVE_INFINITY);
    const moments: number[] = [];
    for (let index = 0; index < 4; index += 1) await gate.into("1", "message", async () => void moments.push(time.now));
    await gate.into("1", "answer", async () => void moments.push(time.now));
    await gate.into("2", "message", async () => void moments.push(time.now));
    expect(moments).toEqual([0, 0, 1_000, 1_000, 1_000, 1_000]);
  });
});
