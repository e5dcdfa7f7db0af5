import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";
import type { Translate } from "./messages/translator.ts";

/** Says once that a title, or the text below it, is not in the reader's language; `text` undefined: there is none. */
export function languageLine(
  { title, text }: { title: Language | undefined; text: Language | undefined },
  t: Translate,
): Html | null {
  const isOther = (language: Language | undefined) => language !== undefined && language !== t.language;
  const key = isOther(title) ? "card.other_language" : "card.text_in_other_language";
  const other = [title, text].find(isOther);
  return other === undefined ? null : html`\n<i>${t(key, { language: t(`language.name.${other}`) })}</i>`;
}
