import { describe, expect, test } from "vitest";
import { formatAge } from "../../bot/words/age.ts";
import { formatDistance } from "../../bot/words/distance.ts";
import { formatPrice, type Price } from "../../bot/words/price.ts";
import { formatDuration } from "../../bot/words/time/duration.ts";
import { en, plainSpaces, ru, tt } from "./words.ts";

const inAll = (format: (t: typeof ru) => string | null) => [ru, tt, en].map((t) => plainSpaces(format(t)));

const prices: [string, Omit<Price, "isFree">, (string | null)[]][] = [
  ["from", { priceMin: 350 }, ["от 350 ₽", "350 сумнан", "from ₽350"]],
  ["a range", { priceMin: 350, priceMax: 800 }, ["350–800 ₽", "350–800 сум", "₽350–800"]],
  ["one price", { priceMin: 500, priceMax: 500 }, ["500 ₽", "500 сум", "₽500"]],
  ["up to", { priceMax: 1350 }, ["до 1 350 ₽", "1 350 сумга кадәр", "up to ₽1,350"]],
  ["from nothing", { priceMin: 0, priceMax: 800 }, ["до 800 ₽", "800 сумга кадәр", "up to ₽800"]],
  ["nothing at all", { priceMin: 0, priceMax: 0 }, ["бесплатно", "түләүсез", "free"]],
  ["unknown", {}, [null, null, null]],
  ["unknown in the database", { priceMin: null, priceMax: null, currency: "RUB" }, [null, null, null]],
  ["ends in the wrong order", { priceMin: 800, priceMax: 350 }, ["от 800 ₽", "800 сумнан", "from ₽800"]],
  ["euros from", { priceMin: 20, currency: "EUR" }, ["от 20 €", "иң арзаны 20 €", "from €20"]],
  ["euros up to", { priceMax: 20, currency: "EUR" }, ["до 20 €", "иң кыйммәте 20 €", "up to €20"]],
  ["a range of euros", { priceMin: 20, priceMax: 45, currency: "EUR" }, ["20–45 €", "20–45 €", "€20–€45"]],
  ["tenge", { priceMin: 1500, priceMax: 1500, currency: "KZT" }, ["1 500 ₸", "1 500 ₸", "₸1,500"]],
];

describe("a price", () => {
  test.each(prices)("%s", (_name, price, expected) => {
    expect(inAll((t) => formatPrice({ isFree: false, ...price }, t))).toEqual(expected);
  });

  test("free is free, whatever the numbers say", () => {
    expect(inAll((t) => formatPrice({ isFree: true, priceMin: 100 }, t))).toEqual(["бесплатно", "түләүсез", "free"]);
  });
});

describe("a distance", () => {
  test.each([
    [3, ["10 м", "10 м", "10 m"]],
    [347, ["350 м", "350 м", "350 m"]],
    [994, ["990 м", "990 м", "990 m"]],
    [996, ["1 км", "1 км", "1 km"]],
    [1234, ["1,2 км", "1,2 км", "1.2 km"]],
    [9_960, ["10 км", "10 км", "10 km"]],
    [12_345, ["12 км", "12 км", "12 km"]],
  ])("%i m", (metres, expected) => {
    expect(inAll((t) => formatDistance(metres, t))).toEqual(expected);
  });
});

describe("a duration", () => {
  test.each([
    [45, ["45 мин", "45 минут", "45 min"]],
    [60, ["1 час", "1 сәгать", "1 hour"]],
    [90, ["1 час 30 мин", "1 сәгать 30 минут", "1 hour 30 min"]],
    [120, ["2 часа", "2 сәгать", "2 hours"]],
    [660, ["11 часов", "11 сәгать", "11 hours"]],
    [1_260, ["21 час", "21 сәгать", "21 hours"]],
    [3 * 1_440, ["3 дня", "3 көн", "3 days"]],
  ])("%i min", (minutes, expected) => {
    expect(inAll((t) => formatDuration(minutes, t))).toEqual(expected);
  });
});

test("an age rating is the same everywhere", () => {
  expect(inAll((t) => formatAge(12, t))).toEqual(["12+", "12+", "12+"]);
  expect(formatAge(0, ru)).toBe("0+");
});
