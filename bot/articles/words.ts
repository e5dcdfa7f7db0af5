import { cutAtWord } from "../words/cut.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import { type ChosenFields, chooseFields, type Texts, textIn } from "../words/language.ts";
import { languageLine } from "../words/language-line.ts";
import type { Translate } from "../words/messages/translator.ts";
import { formatDay } from "../words/time/dates.ts";
import { type Article, type ArticleWords, articleLimits } from "./article.ts";

/** Whom an article is told, and when; `zone` is the city's. */
export interface ArticleReader {
  t: Translate;
  zone: string;
  now: Date;
}

/** Characters of what a list says of an article below its title. */
const shortBody = 120;

const wordsOf = ({ texts }: Pick<Article, "texts">, t: Translate): ChosenFields<ArticleWords> | undefined =>
  chooseFields(texts, t.language);

/** The title in the reader's language or the next one. */
export const articleTitle = (article: Pick<Article, "texts">, t: Translate): string =>
  wordsOf(article, t)?.fields.title || t("article.untitled");

/** Who wrote it, in the reader's language or the next one; "" where nobody is named. */
export const bylineIn = (bylines: Texts<string>, t: Translate): string => textIn(bylines, t.language) ?? "";

/** "Рецензия · Оперный театр · пт 20 ноября" */
function factsLine({ kind, institution, publishedAt }: Article, { t, zone, now }: ArticleReader): string {
  const facts = [
    t(`article.kind.${kind}`),
    textIn(institution, t.language) ?? null,
    publishedAt === null ? null : formatDay(publishedAt, t, zone, now),
  ];
  return facts.filter((fact) => fact !== null).join(" · ");
}

/** The whole article: title, what and whose it is and since when, who wrote it, its text. */
export function formatArticle(article: Article, reader: ArticleReader, { withAlt = false } = {}): Html {
  const { t } = reader;
  const words = wordsOf(article, t);
  const { byline, pictureAlt } = words?.fields ?? {};
  return joinLines(
    html`<b>${articleTitle(article, t)}</b>`,
    factsLine(article, reader),
    byline ? t("article.by", { name: byline }) : null,
    "",
    cutAtWord(words?.fields.body ?? "", articleLimits.body),
    withAlt && article.pictureUrl !== null && pictureAlt ? `\n${t("article.picture_alt", { what: pictureAlt })}` : null,
    words && languageLine({ title: words.languages.title, text: words.languages.body }, t),
  );
}

/** A row of a list: the title, and below it what it is, how it begins. */
export function formatArticleRow(article: Article, reader: ArticleReader): Html {
  const words = wordsOf(article, reader.t);
  return joinLines(
    html`<b>${cutAtWord(articleTitle(article, reader.t), 100)}</b>`,
    html`<i>${factsLine(article, reader)}</i>`,
    cutAtWord((words?.fields.body ?? "").replace(/\s+/gu, " "), shortBody),
  );
}
