import { joinSpans, type Span } from "../../../bot/when/span.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";

/** Characters of what was not understood, as it is said again. */
const longest = 80;

/** Names the words of a text that a grammar made nothing of; undefined where it made something of each. */
export function formatUnused(t: Translate, text: string, unused: readonly Span[]): string | undefined {
  if (unused.length === 0) return undefined;
  const words = joinSpans(text, unused).map(({ start, end }) => text.slice(start, end));
  return t("step.unused", { words: cutAtWord(words.join(" … "), longest) });
}
