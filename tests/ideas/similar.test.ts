import { beforeAll, describe, expect, it } from "vitest";
import { propose } from "../../bot/ideas/propose-store.ts";
import { findSimilar, makeTrigrams } from "../../bot/ideas/similar-store.ts";
import { tatarStem, tellingWords, trigramsOf } from "../../bot/ideas/trigrams.ts";
import type { Language } from "../../bot/words/language.ts";
import { testDatabase } from "../support/database.ts";
import { personRow } from "../support/factories/person.ts";

const now = new Date("2026-11-20T15:00:00Z");
const { database } = await testDatabase();

const there: [language: Language, title: string, body: string][] = [
  ["ru", "Каток у озера Кабан", "Залить лёд зимой"],
  ["ru", "Больше лекций по истории Казани", "По субботам"],
  ["ru", "Ночная библиотека", "Читать до утра"],
  ["tt", "Китапханәдә татар теле түгәрәге", "Кичләрен"],
  ["tt", "Балалар өчен курчак театры", "Ял көннәрендә"],
  ["en", "Board games in libraries", "On Sundays"],
  ["en", "Guided walks in English", "For visitors of the city"],
];

beforeAll(async () => {
  for (const [n, [language, title, body]] of there.entries()) {
    const { id } = await database.person.create({ data: personRow(now, {}) });
    await propose(database, { language, title, body, authorId: Number(id) }, new Date(now.getTime() + n));
  }
});

async function alike(language: Language, title: string, body = ""): Promise<string[]> {
  const similar = await findSimilar(database, await makeTrigrams(database, { language, title, body }));
  return similar.map((idea) => idea.title);
}

describe("ideas like one that is written", () => {
  it.each([
    ["ru", "катки на озере", "Каток у озера Кабан"],
    ["ru", "КОТОК на Кабане", "Каток у озера Кабан"],
    ["ru", "лекции об истории города", "Больше лекций по истории Казани"],
    ["ru", "библиотеки ночью", "Ночная библиотека"],
    ["tt", "татар теле түгәрәкләре", "Китапханәдә татар теле түгәрәге"],
    ["tt", "курчак театрлары", "Балалар өчен курчак театры"],
    ["tt", "Kитапханәләрдә түгәрәк", "Китапханәдә татар теле түгәрәге"],
    ["en", "board game evenings", "Board games in libraries"],
    ["en", "a guided walk", "Guided walks in English"],
  ] as const)("in %s: «%s» is like «%s»", async (language, title, expected) => {
    expect(await alike(language, title)).toContain(expected);
  });

  it.each([
    ["ru", "Велосипедные дорожки"],
    ["tt", "Яңа мәйданчык"],
    ["en", "Cheaper tickets"],
    ["ru", "и в на"],
  ] as const)("in %s: nothing is like «%s»", async (language, title) => {
    expect(await alike(language, title)).toEqual([]);
  });

  it("are found by their texts as well, the likest first, five at most, none that is closed", async () => {
    const body =
      "Собираться по вечерам в парке Горького, играть на гармони и петь старинные народные песни всем двором";
    for (let n = 0; n < 7; n += 1) {
      const { id } = await database.person.create({ data: personRow(now, {}) });
      const idea = { language: "ru" as const, title: `Затея ${"абвгдежз"[n]?.repeat(6)}`, body, authorId: Number(id) };
      await propose(database, idea, now);
    }
    const text = `${body}, и чай`;
    expect(await alike("ru", "Нечто иное", text)).toHaveLength(5);
    await database.idea.updateMany({ where: { title: { startsWith: "Затея" } }, data: { state: "declined" } });
    expect(await alike("ru", "Нечто иное", text)).toEqual([]);
  });

  it("are looked for by trigrams of stems, as pg_trgm makes them", () => {
    expect(trigramsOf(["кот"])).toEqual(["  к", " ко", "кот", "от "]);
    expect(tellingWords("Каток — в Казани, у ОЗЕРА")).toEqual(["каток", "казани", "озера"]);
    expect(tatarStem("китапханалар")).toBe("китапхана");
  });
});
