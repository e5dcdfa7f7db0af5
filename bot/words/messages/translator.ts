import type I18n from "telegraf-i18n";
import { Html, type HtmlValue, toMarkup } from "../html.ts";
import type { MarkupKey, Messages } from "../keys.ts";
import type { Language, Texts } from "../language.ts";
import { loadCatalogue } from "./catalogue.ts";
import type { CityTexts } from "./city-texts.ts";
import type { Values } from "./message.ts";

export type Key = keyof Messages;

/** A key whose message has no tags, and may therefore stand in a button. */
export type PlainKey = Exclude<Key, MarkupKey>;

type Arguments<P> = [keyof P] extends [never] ? [] : [params: P];
type OrHtml<P> = { [Name in keyof P]: string extends P[Name] ? string | Html : Extract<P[Name], string | number> };

/** Says messages in one language: as plain text for buttons, or as HTML with the values escaped. */
export interface Translate {
  readonly language: Language;
  <K extends PlainKey>(key: K, ...params: Arguments<Messages[K]>): string;
  html<K extends Key>(key: K, ...params: Arguments<OrHtml<Messages[K]>>): Html;
}

export interface Words {
  for(language: Language): Translate;
}

/** Loads the locale files of a directory with the texts of a city, and checks every message. Throws a WordsError that names every problem. */
export function loadWords(directory: string, city: Texts<CityTexts>): Words {
  const catalogue = loadCatalogue(directory, city);
  const translators: Record<Language, Translate> = {
    ru: createTranslate(catalogue, "ru"),
    tt: createTranslate(catalogue, "tt"),
    en: createTranslate(catalogue, "en"),
  };
  return { for: (language) => translators[language] };
}

function createTranslate(catalogue: I18n, language: Language): Translate {
  // Made once, where I18n.t makes one for each message; the package's own types say that nothing is returned.
  const context = catalogue.createContext(language, {}) as unknown as { t(key: string, values?: Values): string };
  // What has no values is most of a keyboard, and always says the same.
  const constant = new Map<string, string>();
  const say = (key: string, values?: Values): string => {
    if (values !== undefined) return context.t(key, values);
    const known = constant.get(key) ?? context.t(key);
    constant.set(key, known);
    return known;
  };
  const sayHtml = (key: string, values?: HtmlValues) =>
    Html.trusted(say(key, values === undefined ? undefined : escapeValues(values)));
  return Object.assign(say, { language, html: sayHtml });
}

type HtmlValues = Readonly<Record<string, HtmlValue>>;

/** Numbers stay numbers, because a plural chooses by them. */
function escapeValues(values: HtmlValues): Values {
  const escaped: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    escaped[name] = typeof value === "number" ? value : toMarkup(value);
  }
  return escaped;
}
