import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { permanentEnd } from "../../bot/programme/occurrence-end.ts";
import { daysLeft } from "../../bot/reminders/last-days.ts";
import { lastDays } from "../../bot/reminders/lead-times.ts";
import { offeredLeads, planReminder, planReminders, type Situation } from "../../bot/reminders/plan.ts";

const kazan = "Europe/Moscow";
const at = (wall: string, zone = kazan): Date => DateTime.fromSQL(wall, { zone }).toJSDate();
const wall = (instant: Date, zone: string) => DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd HH:mm");

/** An exhibition from the tenth to the end of the twenty-ninth; it is the twentieth. */
const exhibition: Situation = {
  startsAt: at("2026-11-10 10:00"),
  endsAt: at("2026-11-30 00:00"),
  hasStartTime: true,
  status: "scheduled",
  zone: kazan,
  quiet: { from: 22 * 60, until: 8 * 60 },
};
const now = at("2026-11-20 17:30");

it.each<[why: string, more: Partial<Situation>, comes: string]>([
  ["at noon, three days before the last one", {}, "2026-11-26 12:00"],
  ["the day is that of the last hour", { endsAt: at("2026-11-29 18:00") }, "2026-11-26 12:00"],
  ["by the clock of the one who is told", { zone: "Asia/Omsk", endsAt: at("2026-11-29 18:00") }, "2026-11-26 12:00"],
  ["after quiet hours of the day", { quiet: { from: 11 * 60, until: 15 * 60 } }, "2026-11-26 15:00"],
  ["too late with two days left", { endsAt: at("2026-11-22 18:00") }, "never"],
  ["too late on its very minute", { endsAt: at("2026-11-23 18:00") }, "never"],
  ["an evening has no last days", { startsAt: at("2026-11-25 19:00"), endsAt: at("2026-11-25 21:00") }, "never"],
  ["nor has a festival of four days", { startsAt: at("2026-11-25 10:00"), endsAt: at("2026-11-28 21:00") }, "never"],
  ["of six days it has", { startsAt: at("2026-11-24 10:00"), endsAt: at("2026-11-29 21:00") }, "2026-11-26 12:00"],
  ["what is there for good has no end", { endsAt: permanentEnd }, "never"],
  ["what is cancelled is not told of", { status: "cancelled" }, "never"],
  ["nor what is postponed", { status: "postponed" }, "never"],
  ["without an hour it is the same", { hasStartTime: false }, "2026-11-26 12:00"],
])("the last days are told: %s", (_, more, comes) => {
  const situation = { ...exhibition, ...more };
  const planned = planReminder(situation, lastDays, at("2026-11-20 12:00"));
  expect(planned === null ? "never" : wall(planned.dueAt, situation.zone)).toBe(comes);
});

it("they are all that is offered of what has begun, and stand beside the rest before", () => {
  expect(offeredLeads(exhibition, now)).toEqual([lastDays]);
  const ahead = { ...exhibition, startsAt: at("2026-11-21 19:00") };
  expect(offeredLeads(ahead, now)).toEqual([1440, 180, 60, 15, 0, lastDays]);
  expect(planReminders(ahead, [1440, 60, lastDays], now).map(({ lead }) => lead)).toEqual([1440, 60, lastDays]);
});

it.each([
  ["2026-11-26 12:00", 3],
  ["2026-11-29 09:00", 0],
  ["2026-11-30 09:00", 0],
])("at %s %i days are left", (moment, left) => {
  expect(daysLeft(exhibition.endsAt, kazan, at(moment))).toBe(left);
});
