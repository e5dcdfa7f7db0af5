import { intlLocales } from "./intl.ts";
import type { Language } from "./language.ts";

const formats: Record<Language, Intl.NumberFormat> = {
  ru: new Intl.NumberFormat(intlLocales.ru),
  tt: new Intl.NumberFormat(intlLocales.tt),
  en: new Intl.NumberFormat(intlLocales.en),
};

/** A number with its thousands set apart as the language does it: "1 350" (no-break space), "1,350". */
export function formatNumber(value: number, language: Language): string {
  return formats[language].format(value);
}
