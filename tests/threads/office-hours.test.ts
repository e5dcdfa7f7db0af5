import { describe, expect, it } from "vitest";
import { nextOpening, parseOfficeHours, usualOfficeHours } from "../../bot/threads/office-hours.ts";
import { formatOfficeHours, formatWhenAnswered } from "../../bot/threads/words.ts";
import { words } from "../support/city.ts";

const kazan = "Europe/Moscow";
const withSaturday = parseOfficeHours("Mon-Fri 9:00-18:00, Sat 10:00-14:00") ?? [];

it.each<[now: string, opens: string | null, why: string]>([
  ["2026-11-20T06:00:00Z", null, "Friday at nine: they begin"],
  ["2026-11-20T14:59:59Z", null, "a second before six"],
  ["2026-11-20T15:00:00Z", "2026-11-21T07:00:00Z", "six on Friday: on Saturday at ten"],
  ["2026-11-21T11:00:00Z", "2026-11-23T06:00:00Z", "Saturday at two: on Monday at nine"],
  ["2026-11-23T05:59:00Z", "2026-11-23T06:00:00Z", "Monday, a minute before nine"],
])("at %s people answer from %s on: %s", (now, opens) => {
  expect(nextOpening(new Date(now), withSaturday, kazan)?.toISOString() ?? null).toBe(
    opens === null ? null : new Date(opens).toISOString(),
  );
});

it("summer time moves no opening from the wall clock", () => {
  const hours = parseOfficeHours("Sun 9:00-12:00") ?? [];
  // Berlin goes over to summer time in the night before.
  const opens = nextOpening(new Date("2027-03-27T20:00:00Z"), hours, "Europe/Berlin");
  expect(opens?.toISOString()).toBe("2027-03-28T07:00:00.000Z");
});

it.each(["", "always", "Mon-Fri", "Mon-Fri 18:00-9:00", "Mon-Fri 9:00-25:00", "Fri-Mon 9:00-18:00", "Mon 9:60-10:00"])(
  "%o is no hours",
  (text) => {
    expect(parseOfficeHours(text)).toBeUndefined();
  },
);

it("the usual hours are those that an operator would write so", () => {
  expect(parseOfficeHours("mon-fri 9:00 - 18:00")).toEqual(usualOfficeHours);
});

describe.each([
  ["ru", "пн–пт 9:00–18:00, сб 10:00–14:00", "в понедельник, 23 ноября, с 09:00"],
  ["tt", "дүшәмбе–җомга 9:00–18:00, шимбә 10:00–14:00", "09:00 башлап"],
  ["en", "Mon–Fri 9:00–18:00, Sat 10:00–14:00", "on Monday 23 November, from 09:00"],
] as const)("in %s", (language, hours, opens) => {
  const t = words.for(language);

  it("hours are said, and when people are back", () => {
    const now = new Date("2026-11-21T12:00:00Z");
    expect(formatOfficeHours(withSaturday, t)).toBe(hours);
    expect(formatWhenAnswered(withSaturday, { t, now }, kazan)).toContain(opens);
  });
});
