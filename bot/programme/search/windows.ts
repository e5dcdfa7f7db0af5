import { DateTime } from "luxon";
import type { PartOfDay, When, Window } from "./query/understanding.ts";

/** An evening ends at four in the morning: whoever asks at two means the night that they are in. */
const nightEnds = { hour: 4 };
const hours: Record<PartOfDay, { from: number; to: number }> = {
  morning: { from: 6, to: 12 },
  afternoon: { from: 12, to: 17 },
  evening: { from: 17, to: 28 },
};

/** The instants meant by what was said, several times joined by "or", parts of the day by "and". Nothing said, nothing. */
export function windowsOf(said: readonly When[], now: Date, zone: string): Window[] {
  const local = DateTime.fromJSDate(now, { zone });
  const times = said.filter((when) => when.kind !== "part_of_day");
  const parts = said.flatMap((when) => (when.kind === "part_of_day" ? [when.part] : []));
  // "вечером" alone is today's evening.
  const spans = (times.length > 0 || parts.length === 0 ? times : [{ kind: "today" } as const]).map((when) =>
    spanOf(when, local),
  );
  const cut = parts.length === 0 ? spans : spans.flatMap((span) => parts.flatMap((part) => partOfDays(span, part)));
  return cut
    .map(({ from, to }) => ({ from: from.toJSDate(), to: to.toJSDate() }))
    .sort((a, b) => a.from.getTime() - b.from.getTime());
}

interface Span {
  from: DateTime;
  to: DateTime;
}

function spanOf(when: Exclude<When, { kind: "part_of_day" }>, now: DateTime): Span {
  const today = now.startOf("day");
  switch (when.kind) {
    case "now":
      return { from: now, to: now.plus({ minutes: 1 }) };
    case "tonight":
      return {
        from: now,
        to: now.hour < nightEnds.hour ? today.set(nightEnds) : today.plus({ days: 1 }).set(nightEnds),
      };
    case "today":
      return { from: now, to: today.plus({ days: 1 }) };
    case "tomorrow":
      return days(today.plus({ days: 1 }), 1, now);
    case "day_after_tomorrow":
      return days(today.plus({ days: 2 }), 1, now);
    case "weekend":
      return days(today.weekday === 7 ? today : today.set({ weekday: 6 }), today.weekday === 7 ? 1 : 2, now);
    case "this_week":
      return { from: now, to: today.startOf("week").plus({ weeks: 1 }) };
    case "next_week":
      return days(today.startOf("week").plus({ weeks: 1 }), 7, now);
    case "weekday":
      return days(today.plus({ days: (when.weekday - today.weekday + 7) % 7 }), 1, now);
    case "date":
      return days(DateTime.fromISO(when.date, { zone: now.zone }), 1, now);
    case "month": {
      const year = when.month < today.month ? today.year + 1 : today.year;
      const start = DateTime.fromObject({ year, month: when.month }, { zone: now.zone });
      return { from: DateTime.max(start, now), to: start.plus({ months: 1 }) };
    }
  }
}

/** Whole days, the rest of today where they begin today. */
function days(start: DateTime, count: number, now: DateTime): Span {
  const to = start.plus({ days: count });
  return { from: start < now && now < to ? now : start, to };
}

function partOfDays(span: Span, part: PartOfDay): Span[] {
  const found: Span[] = [];
  for (let day = span.from.startOf("day"); day < span.to; day = day.plus({ days: 1 })) {
    const from = DateTime.max(span.from, atHour(day, hours[part].from));
    const to = atHour(day, hours[part].to);
    if (from < to) found.push({ from, to });
  }
  return found;
}

function atHour(day: DateTime, hour: number): DateTime {
  return hour < 24 ? day.set({ hour }) : day.plus({ days: 1 }).set({ hour: hour - 24 });
}
