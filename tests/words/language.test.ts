import { describe, expect, it } from "vitest";
import { chooseFields, preference, textIn } from "../../bot/words/language.ts";

interface Words {
  title: string;
  body?: string | null;
}

describe("a text in several languages", () => {
  it.each([
    ["ru", ["ru", "tt", "en"]],
    ["tt", ["tt", "ru", "en"]],
    ["en", ["en", "ru", "tt"]],
  ] as const)("is looked for in %s first", (language, order) => {
    expect(preference(language)).toEqual(order);
    expect(textIn({ [order[2]]: "last", [order[1]]: "second" }, language)).toBe("second");
  });

  it.each([
    {
      why: "the title is translated, the description not yet",
      texts: { ru: { title: "Опера", body: "О любви" }, tt: { title: "Опера кичәсе" } },
      chosen: { fields: { title: "Опера кичәсе", body: "О любви" }, languages: { title: "tt", body: "ru" } },
    },
    {
      why: "an empty description is none",
      texts: { ru: { title: "Опера", body: "О любви" }, tt: { title: "Опера кичәсе", body: "" } },
      chosen: { fields: { title: "Опера кичәсе", body: "О любви" }, languages: { title: "tt", body: "ru" } },
    },
    {
      why: "null is none",
      texts: { ru: { title: "Опера", body: "О любви" }, tt: { title: "Опера кичәсе", body: null } },
      chosen: { fields: { title: "Опера кичәсе", body: "О любви" }, languages: { title: "tt", body: "ru" } },
    },
    {
      why: "all is there",
      texts: { ru: { title: "Опера", body: "О любви" }, tt: { title: "Опера кичәсе", body: "Мәхәббәт турында" } },
      chosen: { fields: { title: "Опера кичәсе", body: "Мәхәббәт турында" }, languages: { title: "tt", body: "tt" } },
    },
    {
      why: "nothing is in the reader's language",
      texts: { en: { title: "Opera" } },
      chosen: { fields: { title: "Opera" }, languages: { title: "en" } },
    },
  ])("is chosen field by field: $why", ({ texts, chosen }) => {
    expect(chooseFields<Words>(texts, "tt")).toEqual(chosen);
  });

  it("is nothing where there is none", () => {
    expect(chooseFields<Words>({}, "tt")).toBeUndefined();
  });
});
