import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import type { Candidate, EveningCompany, EveningSetting, Placed } from "../../bot/planning/candidate.ts";
import { dayOfEvening, type EveningWish, eveningDays, frameOf } from "../../bot/planning/evening.ts";
import { standingOf } from "../../bot/planning/standing.ts";
import { suits, worthOf } from "../../bot/planning/worth.ts";

const zone = "Europe/Moscow";
const at = (wall: string): Date => DateTime.fromSQL(wall, { zone }).toJSDate();
const wall = (instant: number): string => DateTime.fromMillis(instant, { zone }).toFormat("dd HH:mm");
const now = at("2026-11-20 17:30");
const wish = (setting: EveningSetting, company: EveningCompany, day = "2026-11-20"): EveningWish => ({
  ...{ day, setting, company, priceLimit: null },
});

describe("the time that an evening may take", () => {
  it.each([
    ["tonight in town, half an hour from now on", wish("town", "anyone"), null, "20 18:00", "21 00:00"],
    ["tonight at home, at once", wish("home", "anyone"), null, "20 17:35", "21 00:00"],
    ["tomorrow, from four o'clock", wish("town", "anyone", "2026-11-21"), null, "21 16:00", "22 00:00"],
    ["with children, until nine", wish("town", "children"), null, "20 18:00", "20 21:00"],
    ["around a matinee", wish("town", "anyone", "2026-11-21"), ["12:00", "13:00"], "21 08:00", "21 17:00"],
    [
      "around a late show, which is not cut off",
      wish("town", "seniors", "2026-11-21"),
      ["21:00", "23:30"],
      "21 17:00",
      "21 23:30",
    ],
  ] as const)("%s", (_, wanted, around, from, until) => {
    const card = around && { startsAt: at(`${wanted.day} ${around[0]}`), endsAt: at(`${wanted.day} ${around[1]}`) };
    const frame = frameOf(wanted, { now, zone }, card);
    expect([wall(frame.from), wall(frame.until)]).toEqual([from, until]);
  });

  it("is tomorrow's when too little of tonight is left, and of a week to choose from", () => {
    expect(dayOfEvening({ now, zone })).toBe("2026-11-20");
    expect(dayOfEvening({ now: at("2026-11-20 21:00"), zone })).toBe("2026-11-21");
    expect(eveningDays({ now, zone })).toHaveLength(7);
  });
});

describe("what suits", () => {
  it("is what is rated for children, or made for them", () => {
    expect(suits({ ageMin: 6, audiences: [] }, "children")).toBe(true);
    expect(suits({ ageMin: 12, audiences: ["family"] }, "children")).toBe(false);
    expect(suits({ ageMin: null, audiences: ["family"] }, "children")).toBe(true);
    expect(suits({ ageMin: null, audiences: [] }, "children")).toBe(false);
    expect(suits({ ageMin: 18, audiences: [] }, "seniors")).toBe(true);
  });

  it("is liked, free, made for those who come, and rather a date than what can be had tomorrow", () => {
    const plain = { audiences: [], accessibility: [], isFree: false, stars: null };
    const worth = (more: object, company: EveningCompany = "anyone") => worthOf("date", { ...plain, ...more }, company);
    expect(worth({ stars: 4.8 })).toBeGreaterThan(worth({}));
    expect(worth({ stars: 3 })).toBeLessThan(worth({}));
    expect(worth({ isFree: true })).toBeGreaterThan(worth({}));
    expect(worth({ audiences: ["seniors"] }, "seniors")).toBeGreaterThan(worth({}, "seniors"));
    expect(worthOf("offer", plain, "anyone")).toBeLessThan(worth({}));
  });
});

describe("a piece of a kept evening", () => {
  const frame = {
    from: at("2026-11-20 16:00").getTime(),
    until: at("2026-11-21 00:00").getTime(),
    company: "anyone",
  } as const;
  const candidate: Candidate = {
    ...{ key: "o1", subjects: [], kind: "exhibition", stay: 3_600_000, begins: null, ends: null, worth: 3 },
    spans: [{ from: at("2026-11-20 10:00").getTime(), until: at("2026-11-20 18:00").getTime() }],
  };
  const planned = { startsAt: at("2026-11-20 17:00"), endsAt: at("2026-11-20 18:00") };
  const offer = (state: "shown" | "withdrawn") => ({ kind: "offer", offer: { state } }) as const;
  const alone = { others: [] as Placed[], frame };

  it("stands while its doors are open then, and is withdrawn with what it was", () => {
    expect(standingOf(offer("shown"), planned, candidate, alone)).toEqual({ kind: "stands" });
    const later = { startsAt: at("2026-11-20 17:15"), endsAt: at("2026-11-20 18:15") };
    expect(standingOf(offer("shown"), later, candidate, alone)).toEqual({ kind: "closed" });
    expect(standingOf(offer("withdrawn"), planned, candidate, alone)).toEqual({ kind: "withdrawn" });
    expect(standingOf({ kind: "gone" }, planned, null, alone)).toEqual({ kind: "withdrawn" });
  });

  it.each([
    ["scheduled", "17:00", { kind: "stands" }],
    ["cancelled", "17:00", { kind: "cancelled" }],
    ["postponed", "17:00", { kind: "postponed" }],
    ["moved", "17:30", { kind: "moved", fits: true }],
    ["moved", "19:10", { kind: "moved", fits: false }],
    ["moved", "15:00", { kind: "moved", fits: false }],
  ] as const)("that is %s to %s", (status, hour, standing) => {
    const startsAt = at(`2026-11-20 ${hour}`);
    const card = { withdrawn: false, status, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) };
    const next = { candidate, startsAt: at("2026-11-20 20:00").getTime(), endsAt: at("2026-11-20 21:00").getTime() };
    const subject = { kind: "date", card } as const;
    expect(standingOf(subject, planned, candidate, { others: [next], frame })).toMatchObject(standing);
  });
});
