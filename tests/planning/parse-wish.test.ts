import { describe, expect, it } from "vitest";
import { parseWish } from "../../bot/planning/parse-wish.ts";
import { parseMessage } from "../../bot/understanding/parse-message.ts";
import type { Language } from "../../bot/words/language.ts";

/** Friday, half past five in Kazan. */
const reading = { now: new Date("2026-11-20T14:30:00Z"), zone: "Europe/Moscow" };

const sentences: [text: string, language: Language, wish: object, unused?: string][] = [
  ["спланируй вечер", "ru", {}],
  ["Спланируйте, пожалуйста, нам вечер", "ru", {}],
  ["спланируй вечер в субботу с детьми", "ru", { day: "2026-11-21", company: "children" }],
  ["спланировать завтрашний вечер дома до 500 рублей", "ru", { day: "2026-11-21", setting: "home", priceLimit: 500 }],
  ["план на вечер для пенсионеров бесплатно", "ru", { company: "seniors", priceLimit: 0 }],
  ["спланируй вечер джаза", "ru", {}, "джаза"],
  ["спланируй вечер с оперой в воскресенье", "ru", { day: "2026-11-22" }, "оперой"],
  ["спланируй вечер в субботу или в воскресенье", "ru", { day: "2026-11-21" }, "воскресенье"],
  ["спланируй вечер после восьми", "ru", {}, "восьми"],
  ["спланируй семейный вечер с детьми", "ru", { company: "children" }],
  ["кичне планлаштыр", "tt", {}],
  ["шимбә кичен балалар белән планлаштыр", "tt", { day: "2026-11-21", company: "children" }],
  ["иртәгә кичне планлаштырырга", "tt", { day: "2026-11-21" }],
  ["plan an evening", "en", {}],
  ["plan my Saturday evening with kids", "en", { day: "2026-11-21", company: "children" }],
  ["plan an evening at home tomorrow", "en", { day: "2026-11-21", setting: "home" }],
  ["plan an evening of jazz", "en", {}, "jazz"],
  ["plan an evening for two", "en", {}],
  ["plan an evening for a family of four", "en", { company: "children" }],
  ["спланируй вечер на двоих", "ru", {}],
  ["план на вечер с женой", "ru", {}],
  ["план на вечер для троих", "ru", {}],
  ["спланируй вечер с бабушкой", "ru", { company: "seniors" }],
  ["спланируй вечер с друзьями в субботу до 1000", "ru", { day: "2026-11-21", priceLimit: 1000 }],
  ["спланируй весёлый вечер", "ru", {}, "весёлый"],
  ["дуслар белән кичне планлаштыр", "tt", {}],
  ["икебезгә кичне планлаштыр", "tt", {}],
];

describe("an evening asked for in words", () => {
  it.each(sentences)("%s", (text, language, wish, unused = "") => {
    expect(parseMessage(text, language)).toEqual({ kind: "evening", isGuessed: false });
    expect(parseWish(text, reading)).toEqual({ wish, unused: expect.stringContaining(unused) });
    if (unused === "") expect(parseWish(text, reading).unused).toBe("");
  });

  it.each([
    ["мои планы", "ru"],
    ["планетарий", "ru"],
    ["вечер поэзии", "ru"],
    ["план урока", "ru"],
    ["plans", "en"],
    ["планнарым", "tt"],
  ] as const)("%s is none", (text, language) => {
    expect(parseMessage(text, language).kind).not.toBe("evening");
  });
});
