import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { demoCity } from "../../bot/city/city-file.ts";
import { loadWords } from "../../bot/words/messages/translator.ts";
import { WordsError } from "../../bot/words/messages/words-error.ts";
import { localesDirectory } from "../support/words.ts";

/** A directory with three sound locale files, which a test then spoils. */
function locales(files: { ru?: string; tt?: string; en?: string } = {}): string {
  const directory = mkdtempSync(path.join(tmpdir(), "locales-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const sound = "found: '{count, plural, other {#}}'\nhello: Hi, {name}";
  for (const language of ["ru", "tt", "en"] as const) {
    writeFileSync(path.join(directory, `${language}.yaml`), files[language] ?? sound.replace("other", forms[language]));
  }
  return directory;
}

const forms = { ru: "one {#} few {#} many {#} other", tt: "other", en: "one {#} other" };

/** What stops the start, in the words of the error. */
function refusal(directory: string): string {
  try {
    loadWords(directory, demoCity().texts);
  } catch (error) {
    if (error instanceof WordsError) return error.message;
    throw error;
  }
  return "loaded";
}

test("the locale files of this repository load", () => {
  expect(refusal(localesDirectory)).toBe("loaded");
});

describe("a broken locale file stops the start with file, key and reason", () => {
  test("sound files load", () => {
    expect(refusal(locales())).toBe("loaded");
  });

  const sound = "found: '{count, plural, other {#}}'\n";
  test.each<[string, { ru?: string; tt?: string; en?: string }, RegExp]>([
    ["a brace left open", { en: `${sound}hello: 'Hi, {name'` }, /^en\.yaml: hello: .*EXPECT_ARGUMENT_CLOSING_BRACE/],
    ["a key missing", { tt: sound }, /^tt\.yaml: hello: is missing$/],
    ["a key left over", { en: `${sound}hello: Hi, {name}\nbye: Bye` }, /^en\.yaml: bye: is left over/],
    ["a parameter missing", { tt: `${sound}hello: Сәлам` }, /^tt\.yaml: hello: lacks the parameter \{name\}/],
    [
      "another parameter",
      { en: `${sound}hello: 'Hi, {name} {surname}'` },
      /^en\.yaml: hello: has a parameter \{surname\}/,
    ],
    [
      "a parameter of another kind",
      { en: `${sound}hello: 'Hi, {name, number}'` },
      /^en\.yaml: hello: \{name\} is a number here/,
    ],
    [
      "a plural form that Tatar has not",
      { tt: "found: '{count, plural, one {#} other {#}}'\nhello: Сәлам, {name}" },
      /^tt\.yaml: found: count: "one" is no plural form/,
    ],
    [
      "a plural form missing",
      { ru: "found: '{count, plural, one {#} other {#}}'\nhello: '{name}'" },
      /^ru\.yaml: found: count: the plural form "few" is missing/,
    ],
    ["an empty text", { en: `${sound}hello: ''` }, /^en\.yaml: hello: is empty/],
    ["a number for a text", { en: `${sound}hello: 12` }, /^en\.yaml: hello: is neither a text nor a group/],
    ["a list", { en: `${sound}hello: [a, b]` }, /^en\.yaml: hello: is neither a text nor a group/],
    ["a loose angle bracket", { en: `${sound}hello: 'a < {name}'` }, /^en\.yaml: hello: has <, > or & outside/],
    [
      "a tag that Telegram does not know",
      { en: `${sound}hello: '<p>{name}</p>'` },
      /^en\.yaml: hello: has <, > or & outside/,
    ],
    ["tags in one language only", { en: `${sound}hello: '<b>{name}</b>'` }, /^en\.yaml: hello: has tags/],
    ["YAML that is none", { en: "found: 'unclosed" }, /^en\.yaml: .*quote/],
    ["a key twice", { en: "hello: a\nhello: b" }, /^en\.yaml: duplicated mapping key/],
    ["nothing in the file", { en: "" }, /^en\.yaml: .*the input is empty/],
  ])("%s", (_name, files, expected) => {
    expect(
      refusal(locales({ en: "found: '{count, plural, one {#} other {#}}'\nhello: Hi, {name}", ...files })),
    ).toMatch(expected);
  });

  test("a file that is not there", () => {
    const directory = locales();
    rmSync(path.join(directory, "tt.yaml"));
    expect(refusal(directory)).toMatch(/^tt\.yaml: cannot be read/);
  });

  test("all problems are named together", () => {
    const directory = locales({ tt: "hello: '{name'", en: "hello: '{name}'" });
    expect(refusal(directory).split("\n")).toEqual([
      expect.stringMatching(/^tt\.yaml: hello: /),
      "tt.yaml: found: is missing",
      "en.yaml: found: is missing",
    ]);
  });

  test("a slip in a real file", () => {
    const directory = mkdtempSync(path.join(tmpdir(), "locales-"));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    for (const file of ["ru.yaml", "tt.yaml", "en.yaml"]) {
      copyFileSync(path.join(localesDirectory, file), path.join(directory, file));
    }
    const file = path.join(directory, "tt.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("{days} көннән", "{day} көннән"));
    expect(refusal(directory)).toContain("tt.yaml: date.relative.days: has a parameter {day} that ru.yaml has not");
  });
});
