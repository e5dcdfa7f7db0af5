import { parse } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../programme/event.ts";
import { createFormatters, intlLocales } from "./intl.ts";
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

const formatters = { ru: createFormatters("ru"), tt: createFormatters("tt"), en: createFormatters("en") };

/** Compiles an ICU message. Throws an Error whose message is the reason when it cannot be used in that language. */
export function compileMessage(text: string, language: Language): Message {
  if (text.trim() === "") throw new Error("is empty");
  if (/[<>&]/.test(text.replace(telegramTag, ""))) {
    throw new Error("has <, > or & outside of a Telegram tag; buttons would show it differently from messages");
  }
  const elements = parse(text, { ignoreTag: true });
  checkElements(elements, language);
  const format = new IntlMessageFormat(elements, intlLocales[language], undefined, {
    formatters: formatters[language],
  });
  return {
    parameters: parametersOf(elements),
    hasMarkup: text.includes("<"),
    render: (values) => String(format.format(values)),
  };
}
