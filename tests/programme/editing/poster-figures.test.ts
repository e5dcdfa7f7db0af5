import { expect, it } from "vitest";
import { guessEvent } from "../../../bot/programme/editing/extract/extract-event.ts";
import { guessEvents } from "../../../bot/programme/editing/extract/list/extract-list.ts";
import { reading } from "../../feeds/cases/case.ts";
import { writtenDate, writtenPrice } from "../../feeds/cases/written.ts";
import { city, figures, houseKeyOf, type PosterFigures, placeKeys } from "./poster-figures.ts";

type Field = Exclude<keyof PosterFigures, "name" | "text" | "keeps">;

/** What comes out wrong, by field; and how many fields the poster has. */
function read(poster: PosterFigures): { wrong: string[]; count: number } {
  const guess = guessEvent({ text: poster.text }, city, reading);
  const place = guess.place?.value;
  const found: Record<Field, unknown> = {
    title: guess.title?.value.toLowerCase(),
    dates: guess.dates.map(({ value }) => writtenDate(value)),
    place: place?.kind === "known" ? placeKeys[place.id] : place?.text,
    house: guess.institution ? houseKeyOf(guess.institution.value) : null,
    section: guess.section,
    price: guess.price ? writtenPrice(guess.price.value) : null,
    age: guess.ageMin?.value,
    links: guess.links.map(({ value }) => `${value.kind} ${value.url}`),
    who: guess.who?.value,
    mode: guess.attendanceMode,
    language: guess.language,
  };
  const { name: _, text: __, keeps, ...expected } = { ...poster, title: poster.title.toLowerCase() };
  const wrong = Object.entries(expected).flatMap(([field, value]) => {
    const got = found[field as Field];
    return JSON.stringify(got) === JSON.stringify(value) ? [] : [`${field}: ${JSON.stringify(got)}`];
  });
  const prose = `${guess.summary} ${guess.body}`;
  if (keeps !== undefined && !prose.includes(keeps)) wrong.push(`lost: ${keeps}`);
  return { wrong, count: Object.keys(expected).length + (keeps === undefined ? 0 : 1) };
}

it("reads at least 95 of a hundred fields of posters of many kinds", () => {
  const all = figures.map((poster) => ({ name: poster.name, ...read(poster) }));
  const lines = all.map(
    ({ name, wrong, count }) =>
      `${`${count - wrong.length}/${count}`.padStart(6)}  ${name}${wrong.map((one) => `\n        ${one}`).join("")}`,
  );
  const [right, count] = all.reduce(
    ([sum, fields], one) => [sum + one.count - one.wrong.length, fields + one.count],
    [0, 0],
  );
  process.stdout.write(`${lines.join("\n")}\n${right} of ${count} fields\n`);
  expect(figures.length).toBeGreaterThanOrEqual(20);
  expect(right / count).toBeGreaterThanOrEqual(0.95);
});

it("makes an event of each title of a weekly list, with what is said of all", () => {
  const text =
    "АФИША НЕДЕЛИ\nТеатр кукол «Экият», ул. Петербургская, 57\n\n1 декабря, вт, 10:30 «Колобок» 0+\n3 декабря, чт, 10:30 «Три поросёнка» 0+\n5 декабря, сб, 11:00 и 13:00 «Су анасы» 6+\n6 декабря, вс, 11:00 «Колобок» 0+\n\nБилеты 300 руб., ekiyat.ru";
  const events = guessEvents({ text }, city, reading).map((guess) => ({
    title: guess.title?.value,
    dates: guess.dates.map(({ value }) => writtenDate(value)),
    place: guess.place?.value.kind === "known" ? placeKeys[guess.place.value.id] : null,
    price: guess.price && writtenPrice(guess.price.value),
  }));
  const shared = { place: "ekiyat", price: "300 RUB" };
  expect(events).toEqual([
    { title: "«Колобок»", dates: ["2026-12-01 10:30", "2026-12-06 11:00"], ...shared },
    { title: "«Три поросёнка»", dates: ["2026-12-03 10:30"], ...shared },
    { title: "«Су анасы»", dates: ["2026-12-05 11:00", "2026-12-05 13:00"], ...shared },
  ]);
});

it.each(figures)("takes $name for no list", ({ text }) => {
  expect(guessEvents({ text }, city, reading)).toEqual([]);
});
