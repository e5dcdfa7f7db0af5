import type { ParsedMoment } from "../../../bot/when/parse/parse-moment.ts";
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

/** Asks for the hour of a day that was said without one, as in «завтра вечером»; undefined for all other moments. */
export const formatNoHour = (t: Translate, read: ParsedMoment): string | undefined =>
  read.kind === "unclear" && read.what === "time" ? t("programme.again.time") : undefined;
