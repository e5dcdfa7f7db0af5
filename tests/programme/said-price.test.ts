import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePrice } from "../../bot/programme/said-price.ts";

describe("a price in words", () => {
  it.each([
    ["от 1200 до 10000 руб.", 1200, 10_000],
    ["350–1000 руб.", 350, 1000],
    ["350 - 1 000 ₽", 350, 1000],
    ["400 р.", 400, 400],
    ["1300 за одно занятие", 1300, 1300],
    ["от 200 рублей", 200, undefined],
    ["до 800 рублей", undefined, 800],
    ["онлайн — 1150 рублей, на месте — 1300 рублей", 1150, 1300],
    ["взрослые – 300 рублей, дети от 5 до 10 лет – 100 рублей, до 5 лет — бесплатно", 100, 300],
    ["1 500 руб., скидка 50% для групп от 10 человек", 1500, 1500],
    ["99,50 руб.", 100, 100],
    ["от 1 до 2 тыс. руб.", 1000, 2000],
    ["5 тысяч рублей", 5000, 5000],
    ["100 рублей для покупателей и продавцов", 100, 100],
    ["до 31 декабря — 400 руб., затем 600 руб.", 400, 600],
    ["350", 350, 350],
    ["150 рублей, по студенческому – 100", 100, 150],
    ["взрослый — 300 ₽, детский — 150", 150, 300],
    ["взрослый 400 р./детский 200", 200, 400],
    ["350 ₽ (детский 200)", 200, 350],
    ["300 руб. взрослый, 150 детский", 150, 300],
    ["RUB 800–1,500", 800, 1500],
    ["RUB 300, 500", 300, 500],
    ["1,200 RUB", 1200, 1200],
    ["300,500 руб.", 300, 500],
    ["300 сум, балаларга – 150", 150, 300],
    ["300 rub 12 december", 300, 300],
    ["300 ₽, 12+", 300, 300],
    ["500 ₽, 40 мест", 500, 500],
    ["RUB 300, 7 pm", 300, 300],
  ])("%j is from %j to %j", (text, min, max) => {
    const { priceMin, priceMax, isFree, currency } = parsePrice(text, false);
    expect({ priceMin, priceMax, isFree, currency }).toEqual({
      priceMin: min,
      priceMax: max,
      isFree: false,
      currency: "RUB",
    });
  });

  it.each([
    ["от 150 до 500 евро", "EUR"],
    ["€20", "EUR"],
    ["20 долларов", "USD"],
    ["20", "RUB"],
  ])("%j is in %s", (text, currency) => {
    expect(parsePrice(text, false).currency).toBe(currency);
  });

  it.each(["", "уточняется", "Уточняется", "средний чек — 1000 руб.", "12+"])("%j names no price", (text) => {
    expect(parsePrice(text, false)).toEqual({ isFree: false });
    expect(parsePrice(text, true)).toEqual({ isFree: true });
  });

  it.each(["бесплатно", "Вход свободный", "бесплатно, по регистрации", "0 рублей", "free"])("%j is free", (text) => {
    expect(parsePrice(text, false)).toEqual({ isFree: true });
  });

  it("wins against is_free", () => {
    expect(parsePrice("1750 рублей", true)).toMatchObject({
      isFree: false,
      priceMin: 1750,
    });
  });

  it("that is free in part leaves is_free as it was", () => {
    const text = "вход свободный, мастер-класс 200 руб.";
    expect(parsePrice(text, true)).toEqual({ isFree: true });
    expect(parsePrice(text, false)).toMatchObject({ isFree: false, priceMin: 200 });
  });

  it("of any words gives whole amounts, the lower one first", () => {
    const words = fc.constantFrom("от", "до", "–", "руб.", "лет", "евро", "тыс.", "бесплатно", ",", "%", " ", "\u00a0");
    const text = fc.array(fc.oneof(words, fc.nat().map(String), fc.string()), { maxLength: 30 });
    fc.assert(
      fc.property(text, fc.constantFrom(" ", ""), fc.boolean(), (parts, glue, saidFree) => {
        const { priceMin, priceMax, isFree } = parsePrice(parts.join(glue), saidFree);
        for (const price of [priceMin, priceMax]) {
          if (price !== undefined) expect(Number.isInteger(price) && price >= 0 && price <= 1e7).toBe(true);
        }
        if (priceMin !== undefined && priceMax !== undefined) expect(priceMin).toBeLessThanOrEqual(priceMax);
        if (isFree) expect(priceMin).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
  });
});
