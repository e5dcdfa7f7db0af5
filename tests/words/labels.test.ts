import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { languages } from "../../bot/words/language.ts";
import { readLocaleFile } from "../../bot/words/messages/locale-file.ts";
import { localesDirectory } from "../support/words.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The keys of the messages that stand on buttons as they are, as the program writes them. */
async function labelKeys(): Promise<string[]> {
  const keys = new Set<string>();
  for await (const path of glob("{bot,flows}/**/*.ts", { cwd: root })) {
    const source = await readFile(`${root}/${path}`, "utf8");
    for (const [, key = ""] of source.matchAll(/(?:[bB]utton\(|label: )t\("([\w.]+)"\)/g)) keys.add(key);
  }
  return [...keys].toSorted();
}

const keys = await labelKeys();

it("finds the labels of buttons", () => expect(keys.length).toBeGreaterThan(100));

it.each(languages)("every label of a button has 24 characters at most, in %s", (language) => {
  const messages = readLocaleFile(localesDirectory, language).texts;
  const long = keys.flatMap((key) => {
    const text = messages.get(key) ?? "";
    return text.length > 24 ? [`${key}: ${text} (${text.length})`] : [];
  });
  expect(long).toEqual([]);
});

/** Questions and names that end like an infinitive, or are one inside a question. */
const exceptions = new Set(["simple.watch"]);

it("every Tatar label is in one mood: what is done is a verbal noun and no infinitive", () => {
  const messages = readLocaleFile(localesDirectory, "tt").texts;
  const infinitives = keys.filter(
    (key) => !exceptions.has(key) && /(?:[аәыеоө]рга|[аәыеоө]ргә|йрга|йргә)$/u.test(messages.get(key) ?? ""),
  );
  expect(infinitives.map((key) => `${key}: ${messages.get(key)}`)).toEqual([]);
});
