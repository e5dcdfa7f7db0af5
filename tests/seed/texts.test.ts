import { describe, expect, it } from "vitest";
import type { EventWords } from "../../bot/programme/event.ts";
import { draftsAt, recordsAt, thursday } from "./demo.ts";

const drafts = draftsAt(thursday);

describe("the texts", () => {
  const all = recordsAt(thursday).flatMap(({ recordId, draft }) =>
    Object.entries(draft.texts).map(([language, text]): [string, string, EventWords] => [recordId, language, text]),
  );

  it("are in three languages, but for a few events in one only", () => {
    const inAll = drafts.filter((draft) => Object.keys(draft.texts).length === 3);
    expect(inAll.length).toBeGreaterThanOrEqual(60);
    const only = (language: string) => drafts.filter((draft) => Object.keys(draft.texts).join() === language);
    expect(only("ru").length).toBeGreaterThanOrEqual(3);
    expect(only("tt")).toHaveLength(1);
  });

  it("have a title of at most 120 characters, without signs that nobody says", () => {
    for (const [recordId, language, { title }] of all) {
      expect(title.length, `${recordId} ${language}`).toBeLessThanOrEqual(120);
      expect(title, `${recordId} ${language}`).not.toMatch(/[<>&]/);
    }
  });

  it("have a summary of at most 160 characters, and a body of at most 400", () => {
    for (const [recordId, language, { summary = "", body = "" }] of all) {
      expect(summary.length, `${recordId} ${language}`).toBeGreaterThan(20);
      expect(summary.length, `${recordId} ${language}`).toBeLessThanOrEqual(160);
      expect(body.length, `${recordId} ${language}`).toBeLessThanOrEqual(400);
    }
  });

  it("have Tatar letters in every Tatar text", () => {
    for (const [recordId, language, { summary, body }] of all) {
      if (language !== "tt") continue;
      expect(summary, recordId).toMatch(/[әөүҗңһ]/i);
      if (body) expect(body, recordId).toMatch(/[әөүҗңһ]/i);
    }
  });

  it("have no Tatar letters in Russian and no Cyrillic in English", () => {
    for (const [recordId, language, text] of all) {
      const joined = Object.values(text).join(" ");
      if (language === "ru") expect(joined, recordId).not.toMatch(/[әөүҗңһ]/i);
      if (language === "en") expect(joined, recordId).not.toMatch(/[а-яё]/i);
    }
  });

  it.each([
    "джаз",
    "орган",
    "Тукай",
    "Муса Җәлил",
    "Камал",
    "Сабантуй",
    "Рахманинов",
    "Чайковский",
    "Цифровая грамотность",
    "Виртуальная экскурсия",
    "Обсерватория",
    "Старо-Татарская слобода",
    "Баумана",
    "Булгар",
    "Свияжск",
    "Шамаил",
    "Народный танец",
    "Вечер поэзии",
    "Книжный клуб",
    "Планетарий",
    "жестовом языке",
    "Тихий час",
    "Немое кино",
    "Учебный модуль",
  ])("speak of %s", (phrase) => {
    const everything = all
      .map(([, , text]) => Object.values(text).join(" "))
      .join("\n")
      .toLowerCase();
    expect(everything).toContain(phrase.toLowerCase());
  });
});
