import { describe, expect, test } from "vitest";
import type { OpeningHours, OpenSpan } from "../../bot/opening/opening-hours.ts";
import { parseOpening } from "../../bot/opening/parse-opening.ts";

// A Friday.
const reading = { now: new Date("2026-11-20T14:30:00Z"), zone: "Europe/Moscow" };

const clock = (minutes: number) => {
  const hour = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hour}` : `${hour}:${String(minutes % 60).padStart(2, "0")}`;
};
const spans = (all: readonly OpenSpan[]) =>
  all.length === 0 ? "-" : all.map(({ from, until }) => `${clock(from)}-${clock(until)}`).join("+");

/** "- 10-18 …": the week from Monday on, then holidays and days of their own. */
const inShort = ({ week, holidays, days }: OpeningHours) =>
  [
    week.map(spans).join(" "),
    ...(holidays === null ? [] : [`hol ${spans(holidays)}`]),
    ...days.map(({ first, last, spans: own }) => `${first === last ? first : `${first}..${last}`} ${spans(own)}`),
  ].join("; ");

function read(text: string): string {
  const parsed = parseOpening(text, reading);
  const unused = parsed.unused.map(({ start, end }) => text.slice(start, end)).join("|");
  return `${parsed.kind === "hours" ? inShort(parsed.hours) : parsed.what}${unused === "" ? "" : ` ? ${unused}`}`;
}

const museum = "- 10-18 10-18 10-20 10-18 10-18 10-18";
const noMonday = "- 10-18 10-18 10-18 10-18 10-18 10-18";
const daily = Array(7).fill("10-18").join(" ");

describe("opening hours, as people write them", () => {
  test.each([
    ["вт–вс 10–18, чт до 20, пн выходной", museum],
    ["вт-вс 10:00-18:00, чт 10:00-20:00, понедельник – выходной", museum],
    ["Вт, ср, пт, сб, вс с 10 до 18; чт с 10 до 20; пн выходной", museum],
    ["ежедневно 10–18, кроме понедельника, по четвергам до 20:00", museum],
    ["ежедневно, кроме пн, 10–18", noMonday],
    ["ежедневно с 10.00 до 18.00", daily],
    ["10–18", daily],
    ["10:00–18:00, пн выходной", noMonday],
    ["10–18 вт–вс", noMonday],
    ["выходной: понедельник, вт–вс 10–18", noMonday],
    ["Часы работы: вт–вс 10–18. Выходной день – понедельник", noMonday],
    ["со вторника по воскресенье с 10 до 18", noMonday],
    ["без выходных, 10–18", daily],
    ["по будням 9–18, сб 10–15, вс выходной", "9-18 9-18 9-18 9-18 9-18 10-15 -"],
    ["пн–пт 9–18, выходные 11–17", "9-18 9-18 9-18 9-18 9-18 11-17 11-17"],
    ["ср–вс 11–19, пн, вт выходные", "- - 11-19 11-19 11-19 11-19 11-19"],
    ["пн–пт 9–18, обед 13–14", "9-13+14-18 9-13+14-18 9-13+14-18 9-13+14-18 9-13+14-18 - -"],
    ["пн–пт 9–18, перерыв с 13 до 14, сб 9–15", "9-13+14-18 9-13+14-18 9-13+14-18 9-13+14-18 9-13+14-18 9-15 -"],
    ["вт 10–13, 14–18", "- 10-13+14-18 - - - - -"],
    ["пт, сб 18–02, вс 12–24", "- - - - 18-26 18-26 12-24"],
    ["пт 18:00 – 2 ночи", "- - - - 18-26 - -"],
    ["круглосуточно", Array(7).fill("0-24").join(" ")],
    ["24/7", Array(7).fill("0-24").join(" ")],
    ["вт–вс 10–18, в праздники закрыто", `${noMonday}; hol -`],
    ["вт–вс 10–18, праздничные дни 11–16", `${noMonday}; hol 11-16`],
    ["вт–вс 10–18, кроме праздников", `${noMonday}; hol -`],
    ["вт–вс 10–18, 31 декабря до 16, 1–8 января закрыто", `${noMonday}; 2026-12-31 10-16; 2027-01-01..2027-01-08 -`],
    ["вт–вс 10–18, 5 и 6 декабря не работаем", `${noMonday}; 2026-12-05 -; 2026-12-06 -`],
    ["вт–вс 10–18, вс с 12", "- 10-18 10-18 10-18 10-18 10-18 12-18"],
  ])("in Russian: %s", (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ["Tue-Sun 10am-6pm", noMonday],
    ["Tue–Sun 10am–6pm, Thu until 8pm, closed Mondays", museum],
    ["Open daily except Monday, 10am to 6pm", noMonday],
    ["closed Mon, Tue–Sun 10–18", noMonday],
    ["10am-6pm, closed on Mondays and public holidays", `${noMonday}; hol -`],
    ["Monday to Friday 9:00–17:30, Saturday 10 am – 2 pm", "9-17:30 9-17:30 9-17:30 9-17:30 9-17:30 10-14 -"],
    [
      "weekdays 9-18, lunch 13-14, weekends 11-17",
      "9-13+14-18 9-13+14-18 9-13+14-18 9-13+14-18 9-13+14-18 11-17 11-17",
    ],
    ["every day, around the clock", Array(7).fill("0-24").join(" ")],
    ["Fri 6pm-2am", "- - - - 18-26 - -"],
  ])("in English: %s", (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ["сш–яш 10–18, пш 20гә кадәр, дш ял көне", museum],
    ["сишәмбедән якшәмбегә кадәр 10–18, дүшәмбе – ял көне", noMonday],
    ["дүшәмбедән башка көн саен 10:00–18:00", noMonday],
    ["көн саен 10нан 18гә кадәр", daily],
    ["сишәмбе – якшәмбе 10–18, пәнҗешәмбе 20:00гә кадәр, дүшәмбе ябык", museum],
    ["эш көннәрендә 9–18, шимбә 10–15, якшәмбе ял", "9-18 9-18 9-18 9-18 9-18 10-15 -"],
    ["көн саен 10–18, бәйрәмнәрдә ябык", `${daily}; hol -`],
    ["дш–җм 9–18, тәнәфес 13–14", "9-13+14-18 9-13+14-18 9-13+14-18 9-13+14-18 9-13+14-18 - -"],
    ["тәүлек буе", Array(7).fill("0-24").join(" ")],
  ])("in Tatar: %s", (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    [
      "касса до 17:30 is another thing",
      "вт–вс 10–18, касса до 17:30",
      `- 10-17:30 10-17:30 10-17:30 10-17:30 10-17:30 10-17:30 ? касса`,
    ],
    ["a word nobody knows", "вт–вс 10–18, до последнего гостя", /\? до\|последнего\|гостя$/u],
    ["a rule of months", "вт–вс 10–18, последний вт месяца санитарный день", /\? последний/u],
    ["no hours", "вт–вс", "hours"],
    ["no end", "вт–вс с 10", "hours"],
    ["closed without days", "выходной", "days"],
    ["nothing at all", "", "days"],
    ["a day with two answers", "вт 10–18, вт 11–19", "twice"],
    ["closed and open", "вт 10–18, вт выходной", "twice"],
    ["a break of which days", "пн–пт 9–18, сб 9–15, обед 13–14", "break"],
    ["no such date", "вт–вс 10–18, 31 ноября закрыто", "date"],
    ["a date that may be two", "Tue–Sun 10–18, 5/12 closed", "date"],
    ["hours that overlap", "вт 10–15, 14–18", "hours"],
  ])("asks about %s", (_why, text, expected) =>
    typeof expected === "string" ? expect(read(text)).toBe(expected) : expect(read(text)).toMatch(expected),
  );
});
