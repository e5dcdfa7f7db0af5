import type { Audience, Section } from "../programme/event.ts";
import type { Texts } from "../words/language.ts";

export const collectionKinds = ["collection", "festival", "night"] as const;
export type CollectionKind = (typeof collectionKinds)[number];

/** Characters of what a collection says. */
export const collectionLimits = { title: 100, summary: 600, words: 100 } as const;

export interface CollectionText {
  title: string;
  summary: string | null;
}

/** What a collection takes by itself. An empty list asks for nothing. */
export interface CollectionRule {
  sections: readonly Section[];
  audiences: readonly Audience[];
  /** As staff typed them; null: any. */
  words: string | null;
}

/** From one instant to before the other; without hours both are midnights. */
export interface CollectionDates {
  startsAt: Date;
  endsAt: Date;
  hasHours: boolean;
}

export interface Collection {
  id: number;
  kind: CollectionKind;
  institutionId: number | null;
  parentId: number | null;
  texts: Texts<CollectionText>;
  /** Null: whatever is to come. */
  dates: CollectionDates | null;
  /** Null: chosen by hand alone. */
  rule: CollectionRule | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  changedAt: Date;
}

/** Whether residents see it. */
export const isShown = ({ publishedAt, withdrawnAt }: Pick<Collection, "publishedAt" | "withdrawnAt">, now: Date) =>
  withdrawnAt === null && publishedAt !== null && publishedAt <= now;

/** Whether it is over. */
export const isOver = ({ dates }: Pick<Collection, "dates">, now: Date): boolean =>
  dates !== null && dates.endsAt <= now;
