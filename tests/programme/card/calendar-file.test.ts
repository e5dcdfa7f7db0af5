import fc from "fast-check";
import ICAL from "ical.js";
import ical from "node-ical";
import { describe, expect, it } from "vitest";
import { calendarFileName, formatCalendarFile } from "../../../bot/programme/card/calendar-file.ts";
import type { Card } from "../../../bot/programme/card/card.ts";
import { words } from "../../support/city.ts";
import { plainCard } from "../../support/plain-card.ts";

const now = new Date("2026-11-20T14:30:00Z");

const cardOf = (changes: Partial<Card> = {}): Card => ({ ...plainCard, ...changes });

const fileOf = (changes: Partial<Card> = {}) =>
  formatCalendarFile(cardOf(changes), words.for("ru"), { now, botUsername: "ishek_bot" });

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const component = calendar.getFirstSubcomponent("vevent");
  const entry = Object.values(ical.sync.parseICS(file)).find((candidate) => candidate?.type === "VEVENT");
  if (!component || entry?.type !== "VEVENT") throw new Error(`no event in:\n${file}`);
  return { calendar, component, event: new ICAL.Event(component), entry };
}

describe("a calendar file, read by ical.js and by node-ical,", () => {
  it.each([
    ["winter in Kazan", "Europe/Moscow", "2026-11-21T16:00:00Z", "20261121T190000"],
    ["winter in Berlin", "Europe/Berlin", "2026-11-21T18:00:00Z", "20261121T190000"],
    ["summer in Berlin", "Europe/Berlin", "2026-07-21T17:00:00Z", "20260721T190000"],
    ["the night the clocks go back", "Europe/Berlin", "2026-10-25T18:00:00Z", "20261025T190000"],
    ["the day after they go forward", "Europe/Berlin", "2026-03-30T17:00:00Z", "20260330T190000"],
    ["Kamchatka", "Asia/Kamchatka", "2026-11-21T07:00:00Z", "20261121T190000"],
  ])("keeps the instant and the wall clock: %s", (_, timeZone, start, wall) => {
    const startsAt = new Date(start);
    const { event, entry, component } = read(
      fileOf({ timeZone, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }),
    );
    expect(event.startDate.toICALString()).toBe(wall);
    expect(event.startDate.toJSDate()).toEqual(startsAt);
    expect(entry.start.getTime()).toBe(startsAt.getTime());
    expect(component.getFirstProperty("dtstart")?.getParameter("tzid")).toBe(timeZone);
  });

  it("leaves an end out that nobody announced", () => {
    const { component } = read(fileOf({ hasEndTime: false }));
    expect(component.getFirstProperty("dtend")).toBeNull();
  });

  it.each([
    ["one day", "2026-12-05T00:00:00+03:00", "2026-12-06T00:00:00+03:00", false, "2026-12-06"],
    ["one day to its midnight", "2026-12-05T00:00:00+03:00", "2026-12-06T00:00:00+03:00", true, "2026-12-06"],
    ["three days", "2026-12-05T00:00:00+03:00", "2026-12-07T18:00:00+03:00", true, "2026-12-08"],
  ])("is an all-day entry without an hour: %s", (_, start, end, hasEndTime, until) => {
    const { event, entry } = read(
      fileOf({ hasStartTime: false, startsAt: new Date(start), endsAt: new Date(end), hasEndTime }),
    );
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe("2026-12-05");
    expect(event.endDate.toString()).toBe(until);
    expect(entry.datetype).toBe("date");
  });

  it.each([
    ["scheduled", "CONFIRMED"],
    ["moved", "CONFIRMED"],
    ["postponed", "TENTATIVE"],
    ["cancelled", "CANCELLED"],
  ] as const)("gives what is %s the status %s", (status, expected) => {
    const { component, entry } = read(fileOf({ status }));
    expect(component.getFirstPropertyValue("status")).toBe(expected);
    expect(entry.status).toBe(expected);
  });

  it("names the place, where it is, and a link back", () => {
    const { event, component } = read(
      fileOf({
        place: { latitude: 55.7964, longitude: 49.1242, texts: { ru: { title: "Опера", address: "пл. Свободы, 2" } } },
      }),
    );
    expect(event.location).toBe("Опера, пл. Свободы, 2");
    expect(component.getFirstPropertyValue("geo")).toEqual([55.7964, 49.1242]);
    expect(component.getFirstPropertyValue("url")).toBe("https://t.me/ishek_bot?start=o_4g");
  });

  it("keeps UID and tells the sequence", () => {
    const { event } = read(fileOf({ sequence: 3 }));
    expect(event.uid).toBe("occurrence-160@ishek_bot.t.me");
    expect(event.sequence).toBe(3);
    expect(read(fileOf({ sequence: 4 })).event.uid).toBe(event.uid);
  });

  it("carries any text unharmed, in lines of 75 octets at most that end in CRLF", () => {
    // Control characters are no text (RFC 5545, 3.1), line breaks come back as the one kind that there is. U+FFFD is
    // left to show a letter that was cut in two.
    const text = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 300 })
      .map((t) => t.replace(/[\p{C}\uFFFD]/gu, ""));
    fc.assert(
      fc.property(text, text, (title, rest) => {
        const file = fileOf({ texts: { ru: { title: `Т${title}`, summary: `А\n${rest}\r\nБ\rВ` } } });
        const { event } = read(file);
        expect(event.summary).toBe(`Т${title}`);
        expect(event.description).toBe(`А\n${rest}\nБ\nВ`);
        expect(file.endsWith("\r\n")).toBe(true);
        for (const line of file.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n\uFFFD]/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

it.each([
  ["«Богема»: опера/балет?", "«Богема» опера балет.ics"],
  ["Гоголь; Пушкин", "Гоголь Пушкин.ics"],
  ["???", "event.ics"],
  ["🎻".repeat(100), `${"🎻".repeat(60)}.ics`],
])("a file of %s is called %s", (title, name) => {
  expect(calendarFileName(title)).toBe(name);
});
