import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { allOf } from "../programme/search/match/tsquery.sql.ts";
import type { WordCondition } from "../programme/search/query/text-query.ts";
import type { Language } from "../words/language.ts";
import { houseOf } from "./house.sql.ts";
import { daysKept, mostWishes, type Wanting, wantedBy, wordsOf } from "./wish.ts";

export type Wished =
  /** `isNew` is false for a wish that was there already. */
  | { kind: "wished"; wishId: number; isNew: boolean }
  | { kind: "too many" }
  /** A time and nothing else. */
  | { kind: "too vague" };

export interface NewWish {
  personId: number;
  text: string;
  dropped: number;
  now: Date;
  zone: string;
}

/** Keeps what somebody wants to be told of. */
export async function wish(queries: Queries, { personId, text, dropped, now, zone }: NewWish): Promise<Wished> {
  const wanted = wantedBy(text, now, zone, dropped);
  if (wanted === null) return { kind: "too vague" };
  const id = BigInt(personId);
  const same = { personId: id, kind: "search" as const, text, dropped: wanted.dropped };
  const known = await queries.wish.findUnique({ where: { personId_kind_text_dropped: same }, select: { id: true } });
  if (known !== null) return { kind: "wished", wishId: known.id, isNew: false };
  if ((await queries.wish.count({ where: { personId: id, kind: "search" } })) >= mostWishes)
    return { kind: "too many" };
  const { stems, plain, facets } = await findRarest(queries, wanted.conditions);
  const [made] = await queries.$queryRaw<{ id: number }[]>`
    INSERT INTO "Wish" ("personId", "kind", "text", "dropped", "isTimed", "query", "createdAt", "anchors")
    SELECT ${id}, 'search', ${text}, ${wanted.dropped}::int, ${wanted.isTimed}, ${allOf(wanted.conditions)}, ${now},
      tsvector_to_array(to_tsvector('russian', ${wordsOf(stems)}) || to_tsvector('simple', ${wordsOf(plain)}))
        || ${[...facets]}::text[]
    ON CONFLICT DO NOTHING RETURNING "id"`;
  return made === undefined
    ? wish(queries, { personId, text, dropped, now, zone })
    : { kind: "wished", wishId: made.id, isNew: true };
}

/** Events that are counted at most: what more of them have is common. */
const mostCounted = 500;

/**
 * Finds the condition that fewest events meet by now: for what is not there yet that is a word which nothing has, and the
 * wish is compared with hardly any event. By the longest word, an event had to be compared with five times as many.
 */
async function findRarest(
  queries: Queries,
  conditions: readonly [WordCondition, ...WordCondition[]],
): Promise<WordCondition> {
  const each = conditions.map((condition) => allOf([condition]));
  const [rarest] = await queries.$queryRaw<{ place: number }[]>`
    SELECT "place"::int - 1 AS "place" FROM unnest(ARRAY[${Prisma.join(each)}]) WITH ORDINALITY AS c("query", "place")
    ORDER BY (
      SELECT CASE WHEN bool_or(NOT "isWhole") THEN ${mostCounted}::int ELSE count(*) END
      FROM "findDocuments"(c."query", '', '{""}', 1, now(), now(), 1, ${mostCounted}::int)), "place" LIMIT 1`;
  return conditions[rarest?.place ?? 0] ?? conditions[0];
}

/** What a person waits for. */
export interface OwnWish extends Wanting {
  id: number;
}

/** Finds what a person waits for and follows, the newest first. */
export const findWishes = (queries: Queries, personId: number, language: Language): Promise<OwnWish[]> =>
  queries.$queryRaw<OwnWish[]>`
    SELECT w."id", w."kind"::text AS "kind", w."text", ${houseOf(language)} AS "house" FROM "Wish" w
    WHERE w."personId" = ${BigInt(personId)} ORDER BY w."id" DESC`;

/** Forgets a wish of a person's own; pressed twice it is gone all the same. */
export async function unwish(queries: Queries, personId: number, wishId: number): Promise<void> {
  await queries.wish.deleteMany({ where: { id: wishId, personId: BigInt(personId) } });
}

/** Deletes searches that did not come true within a year, and news that was told a month ago. */
export async function forgetWishes(queries: Queries, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await queries.wishNews.deleteMany({ where: { toldAt: { lt: before(30) }, answer: { not: null } } });
  const { count } = await queries.wish.deleteMany({ where: { kind: "search", createdAt: { lt: before(daysKept) } } });
  return count;
}
