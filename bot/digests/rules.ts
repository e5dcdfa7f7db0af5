import type { Article } from "../articles/article.ts";
import type { Wanting } from "../wishes/wish.ts";

/** Why a row is in a digest. It is something that the reader asked for, or that everybody sees: no profile. */
export type DigestReason =
  /** What they follow, by its name. */
  | { kind: "followed"; wanting: Wanting }
  | { kind: "rated"; average: number; count: number }
  /** So many asked to be reminded of it. */
  | { kind: "reminded"; count: number };

/** Stars from which on an event is said to be liked: what nobody rated has four. */
export const liked = 4.3;

/** What a digest tells of, each kind in its own order. */
export interface DigestOffer<T> {
  /** To be watched from home, soon or on air. */
  streams: T[];
  /** To go to. */
  inTown: T[];
  /** Announced since the last digest, for later. */
  news: T[];
}

/** A digest as one person gets it. */
export interface PersonalOffer<T> extends DigestOffer<T> {
  /** New of what they follow; nothing of it is told above or below once more. */
  followed: T[];
  /** News of institutions that are followed, and reviews of their events. */
  articles: DigestArticle[];
}

/** An article in a digest, with why it is there. */
export interface DigestArticle {
  article: Article;
  because: DigestReason;
}

/** Puts what somebody follows before what everybody is told, without what is in it. */
export function withFollowed<T extends { eventId: number }>(
  offer: DigestOffer<T>,
  followed: T[],
  articles: DigestArticle[] = [],
): PersonalOffer<T> {
  const told = new Set(followed.map(({ eventId }) => eventId));
  const others = (rows: T[]): T[] => rows.filter(({ eventId }) => !told.has(eventId));
  return { followed, articles, streams: others(offer.streams), inTown: others(offer.inTown), news: others(offer.news) };
}

/** Rows of a digest: with its title and three headings it has ten lines. */
export const mostRows = 6;

/**
 * Shares a digest's rows among the kinds in turn, streams first, so that a city full of streams still tells of its
 * concerts and of what is new.
 */
export function shareRows<T>(offer: DigestOffer<T>, most = mostRows): DigestOffer<T> {
  const kinds = ["streams", "inTown", "news"] as const;
  const taken = { streams: 0, inTown: 0, news: 0 };
  for (let left = most; left > 0; ) {
    const open = kinds.filter((kind) => taken[kind] < offer[kind].length).slice(0, left);
    if (open.length === 0) break;
    for (const kind of open) taken[kind] += 1;
    left -= open.length;
  }
  return {
    streams: offer.streams.slice(0, taken.streams),
    inTown: offer.inTown.slice(0, taken.inTown),
    news: offer.news.slice(0, taken.news),
  };
}
