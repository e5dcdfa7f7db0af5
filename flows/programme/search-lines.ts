import type { Understanding } from "../../bot/programme/search/query/understanding.ts";
import type { SearchOutcome } from "../../bot/programme/search/search-store.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import type { Html } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";

/** What a sentence said besides what was found, as typed. */
export const passedOver = (outcome: SearchOutcome): string | undefined =>
  outcome.kind === "nearest"
    ? outcome.relaxed.flatMap((one) => (one.kind === "passed_over" ? [one.text] : []))[0]
    : undefined;

/** What is not there, by name, above what is nearest. */
export function nearestLine(outcome: Extract<SearchOutcome, { kind: "nearest" }>, t: Translate): string {
  const { relaxed, understanding } = outcome;
  const story = passedOver(outcome);
  if (story !== undefined) return t("search.passed_over", { words: story });
  const gone = relaxed.flatMap((one) => (one.kind === "term" ? [one.term.said] : []));
  if (relaxed.some(({ kind }) => kind === "no_words")) return t("search.missing", { query: understanding.text });
  if (gone.length > 0 && gone.length === relaxed.length) return t("search.without", { terms: gone.join(", ") });
  return t("search.nearest");
}

export function coursesLine(
  courses: readonly { title: string }[],
  query: string,
  t: Translate,
  hasEvents: boolean,
): string {
  const titles = courses.map(({ title }) => cutAtWord(title, 80)).join(", ");
  return hasEvents ? t("classes.found", { titles }) : t("classes.found_alone", { query, titles });
}

/** "Ищу: джаз · в субботу · бесплатно" – how the words were taken, when there is more to it than the words themselves. */
export function understood({ terms, text }: Understanding, t: Translate): Html | null {
  if (terms.length === 0) return null;
  const parts = [text, ...terms.map(({ said }) => said)].filter(Boolean);
  return t.html("search.understood", { terms: parts.join(" · ") });
}
