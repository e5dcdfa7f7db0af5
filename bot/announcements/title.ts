import { type Content, textOf } from "../delivery/content.ts";
import { cutAtWord } from "../words/cut.ts";
import type { Texts } from "../words/language.ts";
import type { Translate } from "../words/messages/translator.ts";
import { inLanguage } from "./words.ts";

/** Characters that leave room for the rest of a line. */
const longest = 40;

/** What an announcement is called: the first line of its text, or else what it is: "Photo". */
export function formatTitle(texts: Texts<Content>, t: Translate): string {
  const content = inLanguage(texts, t.language)?.content;
  if (content === undefined) return "…";
  const line = textOf(content)
    .split("\n")
    .find((each) => each.trim() !== "");
  return line === undefined ? t(`announce.kind.${content.kind}`) : cutAtWord(line.trim(), longest);
}
