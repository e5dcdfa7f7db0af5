import { describe, expect, it } from "vitest";
import { defaultLeads, isSpokenFor, type LeadTime } from "../../bot/reminders/lead-times.ts";

describe("one tap sets", () => {
  const cases: [what: string, mode: "online" | "on_site" | "mixed", offered: LeadTime[], set: LeadTime[]][] = [
    ["an hour before a stream", "online", [1440, 180, 60, 15, 0], [60]],
    ["the day before too where one has to go", "on_site", [1440, 180, 60, 15, 0], [1440, 60]],
    ["the same where one may go", "mixed", [1440, 180, 60, 15, 0], [1440, 60]],
    ["what is left of it on the day itself", "on_site", [180, 60, 15, 0], [60]],
    ["the earliest that is left just before", "on_site", [15, 0], [15]],
    ["the day before where no hour is known", "online", [1440], [1440]],
    ["nothing when it has begun", "online", [], []],
  ];
  it.each(cases)("%s", (_, mode, offered, set) => {
    expect(defaultLeads(mode, offered)).toEqual(set);
  });
});

it("a reminder is spoken for by a nearer one only when that one is due too", () => {
  const now = new Date("2026-11-20T14:30:00Z");
  const left = (minutes: number) => ({ startsAt: new Date(now.getTime() + minutes * 60_000), now });
  expect(isSpokenFor(180, [180, 60], left(61))).toBe(false);
  expect(isSpokenFor(180, [180, 60], left(60))).toBe(true);
  expect(isSpokenFor(60, [180, 60], left(10))).toBe(false);
});
