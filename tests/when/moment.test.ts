import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { parseMoment } from "../../bot/when/parse/parse-moment.ts";

/** A Friday, half past five in the afternoon. */
const now = new Date("2026-11-20T14:30:00Z");
const zone = "Europe/Moscow";
const reading = { now, zone };

const local = (at: Date | null) => at && DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM-dd HH:mm");

describe("a moment that somebody types", () => {
  it.each([
    ["завтра в 10:00", "2026-11-21 10:00"],
    ["завтра в 10", "2026-11-21 10:00"],
    ["иртәгә 10:00", "2026-11-21 10:00"],
    ["иртәгә кичке 7дә", "2026-11-21 19:00"],
    ["tomorrow at 10:30", "2026-11-21 10:30"],
    ["сегодня в 19.30", "2026-11-20 19:30"],
    ["бүген 19:30", "2026-11-20 19:30"],
    ["today at 7 pm", "2026-11-20 19:00"],
    ["в воскресенье в 12:15", "2026-11-22 12:15"],
    ["якшәмбе 12:15", "2026-11-22 12:15"],
    ["on Monday at 7 pm", "2026-11-23 19:00"],
    ["5 декабря 18:30", "2026-12-05 18:30"],
    ["5 декабрь 18:30", "2026-12-05 18:30"],
    ["5 декабрьдә 18:30", "2026-12-05 18:30"],
    ["5 December 18:30", "2026-12-05 18:30"],
    ["December 5, 6:30 pm", "2026-12-05 18:30"],
    ["сб 5 декабря 18:00", "2026-12-05 18:00"],
    ["Sat 5 December at 18:00", "2026-12-05 18:00"],
    ["5.12 18:30", "2026-12-05 18:30"],
    ["05.12.2026 18:30", "2026-12-05 18:30"],
    ["2026-12-05 18:30", "2026-12-05 18:30"],
    ["1 декабря в 7 часов вечера", "2026-12-01 19:00"],
    ["19:00", "2026-11-20 19:00"],
    ["9:00", "2026-11-21 09:00"],
    ["в 9 утра", "2026-11-21 09:00"],
    // Nothing begins at seven in the morning, unless somebody says so.
    ["завтра в 7", "2026-11-21 19:00"],
    ["завтра в шесть", "2026-11-21 18:00"],
    ["завтра в полвосьмого", "2026-11-21 19:30"],
    ["5 декабря в 3 часа", "2026-12-05 15:00"],
    ["завтра в 7:00", "2026-11-21 07:00"],
    ["завтра в 07", "2026-11-21 07:00"],
    ["завтра в 7 утра", "2026-11-21 07:00"],
    ["завтра в 8", "2026-11-21 08:00"],
    ["иртәгә сәгать җидедә", "2026-11-21 19:00"],
    ["иртәгә иртәнге җидедә", "2026-11-21 07:00"],
    ["tomorrow at 6", "2026-11-21 18:00"],
    ["tomorrow at half past six", "2026-11-21 18:30"],
    ["tomorrow at 6 am", "2026-11-21 06:00"],
  ])("%s", (text, at) => {
    expect(parseMoment(text, reading)).toEqual({
      kind: "moment",
      startsAt: DateTime.fromFormat(at, "yyyy-MM-dd HH:mm", { zone }).toJSDate(),
      endsAt: null,
      hasStartTime: true,
      unused: [],
    });
  });

  it.each([
    ["завтра с 3 до 5", "15:00", "17:00"],
    ["завтра с 6 до 22", "06:00", "22:00"],
    ["tomorrow from 6 to 8", "18:00", "20:00"],
    ["завтра с 7 до 10", "19:00", "22:00"],
    ["завтра с 9 до 11", "09:00", "11:00"],
    ["завтра в 18:00, до 6 часов", "18:00", "06:00"],
    ["завтра в 3, до 5 часов", "15:00", "17:00"],
  ])("%s is from %s until %s", (text, from, until) => {
    const read = parseMoment(text, reading);
    const [start, end] = read.kind === "moment" ? [read.startsAt, read.endsAt] : [];
    expect([start, end].map((at) => local(at ?? null)?.slice(11))).toEqual([from, until]);
  });

  it.each([
    ["скоро", "nothing"],
    ["тиздән", "nothing"],
    ["soon", "nothing"],
    ["завтра", "nothing"],
    ["1 и 3 декабря в 18:00", "nothing"],
    ["31 ноября 10:00", "day"],
    ["сегодня в 10:00", "past"],
    ["бүген 10:00", "past"],
    ["14 ноября 19:00", "past"],
  ])("is asked for again after «%s»: %s", (text, what) => {
    expect(parseMoment(text, reading)).toMatchObject({ kind: "unclear", what });
  });

  it("is asked for again where the weekday is another one, which is named", () => {
    const day = new Date("2026-12-04T21:00:00Z");
    expect(parseMoment("пт 5 декабря 18:00", reading)).toMatchObject({ kind: "unclear", what: "weekday", day });
  });
});

describe("a new time of what has one", () => {
  /** Monday, ten o'clock. */
  const present = { startsAt: new Date("2026-11-30T07:00:00Z"), hasStartTime: true };

  it.each([
    ["18:30", "2026-11-30 18:30", null],
    ["в 18:30", "2026-11-30 18:30", null],
    ["сәгать 18дә", "2026-11-30 18:00", null],
    ["завтра", "2026-11-21 10:00", null],
    ["иртәгә", "2026-11-21 10:00", null],
    ["5 December", "2026-12-05 10:00", null],
    ["иртәгә 12:00", "2026-11-21 12:00", null],
    ["on Friday at 19:00", "2026-11-27 19:00", null],
    ["в среду в 12", "2026-11-25 12:00", null],
    ["5.12 18:00–19:00", "2026-12-05 18:00", "2026-12-05 19:00"],
    ["1 декабря 23:30–00:30", "2026-12-01 23:30", "2026-12-02 00:30"],
    ["22:00–01:30", "2026-11-30 22:00", "2026-12-01 01:30"],
  ])("%s", (text, startsAt, endsAt) => {
    const read = parseMoment(text, reading, present);
    expect(read.kind === "moment" && [local(read.startsAt), local(read.endsAt)]).toEqual([startsAt, endsAt]);
  });

  it.each(["когда-нибудь", "вчера", "5–7 декабря"])("%s is none", (text) => {
    expect(parseMoment(text, reading, present)).toMatchObject({ kind: "unclear", what: "nothing" });
  });
});

describe("new days of what has no hour", () => {
  const present = { startsAt: new Date("2026-11-29T21:00:00Z"), hasStartTime: false };

  it.each([
    ["5 декабря", "2026-12-05 00:00", null, false],
    ["завтра", "2026-11-21 00:00", null, false],
    ["сегодня", "2026-11-20 00:00", null, false],
    ["5–7 декабря", "2026-12-05 00:00", "2026-12-08 00:00", false],
    ["5 December – 7 January", "2026-12-05 00:00", "2027-01-08 00:00", false],
    ["5 декабрь 18:00", "2026-12-05 18:00", null, true],
  ])("%s", (text, startsAt, endsAt, hasStartTime) => {
    const read = parseMoment(text, reading, present);
    expect(read.kind === "moment" && [local(read.startsAt), local(read.endsAt), read.hasStartTime]).toEqual([
      startsAt,
      endsAt,
      hasStartTime,
    ]);
  });
});
