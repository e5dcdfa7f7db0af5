import { describe, expect, it } from "vitest";
import { parseShift } from "../../../bot/classes/editing/parse-shift.ts";

const when = { now: new Date("2026-11-20T14:30:00Z"), zone: "Europe/Moscow" };
const monWed = [1, 3];
const read = (text: string, weekdays = monWed) => parseShift(text, weekdays, when);

describe("where a series goes", () => {
  it.each([
    [
      "on Tuesdays and Thursdays at 11:00 from 8 December",
      "2026-12-08",
      { 1: { weekday: 2, time: 660 }, 3: { weekday: 4, time: 660 } },
    ],
    [
      "по вторникам и четвергам в 11:00 с 8 декабря",
      "2026-12-08",
      { 1: { weekday: 2, time: 660 }, 3: { weekday: 4, time: 660 } },
    ],
    [
      "8 декабрьдән сишәмбе һәм пәнҗешәмбе 11:00",
      "2026-12-08",
      { 1: { weekday: 2, time: 660 }, 3: { weekday: 4, time: 660 } },
    ],
    ["вт 11:00, чт 12:00–13:00", null, { 1: { weekday: 2, time: 660 }, 3: { weekday: 4, time: 720, length: 60 } }],
    ["в 12:00", null, { 1: { time: 720 }, 3: { time: 720 } }],
    ["по средам в 12", null, { 3: { weekday: 3, time: 720 } }],
    ["вт чт", null, { 1: { weekday: 2 }, 3: { weekday: 4 } }],
  ])("is read from «%s»", (text, from, days) => {
    expect(read(text)).toMatchObject({ kind: "move", move: { from, shift: { days } } });
  });

  it.each([
    ["an hour later", 60],
    ["на час позже", 60],
    ["бер сәгатькә соңрак", 60],
    ["half an hour earlier", -30],
    ["на полчаса раньше", -30],
    ["ярты сәгатькә алдарак", -30],
    ["на 1,5 часа позже", 90],
    ["20 minutes earlier", -20],
    ["на 2 недели позже", 2 * 10_080],
    ["бер атнага соңрак", 10_080],
    ["a day later", 1440],
  ])("is read from «%s» as minutes", (text, minutes) => {
    expect(read(text)).toMatchObject({ kind: "move", move: { from: null, shift: { minutes } } });
  });

  it("begins on the day that is said", () => {
    expect(read("на час позже с 8 декабря")).toMatchObject({ move: { from: "2026-12-08", shift: { minutes: 60 } } });
  });

  const tueThuSat = [
    { weekday: 2, time: 660 },
    { weekday: 4, time: 660 },
    { weekday: 6, time: 660 },
  ];
  it.each([
    ["по вторникам, четвергам и субботам в 11:00 с 8 декабря", "2026-12-08", { days: tueThuSat }],
    ["8 декабрьдән сишәмбе, пәнҗешәмбе һәм шимбә 11:00", "2026-12-08", { days: tueThuSat }],
    ["on Tuesdays, Thursdays and Saturdays at 11:00 from 8 December", "2026-12-08", { days: tueThuSat }],
    ["по пятницам в 12–13:30", null, { days: [{ weekday: 5, time: 720, length: 90 }] }],
    ["по средам", null, { days: [{ weekday: 3 }] }],
    ["пн и ср через неделю", null, { days: [{ weekday: 1 }, { weekday: 3 }], everyWeeks: 2 }],
    [
      "вт и чт, кроме 1–8 января",
      null,
      { days: [{ weekday: 2 }, { weekday: 4 }], pauses: [{ first: "2027-01-01", last: "2027-01-08" }] },
    ],
  ])("is another week in «%s»", (text, from, week) => {
    const whole = { everyWeeks: 1, pauses: [], ...week };
    expect(read(text)).toMatchObject({ kind: "move", move: { from, shift: { week: whole } } });
  });

  it.each([
    ["куда-нибудь", "nothing"],
    ["позже", "nothing"],
    ["вт ср чт в 10, кроме", "pause"],
    ["на час позже с 31 ноября", "start"],
  ])("is asked for again after «%s»: %s", (text, what) => {
    expect(read(text)).toMatchObject({ kind: "unclear", what });
  });
});
