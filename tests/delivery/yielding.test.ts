import { describe, expect, it } from "vitest";
import type { Pressure } from "../../bot/delivery/sending/pressure.ts";
import { isPressed, least, look, unhindered, type Yielding } from "../../bot/delivery/sending/yielding.ts";

/** People who wait 20 ms each without bulk, when the loop is late by 2 ms. */
const usual: Yielding = {
  ...unhindered,
  recent: { updates: 100, waited: 2_000 },
  usual: { updates: 100, waited: 2_000 },
  usualLag: 2,
};
const nobody: Pressure = { updates: 0, waited: 0, lag: 0, statements: 0 };
const calm: Pressure = { updates: 25, waited: 500, lag: 2, statements: 0 };
const late: Pressure = { ...calm, lag: 80 };

describe("people wait longer because of bulk", () => {
  it.each<{ says: string; now?: Partial<Yielding>; pressure: Pressure; pressed: boolean }>([
    { says: "nobody is there, however busy it is", pressure: { ...nobody, lag: 500, statements: 9 }, pressed: false },
    { says: "they wait as ever", pressure: calm, pressed: false },
    { says: "the loop is late", pressure: late, pressed: true },
    { says: "the loop is as late as it is without bulk", now: { usualLag: 60 }, pressure: late, pressed: false },
    { says: "statements wait for a connection", pressure: { ...calm, statements: 1 }, pressed: true },
    {
      says: "replies take twice as long",
      now: { recent: { updates: 60, waited: 2_400 } },
      pressure: calm,
      pressed: true,
    },
    {
      says: "a few replies take twice as long",
      now: { recent: { updates: 9, waited: 360 } },
      pressure: calm,
      pressed: false,
    },
    {
      says: "what they take without bulk is not known",
      now: { usual: unhindered.usual },
      pressure: calm,
      pressed: false,
    },
    { says: "an update hangs, and the loop is late", pressure: { ...nobody, waited: 250, lag: 50 }, pressed: true },
  ])("$says: $pressed", ({ now, pressure, pressed }) => {
    expect(isPressed({ ...usual, ...now }, pressure)).toBe(pressed);
  });
});

describe("the pace from one look to the next", () => {
  it.each([
    { says: "half of what went out, when it had none", pace: Infinity, sent: 400, pressure: late, next: 200 },
    { says: "half of itself, when more went out by chance", pace: 100, sent: 130, pressure: late, next: 50 },
    { says: "never below the least", pace: 12, sent: 3, pressure: late, next: least },
    { says: "as it is, when nothing went out", pace: 100, sent: 0, pressure: late, next: 100 },
    { says: "a tenth more without pressure", pace: 100, sent: 20, pressure: calm, next: 110 },
    { says: "none where there was none", pace: Infinity, sent: 400, pressure: calm, next: Infinity },
    { says: "none when nothing sends so fast", pace: 9_500, sent: 400, pressure: calm, next: Infinity },
  ])("is $says", ({ pace, sent, pressure, next }) => {
    expect(look({ ...usual, pace }, sent, pressure).pace).toBeCloseTo(next);
  });

  it("is none as soon as nobody has been there for two seconds", () => {
    let now: Yielding = { ...usual, pace: least, recent: { updates: 1, waited: 20 } };
    let looks = 0;
    for (; now.pace !== Number.POSITIVE_INFINITY; looks += 1) now = look(now, least, nobody);
    expect(looks).toBe(7);
  });
});

it("learns what people wait without bulk only while hardly any goes", () => {
  const after = (sent: number, looks: number) => {
    let now = unhindered;
    for (let count = 0; count < looks; count += 1) now = look(now, sent, calm);
    return now.usual;
  };
  expect(after(400, 20).updates).toBe(0);
  // What is felt just after bulk is felt of it.
  expect(after(least, 2).updates).toBe(0);
  const { updates, waited } = after(least, 20);
  expect(waited / updates).toBeCloseTo(20);
});
