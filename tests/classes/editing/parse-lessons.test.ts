import { describe, expect, it } from "vitest";
import { parseLessons, type SaidSoFar } from "../../../bot/classes/editing/parse-lessons.ts";
import { expandRecurrence } from "../../../bot/when/expand.ts";

const when = { now: new Date("2026-11-20T14:30:00Z"), zone: "Europe/Moscow" };

/** Says one thing after the other, as long as something is unclear; what is asked each time, or how many dates there are. */
function conversation(...texts: string[]): (string | number)[] {
  let before: SaidSoFar | null = null;
  return texts.map((said) => {
    const { read, text } = parseLessons(said, before, when);
    before = read.kind === "unclear" ? { text, what: read.what } : null;
    return read.kind === "unclear" ? read.what : expandRecurrence(read.recurrence, when.zone).length;
  });
}

describe("when lessons are, bit by bit", () => {
  it.each([
    [
      ["пн ср", "10:00–11:30", "12", "1 декабря"],
      ["time", "count", "start", 12],
    ],
    [
      ["пн ср в 10:00", "до 26 декабря"],
      ["count", 10],
    ],
    [
      ["пн ср в 10:00", "26 декабря"],
      ["count", 10],
    ],
    [["пн ср пт 10:00 с 1 декабря 50 занятий"], [50]],
    [["пн ср пт 10:00 с 1 декабря 51 занятие"], ["too many"]],
    [["пн ср пт 10:00 с 1 декабря до 1 июня 2027"], ["too many"]],
    [
      ["12 занятий с 1 декабря в 10:00", "пн и ср"],
      ["days", 12],
    ],
    [
      ["пн ср с 1 декабря, 12 занятий", "10"],
      ["time", 12],
    ],
    [
      ["пн ср с 1 декабря, 12 занятий", "10–11:30"],
      ["time", 12],
    ],
    [
      ["дүшәмбе, чәршәмбе 10:00, 1 декабрьдән", "12 дәрес"],
      ["count", 12],
    ],
    [
      ["Mon Wed 10:00, 12 lessons", "1 Dec"],
      ["start", 12],
    ],
    [
      ["пн", "каждую пятницу в 19:00 до 26 декабря"],
      ["time", 6],
    ],
    [
      ["пн ср в 10 с 1 декабря, 12 занятий без каникул", "пн ср в 10 с 1 декабря, 12 занятий"],
      ["pause", 12],
    ],
  ])("%j", (texts, outcomes) => {
    expect(conversation(...texts)).toEqual(outcomes);
  });

  it("does not pile up what contradicts itself", () => {
    const before = { text: "пн в 10 с 1 октября, 3 занятия", what: "start" as const };
    const { read, text } = parseLessons("нет", before, when);
    expect(read).toMatchObject({ kind: "unclear", what: "start" });
    expect(text).toBe(before.text);
  });
});
