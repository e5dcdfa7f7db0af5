import { describe, expect, test } from "vitest";
import { permanentEnd } from "../../bot/programme/occurrence-end.ts";
import { formatWhen, type Times } from "../../bot/words/time/when.ts";
import { at, en, kazan, ru, tt } from "./words.ts";

const now = at("2025-11-20 12:00");

function times(start: string, end: string, rest: Partial<Times> = {}): Times {
  return { startsAt: at(start), endsAt: at(end), hasStartTime: true, hasEndTime: true, ...rest };
}

const cases: [string, Times, string, string, string][] = [
  [
    "a start and an end",
    times("2025-11-20 19:00", "2025-11-20 21:00"),
    "чт, 20 ноября, 19:00–21:00",
    "20 ноябрь, пәнҗешәмбе, 19:00–21:00",
    "Thu 20 November, 19:00–21:00",
  ],
  [
    "a guessed end is not shown",
    times("2025-11-20 19:00", "2025-11-20 21:30", { hasEndTime: false }),
    "чт, 20 ноября, 19:00",
    "20 ноябрь, пәнҗешәмбе, 19:00",
    "Thu 20 November, 19:00",
  ],
  [
    "no hour at all",
    times("2025-12-05 00:00", "2025-12-06 00:00", { hasStartTime: false, hasEndTime: false }),
    "пт, 5 декабря, время не указано",
    "5 декабрь, җомга, вакыты күрсәтелмәгән",
    "Fri 5 December, time not given",
  ],
  [
    "over midnight",
    times("2025-11-20 22:00", "2025-11-21 02:00"),
    "чт, 20 ноября, 22:00–02:00",
    "20 ноябрь, пәнҗешәмбе, 22:00–02:00",
    "Thu 20 November, 22:00–02:00",
  ],
  [
    "until midnight",
    times("2025-11-20 19:00", "2025-11-21 00:00"),
    "чт, 20 ноября, 19:00–00:00",
    "20 ноябрь, пәнҗешәмбе, 19:00–00:00",
    "Thu 20 November, 19:00–00:00",
  ],
  [
    "a festival of a weekend",
    times("2025-11-21 18:00", "2025-11-23 22:00"),
    "пт, 21 ноября, 18:00 – вс, 23 ноября, 22:00",
    "21 ноябрь, җомга, 18:00 – 23 ноябрь, якшәмбе, 22:00",
    "Fri 21 November, 18:00 – Sun 23 November, 22:00",
  ],
  [
    "an exhibition",
    times("2025-11-20 10:00", "2025-12-05 18:00"),
    "20 ноября – 5 декабря",
    "20 ноябрь – 5 декабрь",
    "20 November – 5 December",
  ],
  [
    "days without an hour, the last one ending at midnight",
    times("2025-11-22 00:00", "2025-11-24 00:00", { hasStartTime: false }),
    "22–23 ноября",
    "22–23 ноябрь",
    "22–23 November",
  ],
  [
    "over the year's end",
    times("2025-12-31 22:00", "2026-01-01 03:00"),
    "ср, 31 декабря, 22:00–03:00",
    "31 декабрь, чәршәмбе, 22:00–03:00",
    "Wed 31 December, 22:00–03:00",
  ],
  [
    "for good",
    { ...times("2020-01-01 10:00", "2020-01-02 10:00"), endsAt: permanentEnd },
    "постоянно",
    "даими",
    "permanent",
  ],
];

describe("when an occurrence is", () => {
  test.each(cases)("%s", (_name, occurrence, russian, tatar, english) => {
    expect([ru, tt, en].map((t) => formatWhen(occurrence, t, kazan, now))).toEqual([russian, tatar, english]);
  });
});
