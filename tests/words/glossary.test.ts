import { describe, expect, it } from "vitest";
import type { Language } from "../../bot/words/language.ts";
import { readLocaleFile } from "../../bot/words/messages/locale-file.ts";
import { localesDirectory } from "../support/words.ts";
import { glossary } from "./glossary.ts";

const textsOf = (language: Language) => readLocaleFile(localesDirectory, language).texts;
const [russian, tatar, english] = [textsOf("ru"), textsOf("tt"), textsOf("en")];

const names = (text: string | undefined, words: readonly string[]): boolean =>
  words.some((word) => (text ?? "").toLowerCase().includes(word));

describe("a thing has one name", () => {
  it.each(glossary.map((term) => [term.ru[0], term] as const))("«%s» in all messages", (_, term) => {
    const other = [...russian].flatMap(([key, text]) => {
      if (!names(text, term.ru)) return [];
      return [
        ...(names(tatar.get(key), term.tt) ? [] : [`${key} (tt): ${tatar.get(key)}`]),
        ...(names(english.get(key), term.en) ? [] : [`${key} (en): ${english.get(key)}`]),
      ];
    });
    expect(other).toEqual([]);
  });
});

describe("Tatar, by rules that need no dictionary", () => {
  const lines = [...tatar].map(([key, text]) => `${key}: ${text}`);

  it("a noun behind a numeral stays singular", () => {
    const plural = /(?:\d|#|\{\w+, number\}\}?) [а-яёәөүҗңһ]+(?:лар|ләр|нар|нәр)(?![а-яёәөүҗңһ])/u;
    expect(lines.filter((line) => plural.test(line))).toEqual([]);
  });

  it("an ending stands at its figure", () => {
    const parted =
      /(?:\d|#|\{\w+, number\}) (?:дә|тә|да|та|дән|тән|нән|дан|тан|нан|гә|кә|га|ка|нче|нчы)(?![а-яёәөүҗңһ])/u;
    expect(lines.filter((line) => parted.test(line))).toEqual([]);
  });

  it("an ending stands behind a hyphen at a Latin name", () => {
    const joined = /\b(?:Telegram|Zoom|MAX|Google|Apple|Outlook)[а-яәөүҗңһ]/u;
    expect(lines.filter((line) => joined.test(line))).toEqual([]);
  });
});
