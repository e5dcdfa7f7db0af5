import { Prisma } from "../../../../prisma/client/client.ts";
import type { Window } from "../../../when/windows.ts";
import type { Filters } from "../../listing/list-query.ts";
import { type Facet, facetsAround, facetsOfMonths, facetsOfWindows } from "../index/facets.ts";
import type { QueryWord } from "../query/query-word.ts";
import {
  anyFacet,
  excluded,
  filterConditions,
  type Spellings,
  termConditions,
  titleConditions,
  wordConditions,
} from "../query/text-query.ts";
import type { Understanding } from "../query/understanding.ts";
import { allOf, anyOf, butNot } from "./tsquery.sql.ts";

/** A query to be taken as it is. */
export interface MatchRequest {
  understanding: Understanding;
  spellings: Spellings;
  /** Whether one of the words is enough. */
  anyWord: boolean;
  /** What is asked for by buttons. */
  filters: Filters;
  now: Date;
  /** IANA name: of the parts of the day. */
  zone: string;
  limit: number;
  offset: number;
}

/**
 * How many matching events are ranked. More match only words so common that their next dates matter more than their
 * rank, and ranking costs some 15 µs an event.
 */
const mostRanked = 300;
/** With so many near now, nobody pages as far as what is far away. */
const enough = 40;

interface Horizons {
  /** The dates to look in, narrow to wide; none: anywhen. */
  facets: readonly (readonly Facet[])[];
  /** The one to begin with. */
  first: number;
  narrowest: Window;
}

/** SQL for the events that match, as many as can be ranked. */
export function matching(request: MatchRequest): Prisma.Sql {
  const { facets, first, narrowest } = horizonsOf(request);
  const asked = askedFor(request);
  const title = allOf(titleConditions(request.understanding) ?? []);
  // An event called so is found beside the time asked for. Asked for none, it too is looked for outward from now: in all
  // the archive that cost «органный концерт» 24 ms.
  const [near, anywhere] =
    request.understanding.windows.length > 0 ? [asked, title] : [Prisma.sql`(${asked} || ${title})`, allOf([])];
  return Prisma.sql`
    SELECT s.*, s."heading" @@ ${title} AS "isTitled"
    FROM "findDocuments"(${near}, ${anywhere}, ${facets.map(anyFacet)}::text[]::tsquery[], ${first + 1}::int,
      ${narrowest.from}, ${narrowest.to}, ${Math.max(enough, request.offset + request.limit)}::int, ${mostRanked}::int) s`;
}

/** SQL for the number of the first of these queries that anything in the index matches. */
export function firstThatMatches(requests: readonly MatchRequest[]): Prisma.Sql {
  const queries = requests.map((request) => {
    const { facets } = horizonsOf(request);
    return Prisma.sql`(${askedFor(request)} && ${anyFacet(facets.at(-1) ?? [])}::tsquery)`;
  });
  return Prisma.sql`
    SELECT n::int - 1 AS "number" FROM unnest(ARRAY[${Prisma.join(queries)}]) WITH ORDINALITY AS attempt("query", n)
    WHERE EXISTS (SELECT FROM "findDocuments"("query", '', '{""}', 1, now(), now(), 1, 2)) ORDER BY n LIMIT 1`;
}

/** SQL for the numbers of those of these words that stand in a title or a name of anything in the index. */
export function wordsThatName(words: readonly QueryWord[]): Prisma.Sql {
  const queries = wordConditions(words, new Map(), "ABC").map((condition) => allOf([condition]));
  return Prisma.sql`
    SELECT n::int - 1 AS "number" FROM unnest(ARRAY[${Prisma.join(queries)}]) WITH ORDINALITY AS attempt("query", n)
    WHERE EXISTS (SELECT FROM "findDocuments"("query", '', '{""}', 1, now(), now(), 1, 2)) ORDER BY n`;
}

/** The whole time asked for and, where that is too much, only what begins then. Asked for none: outward from now. */
function horizonsOf({ understanding: { windows }, now }: MatchRequest): Horizons {
  const [first, last] = [windows[0], windows.at(-1)];
  if (first && last) {
    const facets = [facetsOfWindows(windows, { lasting: false }), facetsOfWindows(windows, { lasting: true })];
    return { facets, first: 1, narrowest: { from: first.from, to: last.to } };
  }
  const next = (days: number): Window => ({ from: now, to: new Date(now.getTime() + days * 86_400_000) });
  const ahead = [2, 7].map((days) => facetsOfWindows([next(days)], { lasting: true }));
  const back = [0, 3, 24].map((months) => facetsAround(now, months));
  return { facets: [...ahead, facetsOfMonths(next(30)), ...back, []], first: 1, narrowest: next(2) };
}

function askedFor(request: MatchRequest): Prisma.Sql {
  return butNot(wanted(request), excluded(request.understanding));
}

function wanted({ understanding, spellings, anyWord, filters }: MatchRequest): Prisma.Sql {
  const words = wordConditions(understanding.words, spellings);
  const terms = [...termConditions(understanding), ...filterConditions(filters)];
  if (!anyWord) return allOf([...words, ...terms]);
  return terms.length === 0 ? anyOf(words) : Prisma.sql`(${anyOf(words)} && ${allOf(terms)})`;
}
