import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import type { Scope } from "../../../bot/programme/listing/list-query.ts";
import { timeWindow } from "../../../bot/programme/listing/time-window.ts";

const kazan = "Europe/Moscow";
const berlin = "Europe/Berlin";

/** The window as the wall clock shows it; "now" where it begins with the moment itself. */
function windowAt(scope: Scope, local: string, zone: string): string {
  const now = DateTime.fromISO(local, { zone });
  const { from, to } = timeWindow(scope, now.toJSDate(), zone);
  const wall = (date: Date) => DateTime.fromJSDate(date, { zone }).toFormat("dd.MM HH:mm");
  return `${from.getTime() === now.toMillis() ? "now" : wall(from)} – ${wall(to)}`;
}

describe("tonight", () => {
  it.each([
    ["2026-11-20T03:59", kazan, "now – 20.11 04:00"],
    ["2026-11-20T04:00", kazan, "now – 21.11 04:00"],
    ["2026-11-20T10:00", kazan, "now – 21.11 04:00"],
    ["2026-11-20T17:30", kazan, "now – 21.11 04:00"],
    ["2026-11-20T23:59", kazan, "now – 21.11 04:00"],
    ["2026-11-21T00:00", kazan, "now – 21.11 04:00"],
    ["2026-12-31T22:00", kazan, "now – 01.01 04:00"],
    ["2027-01-01T01:00", kazan, "now – 01.01 04:00"],
    ["2028-02-28T20:00", kazan, "now – 29.02 04:00"],
    // The clocks go back at three: the night has an hour more.
    ["2026-10-24T20:00", berlin, "now – 25.10 04:00"],
    ["2026-10-25T01:30", berlin, "now – 25.10 04:00"],
    // Clocks go forward at two: an hour less.
    ["2026-03-28T20:00", berlin, "now – 29.03 04:00"],
  ])("at %s in %s is %s", (local, zone, expected) => {
    expect(windowAt({ kind: "tonight" }, local, zone)).toBe(expected);
  });

  it.each([
    ["2026-10-24T20:00", 9],
    ["2026-03-28T20:00", 7],
    ["2026-11-20T20:00", 8],
  ])("from %s in Berlin lasts %i hours", (local, hours) => {
    const now = DateTime.fromISO(local, { zone: berlin }).toJSDate();
    const { to } = timeWindow({ kind: "tonight" }, now, berlin);
    expect((to.getTime() - now.getTime()) / 3_600_000).toBe(hours);
  });
});

describe("the weekend", () => {
  it.each([
    ["Monday", "2026-11-16T12:00", "21.11 00:00 – 23.11 00:00"],
    ["Tuesday", "2026-11-17T12:00", "21.11 00:00 – 23.11 00:00"],
    ["Wednesday", "2026-11-18T12:00", "21.11 00:00 – 23.11 00:00"],
    ["Thursday", "2026-11-19T12:00", "21.11 00:00 – 23.11 00:00"],
    ["Friday", "2026-11-20T23:59", "21.11 00:00 – 23.11 00:00"],
    ["Saturday", "2026-11-21T12:00", "now – 23.11 00:00"],
    ["Sunday", "2026-11-22T12:00", "now – 23.11 00:00"],
    ["the Friday before New Year", "2027-01-01T12:00", "02.01 00:00 – 04.01 00:00"],
  ])("seen from %s", (_, local, expected) => {
    expect(windowAt({ kind: "weekend" }, local, kazan)).toBe(expected);
  });

  it("of the clock change lasts an hour more", () => {
    const { from, to } = timeWindow({ kind: "weekend" }, new Date("2026-10-20T12:00:00Z"), berlin);
    expect((to.getTime() - from.getTime()) / 3_600_000).toBe(49);
  });
});

describe("a day", () => {
  it.each<[Scope, string, string]>([
    [{ kind: "today" }, "2026-11-20T17:30", "now – 21.11 00:00"],
    [{ kind: "today" }, "2026-11-20T00:00", "now – 21.11 00:00"],
    [{ kind: "tomorrow" }, "2026-11-20T23:59", "21.11 00:00 – 22.11 00:00"],
    [{ kind: "tomorrow" }, "2026-12-31T12:00", "01.01 00:00 – 02.01 00:00"],
    [{ kind: "date", date: "2026-11-20" }, "2026-11-20T17:30", "now – 21.11 00:00"],
    [{ kind: "date", date: "2026-11-28" }, "2026-11-20T17:30", "28.11 00:00 – 29.11 00:00"],
    [{ kind: "date", date: "2026-11-01" }, "2026-11-20T17:30", "01.11 00:00 – 02.11 00:00"],
    [{ kind: "near", latitude: 0, longitude: 0, radius: 1 }, "2026-11-20T17:30", "now – 27.11 00:00"],
  ])("%o at %s is %s", (scope, local, expected) => {
    expect(windowAt(scope, local, kazan)).toBe(expected);
  });

  it("is that of the reader's zone", () => {
    const now = new Date("2026-11-20T22:30:00Z");
    expect(timeWindow({ kind: "today" }, now, "Asia/Kamchatka").to).toEqual(new Date("2026-11-21T12:00:00Z"));
    expect(timeWindow({ kind: "today" }, now, "America/New_York").to).toEqual(new Date("2026-11-21T05:00:00Z"));
  });
});

it("the archive ends now and what is on begins before now", () => {
  const now = new Date("2026-11-20T14:30:00Z");
  expect(timeWindow({ kind: "archive" }, now, kazan)).toMatchObject({ to: now, begun: false });
  for (const kind of ["live", "ongoing", "tonight", "today"] as const) {
    expect(timeWindow({ kind }, now, kazan)).toMatchObject({ from: now, begun: true });
  }
});
