import I18n from "telegraf-i18n";
import { languages, type Texts } from "../language.ts";
import { type CityTexts, withCity } from "./city-texts.ts";
import { compareMessages, type Locale, prepareLocale, referenceLanguage } from "./locale.ts";
import { readLocaleFile } from "./locale-file.ts";
import type { Message } from "./message.ts";
import { type CatalogueProblem, WordsError } from "./words-error.ts";

/** Fills the catalogue with the messages of a directory and of a city. Throws a WordsError that names every problem. */
export function loadCatalogue(directory: string, city: Texts<CityTexts>): I18n {
  const [reference, ...others] = languages.map((language) =>
    prepareLocale(withCity(readLocaleFile(directory, language), city)),
  );
  if (reference === undefined) throw new Error("no languages");

  const catalogue = new I18n({ defaultLanguage: referenceLanguage, allowMissing: false });
  // Functions are kept as they are; telegraf-i18n's own templates would run code out of the YAML.
  for (const { language, messages } of [reference, ...others]) catalogue.loadLocale(language, nest(messages));

  const problems = [...reference.problems, ...others.flatMap((locale) => locale.problems)];
  for (const locale of others) {
    problems.push(...compareKeys(locale, reference), ...compareMessages(locale, reference));
  }
  if (problems.length > 0) throw new WordsError(problems);
  return catalogue;
}

/** Lists missing and left-over keys. One that is there but cannot be used is a problem already named. */
function compareKeys(locale: Locale, reference: Locale): CatalogueProblem[] {
  const named = new Set([...locale.problems, ...reference.problems].map(({ key }) => key));
  // A file that could not be read lacks everything; saying so for each key would bury the cause.
  if (named.has(null)) return [];
  const missing = keysWithout(reference, locale).map((key) => ({ key, reason: "is missing" }));
  const leftOver = keysWithout(locale, reference).map((key) => ({
    key,
    reason: `is left over: ${reference.file} has no such key`,
  }));
  return [...missing, ...leftOver]
    .filter(({ key }) => !named.has(key))
    .map((problem) => ({ file: locale.file, ...problem }));
}

const keysWithout = (locale: Locale, other: Locale): string[] =>
  [...locale.messages.keys()].filter((key) => !other.messages.has(key));

type Tree = { [name: string]: Tree | Message["render"] };

/** Turns "date.relative.now" → message into the tree of functions that telegraf-i18n keeps. */
function nest(messages: Locale["messages"]): Tree {
  const root: Tree = {};
  for (const [key, { render }] of messages) {
    const names = key.split(".");
    const last = names.pop() ?? key;
    let node = root;
    for (const name of names) {
      const child = node[name];
      node = node[name] = typeof child === "object" ? child : {};
    }
    node[last] = render;
  }
  return root;
}
