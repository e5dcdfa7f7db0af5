import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { formatSchedule } from "../../bot/classes/lessons/words.ts";
import { expandRecurrence } from "../../bot/when/expand.ts";
import { parseDates } from "../../bot/when/parse/parse-dates.ts";
import { parseMoment } from "../../bot/when/parse/parse-moment.ts";
import { parseRecurrence } from "../../bot/when/parse/parse-recurrence.ts";
import { formatAtTime, formatDays, formatOnDay } from "../../bot/words/time/dates.ts";
import { formatWhen } from "../../bot/words/time/when.ts";
import { en, ru, tt } from "../words/words.ts";
import { sunday } from "./saying.ts";

const { now, zone } = sunday;
const translators = fc.constantFrom(ru, tt, en);
/** A quarter of an hour within the next ten months, on the wall of Kazan, not this minute. */
const instant = fc
  .integer({ min: 8, max: 4 * 24 * 300 })
  .map((quarters) => new Date(now.getTime() + quarters * 900_000));
const minutes = fc.constantFrom(30, 45, 60, 90, 120, 300);

describe("what the bot writes is read back", () => {
  it("as the same instant", () => {
    fc.assert(
      fc.property(instant, translators, (startsAt, t) => {
        const text = formatWhen({ startsAt, endsAt: startsAt, hasStartTime: true, hasEndTime: false }, t, zone, now);
        expect({ text, ...parseMoment(text, sunday) }).toEqual({
          ...{ text, kind: "moment", startsAt, endsAt: null, hasStartTime: true, unused: [] },
        });
      }),
    );
  });

  it("as the same instant, where it is an answer to when", () => {
    fc.assert(
      fc.property(instant, translators, (startsAt, t) => {
        const text = `${formatOnDay(startsAt, t, zone, now)} ${formatAtTime(startsAt, t, zone)}`;
        expect({ text, ...parseMoment(text, sunday) }).toMatchObject({ text, kind: "moment", startsAt, unused: [] });
      }),
    );
  });

  it("with the same end", () => {
    fc.assert(
      fc.property(instant, minutes, translators, (startsAt, length, t) => {
        const endsAt = new Date(startsAt.getTime() + length * 60_000);
        const text = formatWhen({ startsAt, endsAt, hasStartTime: true, hasEndTime: true }, t, zone, now);
        const dates = [{ startsAt, endsAt, hasStartTime: true }];
        expect({ text, ...parseDates(text, sunday) }).toEqual({ text, kind: "dates", dates, unused: [] });
      }),
    );
  });

  it("as the same days", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), translators, (at, count, t) => {
        const startsAt = DateTime.fromJSDate(at, { zone }).startOf("day").plus({ days: 1 });
        const last = startsAt.plus({ days: count });
        const text = formatDays(startsAt.toJSDate(), last.toJSDate(), t, zone, now);
        const dates = [
          { startsAt: startsAt.toJSDate(), endsAt: last.plus({ days: 1 }).toJSDate(), hasStartTime: false },
        ];
        expect({ text, ...parseDates(text, sunday) }).toEqual({ text, kind: "dates", dates, unused: [] });
      }),
    );
  });

  it("as the same lessons", () => {
    const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 });
    const hour = fc.integer({ min: 8 * 4, max: 20 * 4 }).map((quarter) => quarter * 15);
    fc.assert(
      fc.property(weekdays, hour, fc.integer({ min: 2, max: 9 }), translators, (days, from, weeks, t) => {
        const byDay = days.sort().map((weekday) => ({ weekday, from, until: null }));
        const rest = { interval: 1, start: "2026-12-01", count: weeks * days.length, until: null, pauses: [] };
        const planned = expandRecurrence({ kind: "weekly", byDay, ...rest }, zone);
        const lessons = planned.map(({ startsAt }) => ({ startsAt, endsAt: startsAt, status: "scheduled" as const }));
        const text = formatSchedule(lessons, zone, t);
        const read = parseRecurrence(text, sunday);
        const back = read.kind === "recurrence" ? expandRecurrence(read.recurrence, zone) : read.what;
        expect({ text, back, unused: read.unused }).toEqual({ text, back: planned, unused: [] });
      }),
    );
  });
});

describe("words that are not about time", () => {
  const foreign = fc.constantFrom("квартет", "библиотека", "сәхнә", "мөнбәр", "balcony", "orchestra", "клавесин 3D");

  it("before or behind a moment are reported, and change nothing", () => {
    fc.assert(
      fc.property(instant, translators, foreign, foreign, fc.boolean(), (startsAt, t, one, other, isBefore) => {
        const said = formatWhen({ startsAt, endsAt: startsAt, hasStartTime: true, hasEndTime: false }, t, zone, now);
        const text = isBefore ? `${one} ${other} ${said}` : `${said}, ${one} ${other}`;
        const read = parseMoment(text, sunday);
        const unused = read.unused.map(({ start, end }) => text.slice(start, end)).join(" ");
        expect({ text, ...read, unused }).toMatchObject({ text, kind: "moment", startsAt, unused: `${one} ${other}` });
      }),
    );
  });

  it("beside dates and lessons are reported, too", () => {
    fc.assert(
      fc.property(foreign, (word) => {
        for (const text of [`${word} 5 и 6 декабря в 18:00`, `5 һәм 6 декабрь 18:00, ${word}`]) {
          const read = parseDates(text, sunday);
          expect(read.kind === "dates" && read.dates.length).toBe(2);
          expect(read.unused.map(({ start, end }) => text.slice(start, end)).join(" ")).toBe(word);
        }
        const lessons = `Mon Wed 10:00 from 7 December, 4 lessons, ${word}`;
        const read = parseRecurrence(lessons, sunday);
        expect(read.kind).toBe("recurrence");
        expect(read.unused.map(({ start, end }) => lessons.slice(start, end)).join(" ")).toBe(word);
      }),
    );
  });
});

describe("any text", () => {
  it("is read without an error, and what was not used stands in it", () => {
    const piece = fc.constantFrom(
      ..."5 31 2026 18:30 18.30 5.12 5/12 декабря пн каждую саен every в at до по from кроме через 3 часа , – и \n".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 120 }),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(" ")),
    );
    fc.assert(
      fc.property(text, (source) => {
        const present = { startsAt: new Date("2026-12-05T16:00:00Z"), hasStartTime: true };
        const reads = [
          parseMoment(source, sunday, present),
          parseDates(source, sunday),
          parseRecurrence(source, sunday),
        ];
        for (const { start, end } of reads.flatMap(({ unused }) => unused)) {
          expect(start >= 0 && start < end && end <= source.length).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
