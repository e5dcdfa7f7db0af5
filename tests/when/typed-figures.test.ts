import { expect, it } from "vitest";
import { datesOf, lessonsOf } from "./saying.ts";

/** What somebody types, and what is meant by it; of what is unclear, what is to be asked. */
type Figure = readonly [said: string, meant: string];

/** As editors type them in "New event" and "Add dates"; it is Sunday 29 November 2026. */
const ofEvents: readonly Figure[] = [
  ["каждую пятницу 19:00 до 26 декабря", "12-04 19:00, 12-11 19:00, 12-18 19:00, 12-25 19:00"],
  ["каждую пятницу 19:00 до 26 декабря, кроме 11 декабря", "12-04 19:00, 12-18 19:00, 12-25 19:00"],
  ["каждую субботу с 5 по 19 декабря в 12:00", "12-05 12:00, 12-12 12:00, 12-19 12:00"],
  ["5 декабря 18:30", "12-05 18:30"],
  ["завтра в 19:00", "11-30 19:00"],
  ["5 декабря в 7 вечера", "12-05 19:00"],
  ["5–7 декабря", "12-05/12-07"],
  ["ежедневно до 3 декабря в 11:00", "11-30 11:00, 12-01 11:00, 12-02 11:00, 12-03 11:00"],
  ["5 декабря 18:30–20:30", "12-05 18:30–20:30"],
  ["һәр җомга 19:00, 12 декабрьгә кадәр", "12-04 19:00, 12-11 19:00"],
  ["9 декабрь, сәгать 18.30", "12-09 18:30"],
  ["5 декабря 2026 года в 18:30", "12-05 18:30"],
  ["5 December 6:30 pm", "12-05 18:30"],
  ["1 октября 2026 19:00", "start"],
  [
    "5, 12 и 19 декабря в 11:00 и 14:00",
    "12-05 11:00, 12-05 14:00, 12-12 11:00, 12-12 14:00, 12-19 11:00, 12-19 14:00",
  ],
  ["12 декабря в 18.30 и 13 декабря в 17.00", "12-12 18:30, 12-13 17:00"],
  ["5.12.26 в 18-30", "12-05 18:30"],
  ["31 декабря 23:00 – 1 января 02:00", "12-31 23:00–02:00"],
  ["4 декабря – 31 января, 10:00–18:00, кроме понедельника", "12-04/01-31 ? 10:00–18:00 ? понедельника"],
  ["первая суббота месяца в 12:00 до мая", "12-05 12:00, 01-02 12:00, 02-06 12:00, 03-06 12:00, 04-03 12:00"],
  ["пт 19:00 до нового года", "12-04 19:00 ? нового года"],
  ["4 декабрьдән 31 гыйнварга кадәр", "12-04/01-31"],
  ["every Friday 7pm until 26 December", "12-04 19:00, 12-11 19:00, 12-18 19:00, 12-25 19:00"],
  ["суббота, 6 декабря 18:00", "weekday"],
  ["каждую пятницу 19:00 до конца года", "12-04 19:00, 12-11 19:00, 12-18 19:00, 12-25 19:00"],
  ["каждый второй четверг месяца в 18:00 до марта", "12-10 18:00, 01-14 18:00, 02-11 18:00"],
];

/** As makers of courses type them: the first three lessons, and how many there are. */
const ofLessons: readonly Figure[] = [
  ["пн 10:00 и ср 18:00 с 7 декабря, 8 занятий", "12-07 10:00, 12-09 18:00, 12-14 10:00 (8)"],
  ["по вторникам и четвергам в 18:30 с 1 декабря до 24 декабря", "12-01 18:30, 12-03 18:30, 12-08 18:30 (8)"],
  ["вт чт 18:30 с 12 января, 20 занятий, кроме 23 февраля", "01-12 18:30, 01-14 18:30, 01-19 18:30 (20)"],
  ["каждую субботу 12:00–13:30 с 5 декабря, 4 занятия", "12-05 12:00–13:30, 12-12 12:00–13:30, 12-19 12:00–13:30 (4)"],
  ["сишәмбе 18:00, 1 декабрьдән, 4 дәрес", "12-01 18:00, 12-08 18:00, 12-15 18:00 (4)"],
  ["every Monday at 10 from 7 December, 3 lessons", "12-07 10:00, 12-14 10:00, 12-21 10:00 (3)"],
  ["пн 10:00 12 занятий", "start"],
  ["пн и ср с 7 декабря, 8 занятий", "time"],
  ["с 1 декабря 12 занятий в 10:00", "days"],
  ["пн 10:00 с 7 декабря", "count"],
  ["пн 10:00 с 1 октября 5 занятий", "start"],
  ["пн 10:00 с 1 декабря 5 занятий кроме праздников", "12-07 10:00, 12-14 10:00, 12-21 10:00 (5)"],
];

const questions = /^(?:days|time|start|count|end|pause|too many|none|weekday|ambiguous)$|\?/u;

type Outcome = "right" | "asked" | "wrong";

function outcomeOf(meant: string, read: string): Outcome {
  if (read === meant) return "right";
  return questions.test(read) ? "asked" : "wrong";
}

it.each([
  ["dates typed in the event dialogue", ofEvents, datesOf, 26],
  ["dates typed in the lesson dialogue", ofLessons, lessonsOf, 12],
] as const)("%s: at least 95 of a hundred are read right, none wrong", (name, figures, read, count) => {
  const all = figures.map(([said, meant]) => ({ said, meant, read: read(said) }));
  const rows = all.map((one) => ({ ...one, outcome: outcomeOf(one.meant, one.read) }));
  const sum = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  const lines = rows.map(
    (row) =>
      `${row.outcome.padEnd(5)}  ${row.said}  →  ${row.read}${row.outcome === "right" ? "" : `  (${row.meant})`}`,
  );
  const total = `${name}: ${sum("right")} right, ${sum("asked")} asked, ${sum("wrong")} wrong of ${rows.length}`;
  process.stdout.write(`${lines.join("\n")}\n${total}\n`);
  expect(rows).toHaveLength(count);
  expect(sum("wrong")).toBe(0);
  expect(sum("right") / rows.length).toBeGreaterThanOrEqual(0.95);
});
