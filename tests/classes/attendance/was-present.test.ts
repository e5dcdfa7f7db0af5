import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timePresent, wasPresent } from "../../../bot/classes/attendance/was-present.ts";
import type { PresenceSpan } from "../../../bot/zoom/presence.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 10) + minutes * 60_000);
const lesson = { startsAt: at(0), endsAt: at(60) };
const over = at(75);
const span = (from: number, until: number | null): PresenceSpan => ({
  joinedAt: at(from),
  leftAt: until === null ? null : at(until),
});

describe("somebody was in a lesson of an hour", () => {
  it.each([
    ["who was there for half of it", [span(0, 30)], true],
    ["who was there a minute less", [span(0, 29)], false],
    ["who came early and left late", [span(-20, 90)], true],
    ["who came early and left when it began", [span(-30, 1)], false],
    ["who came in the middle and stayed", [span(30, null)], true],
    ["who is said to have come and gone, three times", [span(0, 10), span(20, 30), span(40, 50)], true],
    ["who was there twice at once, with two devices", [span(0, 20), span(0, 20)], false],
    ["who was there with a phone, then with a computer", [span(0, 20), span(15, 31)], true],
    ["who never came", [], false],
    ["of whom only the leaving was told", [span(40, 40)], false],
  ])("%s: %#", (_, presences, expected) => {
    expect(wasPresent(lesson, presences, over)).toBe(expected);
  });

  it("only for as long as it has lasted, while it lasts", () => {
    expect(wasPresent(lesson, [span(0, null)], at(29))).toBe(false);
    expect(wasPresent(lesson, [span(0, null)], at(30))).toBe(true);
  });
});

it("counts each minute once, whatever order and overlap the spans have", () => {
  const minute = fc.integer({ min: -30, max: 90 });
  const spans = fc.array(fc.tuple(minute, fc.option(fc.nat(60))), { maxLength: 6 });
  fc.assert(
    fc.property(spans, fc.nat(1000), (drawn, seed) => {
      const presences = drawn.map(([from, length]) => span(from, length === null ? null : from + length));
      // Minute by minute, as nobody would do it.
      const minutes = Array.from({ length: 60 }, (_, index) => index).filter((index) =>
        presences.some(({ joinedAt, leftAt }) => joinedAt <= at(index) && (leftAt === null || leftAt >= at(index + 1))),
      );
      const shuffled = presences.map((one, index) => ({ one, key: (index * 7919 + seed) % 13 }));
      shuffled.sort((a, b) => a.key - b.key);
      const time = timePresent(
        lesson,
        shuffled.map(({ one }) => one),
        over,
      );
      expect(time).toBe(minutes.length * 60_000);
    }),
  );
});
