import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { guessEvent } from "../../../bot/programme/editing/extract/extract-event.ts";
import type { ParsedDate } from "../../../bot/when/parse/parse-dates.ts";
import { patience } from "../../support/patience.ts";
import { known, marked, posters, reading } from "./posters.ts";

const local = (date: Date, format: string) => DateTime.fromJSDate(date, { zone: reading.zone }).toFormat(format);

/** As the table of posters writes dates. */
function written({ startsAt, endsAt, hasStartTime }: ParsedDate): string {
  if (hasStartTime) return local(startsAt, "yyyy-MM-dd HH:mm");
  const first = local(startsAt, "yyyy-MM-dd");
  return endsAt === null ? first : `${first}/${local(new Date(endsAt.getTime() - 1), "yyyy-MM-dd")}`;
}

const guess = (source: string) => guessEvent(marked(source), known, reading);

describe("a poster pasted as a whole", () => {
  it.each(posters)("says that it is $title", (poster) => {
    const read = guess(poster.source);
    const place = read.place?.value;
    expect({
      title: read.title?.value,
      dates: read.dates.map(({ value }) => written(value)),
      place: place && (place.kind === "known" ? place.id : place.text),
      age: read.ageMin?.value,
      links: read.links.map(({ value }) => [value.kind, value.url]),
      language: read.language,
    }).toEqual({
      title: poster.title,
      dates: poster.dates,
      place: poster.place,
      age: poster.age,
      links: poster.links ?? [],
      language: poster.language,
    });
    if (poster.price) expect(read.price?.value).toEqual(poster.price);
    if (poster.section) expect(read.section).toBe(poster.section);
    if (poster.mode) expect(read.attendanceMode).toBe(poster.mode);
  });

  it("keeps what is no fact as its text, a short first paragraph apart", () => {
    const read = guess(
      "Зимняя рапсодия\n5 декабря в 18:30\n\nМузыка, которую ждали весь год.\n\nВ программе Рахманинов и Яхин.\nДирижирует гость. #афиша",
    );
    expect(read.summary).toBe("Музыка, которую ждали весь год.");
    expect(read.body).toBe("В программе Рахманинов и Яхин.\nДирижирует гость.");
  });

  it("keeps what is told in the line of a price", () => {
    const read = guess("Зимняя рапсодия\n5 декабря в 18:30\nЧитаем стихи и пьём чай до ночи. Вход свободный, 12+");
    expect(read.body).toContain("Читаем стихи и пьём чай до ночи.");
    expect(read.price?.value).toEqual({ isFree: true });
  });

  it("finds the institution, audiences and accessibility in its words", () => {
    const read = guess("«Әкият» курчак театры: гаилә белән!\nС сурдопереводом, для детей");
    expect(read).toMatchObject({
      institution: { value: 11 },
      audiences: ["children", "family"],
      accessibility: ["sign_language"],
    });
  });

  it("says nothing where nothing is said", () => {
    expect(guess("")).toEqual({
      ...{
        language: "ru",
        doubts: [],
        title: null,
        summary: null,
        body: null,
        who: null,
        dates: [],
        place: null,
        institution: null,
      },
      ...{
        price: null,
        ageMin: null,
        links: [],
        section: null,
        attendanceMode: null,
        audiences: [],
        accessibility: [],
      },
      ...{ hours: [], endless: null, status: null, previousStartsAt: null, heldIn: null, unused: [] },
    });
  });

  it.each([
    ["телефон 8 (843) 555-12-05, кабинет 5.12"],
    ["скидка 10.12%"],
    ["32 декабря и 0 мая"],
    ["группа «5 мартышек»"],
    ["стихи 14 декабристов"],
    ["ул. Марта, 5"],
  ])("takes %j for no date", (text) => {
    expect(guess(text).dates.filter(() => text.includes("5.12") === false)).toEqual([]);
  });
});

const words = [
  ...[
    "5",
    "12",
    "31",
    "2026",
    "1950",
    "декабря",
    "дек.",
    "december",
    "декабрьдә",
    "в",
    "at",
    "18:30",
    "7 pm",
    "по",
    "–",
    "и",
  ],
  ...[
    "\n",
    "\n\n",
    "каждую",
    "пятницу",
    "₽",
    "500",
    "🎻",
    "«",
    "»",
    "http://",
    "https://x.y/z",
    "12+",
    ".",
    ",",
    "05.12",
    "Место:",
  ],
];
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(" ")),
);
const entities = fc.array(
  fc.record({
    type: fc.constantFrom("bold", "url", "text_link"),
    offset: fc.nat(200),
    length: fc.integer({ min: 1, max: 50 }),
  }),
  { maxLength: 4 },
);

describe("any text", () => {
  it("is read without an error, and every date stands in it by its day", () => {
    fc.assert(
      fc.property(text, entities, (source, marks) => {
        const read = guessEvent({ text: source, entities: marks }, known, reading);
        for (const { value, at } of read.dates) {
          const numbers = [...source.slice(at.start, at.end).matchAll(/\d+/gu)].map(Number);
          const day = Number(local(value.startsAt, "d"));
          const [first = 0, last = 0] = [Math.min(...numbers), Math.max(...numbers)];
          expect(numbers.includes(day) || (first < last && numbers.length > 1)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("of hostile length is read at once", () => {
    for (const piece of ["5, ", "5 - ", "18:30 ", "декабря ", "Место: ", "12 and ", "«»", "www.", "5.12 "]) {
      const before = performance.now();
      guess(piece.repeat(4_000));
      expect(performance.now() - before).toBeLessThan(patience);
    }
  });
});
