import { intlLocales } from "./intl.ts";
import type { Translate } from "./messages/translator.ts";

/** Languages whose phrase is written out in the locale files; Intl names the others. */
const written = [
  "ru",
  "tt",
  "en",
  "it",
  "fr",
  "de",
  "es",
  "zh",
  "tr",
  "ba",
  "cv",
  "la",
  "ar",
  "ja",
  "ko",
  "uz",
  "kk",
  "udm",
  "mhr",
] as const;

/** ISO 639 codes that name no language: none, undetermined, several, uncoded. */
const noLanguage = new Set(["zxx", "und", "mul", "mis"]);

/** The language an event is held in (BCP 47): "на итальянском", "итальян телендә", "in Italian"; null for an unknown tag. */
export function formatHeldIn(tag: string, t: Translate): string | null {
  const code = tag.toLowerCase().split("-")[0];
  const known = written.find((candidate) => candidate === code);
  if (known !== undefined) return t(`language.held_in.${known}`);
  const name = code === undefined ? undefined : nameOf(code, intlLocales[t.language]);
  return name === undefined ? null : t("language.held_in.other", { name });
}

function nameOf(code: string, locale: string): string | undefined {
  // Intl throws for what cannot be a language code.
  if (noLanguage.has(code) || !/^[a-z]{2,3}$/.test(code)) return undefined;
  return new Intl.DisplayNames(locale, { type: "language", fallback: "none" }).of(code);
}
