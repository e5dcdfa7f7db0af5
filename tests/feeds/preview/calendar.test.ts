import { describe, expect, it } from "vitest";
import { formatOf } from "../../support/format.ts";
import { openOffice } from "./office.ts";

const ical = formatOf("ical");

const { database, preview, imports, programme, startsOf } = await openOffice();

const calendar = (...events: string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", ...events, "END:VCALENDAR"].join("\r\n");
const vevent = (...lines: string[]): string => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");

describe("a calendar", () => {
  it("gives events with place, link, zone and status", async () => {
    const event = vevent(
      ...["UID:1@x", "SUMMARY:Концерт <b>джаза</b>", "DESCRIPTION:Вечер\\, рояль.\\nВход свободный. 12+"],
      ...["DTSTART;TZID=Asia/Omsk:20261205T183000", "DURATION:PT2H", "LOCATION:Старый причал\\, Речная 3"],
      ...["GEO:55.79;49.12", "URL:https://jazz.example/1"],
    );
    const off = vevent("UID:2@x", "SUMMARY:Лекция", "DTSTART:20261206T150000Z", "STATUS:CANCELLED");
    const days = vevent("UID:3@x", "SUMMARY:Выставка", "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261211");
    expect(await imports(ical, calendar(event, off, days))).toMatchObject({ created: 3, refused: [] });
    const [jazz, lecture, exhibition] = await programme();
    expect(jazz).toMatchObject({ section: "music", isFree: true, ageMin: 12, attendanceMode: "on_site" });
    expect(jazz?.texts).toMatchObject([{ title: "Концерт джаза", body: "Вечер, рояль.\nВход свободный. 12+" }]);
    expect(jazz?.occurrences).toMatchObject([
      {
        ...{ startsAt: new Date("2026-12-05T12:30:00Z"), endsAt: new Date("2026-12-05T14:30:00Z") },
        place: { latitude: 55.79, texts: [{ title: "Старый причал", address: "Речная 3" }] },
      },
    ]);
    expect(lecture?.occurrences).toMatchObject([{ status: "cancelled" }]);
    expect(exhibition?.occurrences).toMatchObject([
      { startsAt: new Date("2026-11-30T21:00:00Z"), endsAt: new Date("2026-12-10T21:00:00Z"), hasStartTime: false },
    ]);
  });

  it("follows a rule for a year, without its exceptions, by the wall clock of its zone", async () => {
    const weekly = vevent(
      ...["UID:1@x", "SUMMARY:Friday jazz", "DTSTART;TZID=Europe/Berlin:20200103T190000", "RRULE:FREQ=WEEKLY;BYDAY=FR"],
      "EXDATE;TZID=Europe/Berlin:20261127T190000",
    );
    const moved = vevent(
      ...["UID:1@x", "SUMMARY:Friday jazz", "RECURRENCE-ID;TZID=Europe/Berlin:20261204T190000"],
      "DTSTART;TZID=Europe/Berlin:20261205T200000",
    );
    await imports(ical, calendar(weekly, moved));
    const starts = await startsOf();
    expect(starts.slice(0, 5)).toEqual([
      "2026-11-06T18:00:00.000Z",
      "2026-11-13T18:00:00.000Z",
      "2026-11-20T18:00:00.000Z",
      "2026-12-05T19:00:00.000Z",
      "2026-12-11T18:00:00.000Z",
    ]);
    expect(starts).toContain("2027-07-02T17:00:00.000Z");
    expect(starts.length).toBeGreaterThan(50);
    expect(starts.length).toBeLessThan(60);
    expect(
      await database.occurrence.findFirst({ where: { startsAt: new Date("2026-12-05T19:00:00Z") } }),
    ).toMatchObject({
      ...{ status: "moved", previousStartsAt: new Date("2026-12-04T18:00:00Z") },
    });
    expect(await imports(ical, calendar(weekly, moved))).toMatchObject({ unchanged: 1 });
  });

  it("refuses what is private, endless or empty, each with its reason", async () => {
    const event = (uid: string, ...lines: string[]) => vevent(`UID:${uid}`, "DTSTART:20261205T150000Z", ...lines);
    const shown = await preview(
      ical,
      calendar(
        event("1", "SUMMARY:Day off", "CLASS:PRIVATE"),
        event("2", "SUMMARY:Tick", "RRULE:FREQ=SECONDLY"),
        event("3", "SUMMARY:"),
        event("4", "SUMMARY:Never", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        vevent("SUMMARY:Nameless", "DTSTART:20261205T150000Z"),
      ),
    );
    // The first date of a rule counts whatever the rule says, and a rule that nothing fits ends.
    expect(shown.rows.map(({ title }) => title)).toEqual(["Never", "Nameless"]);
    expect(shown.refused.map(({ problem }) => problem.code)).toEqual(
      expect.arrayContaining(["private", "too_often", "no_title"]),
    );
    expect(shown.refused).toHaveLength(3);
    expect(shown.warnings.map(({ problem }) => problem.code)).toContain("no_uid");
  });

  it("that is none is refused with its reason", async () => {
    expect((await preview(ical, "<html>")).stopped).toMatchObject({
      kind: "broken",
      problem: { code: "no_calendar" },
    });
  });
});
