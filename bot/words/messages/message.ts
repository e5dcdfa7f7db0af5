import { parse } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import { createFormatters, intlLocales } from "../intl.ts";
import type { Language } from "../language.ts";
import { nestQuotes } from "../nested-quotes.ts";
import { checkElements } from "./message-rules.ts";
import { type Parameter, parametersOf } from "./parameters.ts";

export type Values = Readonly<Record<string, string | number>>;

/** A message ready to be rendered. */
export interface Message {
  parameters: ReadonlyMap<string, Parameter>;
  hasMarkup: boolean;
  render: (values: Values) => string;
}

/** The tags that Telegram takes and a message needs; whatever else looks like one is a slip. */
const telegramTag = /<\/?(?:b|i|u|s|code|pre|blockquote|tg-spoiler)>|<a href="[^"<>]*">|<\/a>/g;

const optionsFor = (language: Language) => ({ ignoreTag: true, formatters: createFormatters(language) });
const options = { ru: optionsFor("ru"), tt: optionsFor("tt"), en: optionsFor("en") };

/**
 * Checks an ICU message and makes it ready. Throws an Error whose message is the reason when it cannot be used in that
 * language. A message is compiled when it is first rendered: most are not in a day, and all of them take 8 MB.
 */
export function prepareMessage(text: string, language: Language): Message {
  if (text.trim() === "") throw new Error("is empty");
  if (/[<>&]/.test(text.replace(telegramTag, ""))) {
    throw new Error("has <, > or & outside of a Telegram tag; buttons would show it differently from messages");
  }
  const isPlain = !/[{}'#|]/.test(text);
  const elements = isPlain ? [] : parse(text, { ignoreTag: true });
  checkElements(elements, language);
  let format: IntlMessageFormat | undefined;
  // What it quotes may hold a quotation itself.
  const isQuoting = /[«“]/u.test(text);
  return {
    parameters: parametersOf(elements),
    hasMarkup: text.includes("<"),
    render: (values) => {
      if (!isPlain) format ??= new IntlMessageFormat(text, intlLocales[language], undefined, options[language]);
      const said = format === undefined ? text : String(format.format(values));
      return isQuoting ? nestQuotes(said) : said;
    },
  };
}
