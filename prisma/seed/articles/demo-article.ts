import type { ArticleKind } from "../../../bot/articles/article.ts";
import type { InstitutionDraft } from "../../../bot/programme/event.ts";
import type { Texts } from "../../../bot/words/language.ts";

/** What an article says in one language; the third is who wrote it. */
type Words = [title: string, body: string, byline?: string];

/** News or a review in the demo city. */
export interface DemoArticle {
  /** "demo:new-mimi" */
  origin: string;
  kind: ArticleKind;
  institution?: InstitutionDraft;
  /** How long ago it was published, in hours. */
  hoursAgo: number;
  /** Record ids of events, and origins of collections, that it is about. */
  events: readonly string[];
  collections: readonly string[];
  /** The record id of an event whose poster is its picture. */
  poster?: string;
  texts: Required<Texts<{ title: string; body: string; byline: string | null }>>;
}

/** Words in Russian, Tatar and English make one of them. */
export function article(
  [name, kind, hoursAgo]: [string, ArticleKind, number],
  [ru, tt, en]: [Words, Words, Words],
  {
    events = [],
    collections = [],
    ...more
  }: Pick<DemoArticle, "institution" | "poster"> & Partial<Pick<DemoArticle, "events" | "collections">>,
): DemoArticle {
  const text = ([title, body, byline = null]: [string, string, (string | null)?]) => ({ title, body, byline });
  return {
    ...{ origin: `demo:${name}`, kind, hoursAgo, events, collections, ...more },
    texts: { ru: text(ru), tt: text(tt), en: text(en) },
  };
}
