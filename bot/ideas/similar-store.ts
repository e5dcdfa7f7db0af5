import type { Queries } from "../database/database.ts";
import type { Language } from "../words/language.ts";
import type { IdeaState } from "./idea.ts";
import { tatarStem, tellingWords, trigramsOf } from "./trigrams.ts";

/** Trigrams of an idea's title and of its text. */
export interface Trigrams {
  title: string[];
  body: string[];
}

/** An idea that is like one that is being written. */
export interface SimilarIdea {
  id: number;
  title: string;
  state: IdeaState;
  voices: number;
}

/** Of the trigrams of two titles, or of two texts, so many are shared by ideas that are shown as alike (Decidim's number). */
const leastLikeness = 0.25;

/** Texts of fewer trigrams, some seven words, say too little: "in the evening" is in many. */
const leastOfText = 40;

/** How many ideas are shown as alike. */
export const mostSimilar = 5;

/**
 * Makes trigrams of the folded and stemmed words of an idea. Russian and English words are stemmed by PostgreSQL, Tatar ones
 * here: its stemmer would make others of them.
 */
export async function makeTrigrams(
  queries: Queries,
  { title, body, language }: { title: string; body: string; language: Language },
): Promise<Trigrams> {
  const words = [tellingWords(title), tellingWords(body)] as const;
  const [inTitle, inBody] = language === "tt" ? words.map((all) => all.map(tatarStem)) : await stem(queries, words);
  return { title: trigramsOf(inTitle ?? []), body: trigramsOf(inBody ?? []) };
}

async function stem(queries: Queries, [title, body]: readonly [string[], string[]]): Promise<string[][]> {
  const [row] = await queries.$queryRaw<{ title: string[]; body: string[] }[]>`
    SELECT tsvector_to_array(to_tsvector('russian', ${title.join(" ")})) AS "title",
           tsvector_to_array(to_tsvector('russian', ${body.join(" ")})) AS "body"`;
  return [row?.title ?? [], row?.body ?? []];
}

/** Finds ideas like one, the likest first; `but`: one that is left out. */
export const findSimilar = (
  queries: Queries,
  { title, body }: Trigrams,
  { but = 0 }: { but?: number } = {},
): Promise<SimilarIdea[]> =>
  queries.$queryRaw<SimilarIdea[]>`
    SELECT i."id", i."title", i."state"::text AS "state", i."voices" FROM (
      SELECT t."ideaId", t."inTitle", count(*)::int AS "shared" FROM "IdeaTrigram" t
      WHERE (t."inTitle" AND t."trigram" = ANY(${title}::text[])) OR (NOT t."inTitle" AND t."trigram" = ANY(${body}::text[]))
      GROUP BY t."ideaId", t."inTitle"
    ) hit JOIN "Idea" i ON i."id" = hit."ideaId"
    CROSS JOIN LATERAL (SELECT hit."shared"::float8 / CASE WHEN hit."inTitle"
      THEN ${title.length} + i."titleTrigrams" - hit."shared" ELSE ${body.length} + i."bodyTrigrams" - hit."shared" END AS "likeness") l
    WHERE i."state" IN ('new', 'considered', 'accepted', 'done') AND i."title" <> '' AND i."heldAt" IS NULL AND i."id" <> ${but}
      AND (hit."inTitle" OR least(i."bodyTrigrams", ${body.length}) >= ${leastOfText})
    GROUP BY i."id" HAVING max(l."likeness") >= ${leastLikeness}
    ORDER BY max(l."likeness") DESC, i."voices" DESC, i."id" LIMIT ${mostSimilar}`;

/** Keeps the trigrams of an idea. */
export async function keepTrigrams(queries: Queries, ideaId: number, { title, body }: Trigrams): Promise<void> {
  const rows = [
    ...title.map((trigram) => ({ ideaId, trigram, inTitle: true })),
    ...body.map((trigram) => ({ ideaId, trigram, inTitle: false })),
  ];
  await queries.ideaTrigram.createMany({ data: rows });
}
