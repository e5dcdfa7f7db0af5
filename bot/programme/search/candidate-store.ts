import { Prisma } from "../../../prisma/client/client.ts";
import { dayCondition, type Spellings, termConditions, titleConditions, wordConditions } from "./text-query.ts";
import { allOf, anyOf } from "./tsquery-store.ts";
import type { Understanding, Window } from "./understanding.ts";

/** A query to be taken as it is. */
export interface MatchRequest {
  understanding: Understanding;
  spellings: Spellings;
  /** Whether one of the words is enough. */
  anyWord: boolean;
  now: Date;
  limit: number;
  offset: number;
}

/**
 * How many matching events are ranked. More match only words so common that their next dates matter more than their
 * rank, and ranking costs some 20 µs an event.
 */
export const mostRanked = 400;

/** SQL for the events that match, as many as can be ranked: one look into the GIN index of documents. */
export function matching(request: MatchRequest): Prisma.Sql {
  const title = titleConditions(request.understanding);
  const query = title === null ? askedFor(request) : Prisma.sql`(${askedFor(request)} || ${allOf(title)})`;
  const isTitled = title === null ? Prisma.sql`false` : Prisma.sql`s."heading" @@ ${allOf(title)}`;
  return Prisma.sql`SELECT s.*, ${isTitled} AS "isTitled" FROM "findDocuments"(${query}, ${mostRanked}::int) s`;
}

/** SQL for those of very many that happen in the next days. */
export function matchingWithin(days: number, request: MatchRequest): Prisma.Sql {
  const to = new Date(request.now.getTime() + days * 86_400_000);
  const soon = dayCondition([{ from: request.now, to }]);
  return Prisma.sql`
    SELECT s.*, false AS "isTitled"
    FROM "findDocuments"((${askedFor(request)} && ${allOf([soon])}), ${mostRanked}::int) s`;
}

/** SQL for the first of very many in the time asked for. */
export function firstMatching({ from, to }: Window, request: MatchRequest): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (s."eventId") s.*, false AS "isTitled"
    FROM "findDocumentsByDate"(${askedFor(request)}, ${from}, ${to}, ${request.offset + 200}::int) s`;
}

function askedFor({ understanding, spellings, anyWord }: MatchRequest): Prisma.Sql {
  const words = wordConditions(understanding.words, spellings);
  const terms = termConditions(understanding);
  if (!anyWord) return allOf([...words, ...terms]);
  return terms.length === 0 ? anyOf(words) : Prisma.sql`(${anyOf(words)} && ${allOf(terms)})`;
}
