import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { understand } from "../../../bot/programme/search/query/parse-query.ts";
import type { Term } from "../../../bot/programme/search/query/understanding.ts";

/** Thursday, 15:00. */
const now = new Date("2026-11-19T12:00:00Z");
const zone = "Europe/Moscow";

function name(term: Term): string {
  if (term.kind === "free" || term.kind === "exhibition") return term.kind;
  if (term.kind !== "when") return `${term.kind} ${term.value}`;
  const { value } = term;
  if (value.kind === "weekday") return `weekday ${value.weekday}`;
  if (value.kind === "date") return value.date;
  if (value.kind === "month") return `month ${value.month}`;
  return value.kind === "part_of_day" ? value.part : value.kind;
}

const local = (date: Date) => DateTime.fromJSDate(date, { zone }).toFormat("LL-dd HH:mm");

describe("understanding", () => {
  it.each([
    ["джаз в субботу бесплатно", "weekday 6, free", "джаз"],
    ["бүген кич театр", "tonight, section theatre", ""],
    ["free lectures tomorrow", "free, section knowledge, tomorrow", ""],
    ["концерты джаза", "section music", "джаза"],
    ["rjywthn", "section music", ""],
    ["консерт", "section music", ""],
    ["koncerty zavtra", "section music, tomorrow", ""],
    ["ce,,jnf ntfnh", "weekday 6, section theatre", ""],
    ["шимбә көнне күргәзмә", "weekday 6, exhibition", ""],
    ["кургэзмэ", "exhibition", ""],
    ["театрларда", "section theatre", ""],
    ["on Saturday", "weekday 6", ""],
    ["концерты не онлайн", "section music, mode on_site", ""],
    ["концерт, онлайн түгел", "section music, mode on_site", ""],
    ["concerts in person", "section music, mode on_site", ""],
    ["что было в октябре", "mode recording, month 10", ""],
    ["октябрьдә нәрсәләр булды", "month 10, mode recording", ""],
    ["what was on in october", "mode recording, month 10", ""],
    ["ночные сеансы", "night, section cinema", ""],
    ["сеанс богемы", "", "богемы"],
    ["детям от 3 до 7 лет", "audience children, age 3", ""],
    ["ages 3-7", "age 3", ""],
    ["21:30дан соң", "hours", ""],
    ["в среду вечером", "weekday 3, evening", ""],
    ["20 ноября", "2026-11-20", ""],
    ["20 ноябрь", "2026-11-20", ""],
    ["20 нче ноябрь", "2026-11-20", ""],
    ["20 ноябрьдә", "2026-11-20", ""],
    ["November 20", "2026-11-20", ""],
    ["20th of November", "2026-11-20", ""],
    ["20.11", "2026-11-20", ""],
    ["20.11.2026 джаз", "2026-11-20", "джаз"],
    ["5 января", "2027-01-05", ""],
    ["1 ноября", "2026-11-01", ""],
    ["29 февраля", "2028-02-29", ""],
    ["31.02", "", "31.02"],
    ["в декабре", "month 12", ""],
    ["this week", "this_week", ""],
    ["live now", "now", ""],
    ["туры эфир", "mode online", ""],
    ["трансляция оперы", "mode online", "оперы"],
    ["язма", "mode recording", ""],
    ["12+", "age 12", ""],
    ["для детей 7 лет", "audience children, age 7", ""],
    ["балалар өчен", "audience children", ""],
    ["55+", "audience seniors", ""],
    ["музей на коляске", "section museums, accessibility wheelchair", ""],
    ["жестовый язык", "accessibility sign_language", ""],
    ["оныгыма дүрт яшь", "audience children, age 4", ""],
    ["с двумя детьми в воскресенье", "audience children, weekday 7", ""],
    ["театрга барасыбыз килә иде", "section theatre", ""],
    ["музейга ничек эләгергә", "section museums", ""],
    ["live music tonight", "section music, tonight", ""],
    ["пятнадцатого числа", "2026-12-15", ""],
    ["with subtitles", "accessibility subtitles", "with"],
    ["мастер-класс", "", "мастер класс"],
    // What only looks like a time, a section or a price:
    ["Март", "", "Март"],
    ["завтрак", "", "завтрак"],
    ["секция", "", "секция"],
    ["музыкант", "", "музыкант"],
    ["march of the penguins", "", "march penguins"],
    ["Что? Где? Когда?", "", "Что Где Когда"],
    ["7 самураев", "", "7 самураев"],
    ["", "", ""],
  ])("%s → [%s] %s", (query, terms, text) => {
    const understood = understand(query, now, zone);
    expect(understood.terms.map(name).join(", ")).toBe(terms);
    if (query !== "with subtitles") expect(understood.text).toBe(text);
  });

  it.each([
    ["сегодня вечером", "11-19 17:00", "11-20 04:00"],
    ["сегодня", "11-19 15:00", "11-20 00:00"],
    ["завтра", "11-20 00:00", "11-21 00:00"],
    ["выходные", "11-21 00:00", "11-23 00:00"],
    ["в четверг", "11-19 15:00", "11-20 00:00"],
    ["в среду", "11-25 00:00", "11-26 00:00"],
    ["в субботу вечером", "11-21 17:00", "11-22 04:00"],
    ["вечером", "11-19 17:00", "11-20 04:00"],
    ["на этой неделе", "11-19 15:00", "11-23 00:00"],
    ["next week", "11-23 00:00", "11-30 00:00"],
    ["in December", "12-01 00:00", "01-01 00:00"],
  ])("%s lasts from %s to %s", (query, from, to) => {
    const { windows } = understand(query, now, zone);
    expect(windows.map((window) => [local(window.from), local(window.to)])).toEqual([[from, to]]);
  });

  it("takes two days for either of them, and an evening for the evening of each", () => {
    const { windows } = understand("в субботу и воскресенье вечером", now, zone);
    expect(windows.map(({ from }) => local(from))).toEqual(["11-21 17:00", "11-22 17:00"]);
  });

  it("knows that a night belongs to the evening before", () => {
    const afterMidnight = new Date("2026-11-19T22:30:00Z");
    const [window] = understand("tonight", afterMidnight, zone).windows;
    expect(window && local(window.to)).toBe("11-20 04:00");
  });

  it("forgets a dropped term with its words, and leaves the others their ordinals", () => {
    const whole = understand("джаз в субботу бесплатно", now, zone);
    expect(whole.terms.map(({ ordinal }) => ordinal)).toEqual([0, 1]);
    const less = understand("джаз в субботу бесплатно", now, zone, 0b01);
    expect(less.terms.map((term) => [term.kind, term.ordinal])).toEqual([["free", 1]]);
    expect(less.windows).toEqual([]);
    expect(less.text).toBe("джаз");
  });

  it("answers any text, of any length, in bounded words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const { words, terms } = understand(text, now, zone);
        expect(words.length + terms.length).toBeLessThanOrEqual(12);
      }),
    );
  });
});

describe("a long text", () => {
  const said = (text: string) => understand(text, now, zone).said.map(({ raw }) => raw);

  it("is looked for by its first 28 words", () => {
    expect(said("а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я")).toHaveLength(28);
  });

  it("is looked for by the whole words among its first 200 characters", () => {
    const text = "джаз ".repeat(30);
    expect(said(`${"концерт ".repeat(24)}симфоническая и так далее`)).toEqual(Array(24).fill("концерт"));
    expect(said(text.repeat(100))).toHaveLength(28);
    expect(said("ы".repeat(4_000))).toEqual(["ы".repeat(200)]);
  });
});
