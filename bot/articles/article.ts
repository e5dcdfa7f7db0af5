import type { Texts } from "../words/language.ts";

/** News of an institution, and a review: what somebody wrote about an event that they saw. */
export const articleKinds = ["news", "review"] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** Characters of a title and of who wrote it, and of a text with room for the rest of Telegram's 4096. */
export const articleLimits = { title: 200, body: 3_000, byline: 120 };

/** What an article says in one language. */
export interface ArticleWords {
  title: string;
  body: string;
  /** Who wrote a review, by name; null: nobody is named. */
  byline: string | null;
  /** What is on the picture, for those who do not see it. */
  pictureAlt: string | null;
}

/** What an article is about, by ids. */
export interface ArticleLinks {
  eventIds: readonly number[];
  collectionIds: readonly number[];
}

/** An article, as residents and editors see it. */
export interface Article {
  id: number;
  kind: ArticleKind;
  /** Whose it is; null: the city's. */
  institutionId: number | null;
  institution: Texts<string>;
  pictureUrl: string | null;
  texts: Texts<ArticleWords>;
  /** When residents saw it first; null: they have not. */
  publishedAt: Date | null;
  state: "draft" | "shown" | "withdrawn";
}

/** Something that an article is about, by its title in the reader's language or the next one. */
export interface LinkedThing {
  id: number;
  title: string;
}

/** An event that an article is about, with the date whose card is opened: the next one, else the last. */
export interface LinkedEvent extends LinkedThing {
  occurrenceId: number;
}

/** Which articles are looked at: all, those of an institution, reviews of the event of a date, those about a collection. */
export type ArticleScope = { kind: "all" } | { kind: "house" | "date" | "collection"; id: number };

/** Whether residents will see it, and do not yet. */
export const isPlanned = ({ state, publishedAt }: Pick<Article, "state" | "publishedAt">, now: Date): boolean =>
  state === "shown" && publishedAt !== null && publishedAt > now;
