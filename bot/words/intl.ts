import type { Formatters } from "intl-messageformat";
import type { Language } from "./language.ts";

/** The locale that Intl formats numbers and names with. */
export const intlLocales: Record<Language, string> = { ru: "ru", tt: "tt", en: "en-GB" };

/** Intl knows no Tatar plurals and silently takes the process's language; Indonesian has, like Tatar, `other` alone. */
const pluralLocales: Record<Language, string> = { ...intlLocales, tt: "id" };

/** The plural rules of a language, for amounts (cardinal) or places in a row (ordinal). */
export function pluralRules(language: Language, type: Intl.PluralRuleType = "cardinal"): Intl.PluralRules {
  return new Intl.PluralRules(pluralLocales[language], { type });
}

/** What messages are formatted with: made once and shared, because an Intl object takes longer to make than a message. */
export function createFormatters(language: Language): Formatters {
  const plain = new Intl.NumberFormat(intlLocales[language]);
  const styled = new Map<object, Intl.NumberFormat>();
  const plurals = { cardinal: pluralRules(language), ordinal: pluralRules(language, "ordinal") };
  return {
    getNumberFormat(_locale, style) {
      if (style === undefined) return plain;
      // The style is part of the parsed message: the same object at every call.
      const format =
        styled.get(style) ?? new Intl.NumberFormat(intlLocales[language], style as Intl.NumberFormatOptions);
      styled.set(style, format);
      return format;
    },
    getPluralRules: (_locale, options) => plurals[options?.type ?? "cardinal"],
    getDateTimeFormat() {
      throw new Error("dates come into messages as text");
    },
  };
}
