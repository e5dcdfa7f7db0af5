import type { Queries } from "../database/database.ts";
import type { Language, Texts } from "../words/language.ts";
import type { ArticleScope } from "./article.ts";

/**
 * What the articles of a scope are about, by its name in each language; nothing for all of them, and for what residents do
 * not see.
 */
export async function findScopeName(queries: Queries, scope: ArticleScope, now: Date): Promise<Texts<string>> {
  const seen = { withdrawnAt: null, publishedAt: { lte: now } };
  switch (scope.kind) {
    case "all":
      return {};
    case "house":
      return named(await queries.institutionText.findMany({ where: { institutionId: scope.id } }));
    case "date": {
      const where = { event: { ...seen, occurrences: { some: { id: scope.id } } } };
      return named(await queries.eventText.findMany({ where }));
    }
    case "collection":
      return named(await queries.collectionText.findMany({ where: { collection: { ...seen, id: scope.id } } }));
  }
}

type Named = { language: Language } & ({ name: string } | { title: string });

const named = (rows: readonly Named[]): Texts<string> =>
  Object.fromEntries(rows.map((row) => [row.language, "name" in row ? row.name : row.title]));
