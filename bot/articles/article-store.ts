import type { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { preferred } from "../programme/preferred.sql.ts";
import type { Language, Texts } from "../words/language.ts";
import type { Article, ArticleScope, LinkedEvent, LinkedThing } from "./article.ts";

const whole = { texts: true, institution: { include: { texts: true } } } satisfies Prisma.ArticleInclude;

type Row = Prisma.ArticleGetPayload<{ include: typeof whole }>;

/** What residents see. */
const isShown = (now: Date) => ({ withdrawnAt: null, publishedAt: { lte: now } }) satisfies Prisma.ArticleWhereInput;

/** Finds an article, whatever its state; null when there is none of this id. */
export async function findArticle(queries: Queries, id: number): Promise<Article | null> {
  const row = await queries.article.findUnique({ where: { id }, include: whole });
  return row && articleOf(row);
}

/** Finds articles that residents see in the order of `ids`; the others are left out. */
export async function findArticlesByIds(queries: Queries, ids: readonly number[], now: Date): Promise<Article[]> {
  const rows = await queries.article.findMany({ where: { id: { in: [...ids] }, ...isShown(now) }, include: whole });
  const byId = new Map(rows.map((row) => [row.id, articleOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const within = (scope: ArticleScope): Prisma.ArticleWhereInput => {
  switch (scope.kind) {
    case "all":
      return {};
    case "house":
      // What others wrote about its events is news of it as well.
      return {
        OR: [{ institutionId: scope.id }, { events: { some: { event: { institutionId: scope.id } } } }],
      };
    case "date":
      return { kind: "review", events: { some: { event: { occurrences: { some: { id: scope.id } } } } } };
    case "collection":
      return { collections: { some: { collectionId: scope.id } } };
  }
};

/** A page of what residents see, the newest first, and how many there are in all. */
export async function findArticles(
  queries: Queries,
  { scope, page, perPage, now }: { scope: ArticleScope; page: number; perPage: number; now: Date },
): Promise<{ articles: Article[]; total: number }> {
  const where = { ...isShown(now), AND: within(scope) };
  const [rows, total] = await Promise.all([
    queries.article.findMany({
      ...{ where, include: whole, orderBy: [{ publishedAt: "desc" }, { id: "desc" }] },
      ...{ skip: page * perPage, take: perPage },
    }),
    queries.article.count({ where }),
  ]);
  return { articles: rows.map(articleOf), total };
}

/** How many articles residents see there. */
export const countArticles = (queries: Queries, scope: ArticleScope, now: Date): Promise<number> =>
  queries.article.count({ where: { ...isShown(now), AND: within(scope) } });

/** A page of what somebody may edit, the newest first; `institutionIds` null: everybody's. */
export async function findEditableArticles(
  queries: Queries,
  { institutionIds, page, perPage }: { institutionIds: readonly number[] | null; page: number; perPage: number },
): Promise<{ articles: Article[]; hasMore: boolean }> {
  const rows = await queries.article.findMany({
    ...{ include: whole, orderBy: { id: "desc" }, skip: page * perPage, take: perPage + 1 },
    ...(institutionIds !== null && { where: { institutionId: { in: [...institutionIds] } } }),
  });
  return { articles: rows.slice(0, perPage).map(articleOf), hasMore: rows.length > perPage };
}

/** Finds the events that an article is about and residents see, in the order of their next dates. */
export const findEventsOfArticle = (
  queries: Queries,
  articleId: number,
  { language, now }: { language: Language; now: Date },
): Promise<LinkedEvent[]> =>
  queries.$queryRaw<LinkedEvent[]>`
    SELECT e."id", date."id" AS "occurrenceId",
           (SELECT t."title" FROM "EventText" t WHERE t."eventId" = e."id" ${preferred(language)}) AS "title"
    FROM "ArticleEvent" l JOIN "Event" e ON e."id" = l."eventId"
    CROSS JOIN LATERAL (
      SELECT o."id", o."startsAt", o."endsAt" FROM "Occurrence" o WHERE o."eventId" = e."id"
      ORDER BY (o."endsAt" > ${now}) DESC, (o."status" = 'cancelled'),
               CASE WHEN o."endsAt" > ${now} THEN o."startsAt" END, o."startsAt" DESC LIMIT 1) date
    WHERE l."articleId" = ${articleId} AND e."withdrawnAt" IS NULL AND e."publishedAt" <= ${now}
    ORDER BY (date."endsAt" > ${now}) DESC, date."startsAt", e."id" LIMIT 10`;

/** Finds the collections that an article is about and residents see. */
export const findCollectionsOfArticle = (
  queries: Queries,
  articleId: number,
  { language, now }: { language: Language; now: Date },
): Promise<LinkedThing[]> =>
  queries.$queryRaw<LinkedThing[]>`
    SELECT c."id", (SELECT t."title" FROM "CollectionText" t
                    WHERE t."collectionId" = c."id" ${preferred(language)}) AS "title"
    FROM "ArticleCollection" l JOIN "Collection" c ON c."id" = l."collectionId"
    WHERE l."articleId" = ${articleId} AND c."withdrawnAt" IS NULL AND c."publishedAt" <= ${now}
    ORDER BY c."id" LIMIT 5`;

function articleOf(row: Row): Article {
  const { id, kind, institutionId, pictureUrl, publishedAt, withdrawnAt } = row;
  return {
    ...{ id, kind, institutionId, pictureUrl, publishedAt },
    texts: byLanguage(row.texts, ({ title, body, byline, pictureAlt }) => ({ title, body, byline, pictureAlt })),
    institution: byLanguage(row.institution?.texts ?? [], ({ name }) => name),
    state: withdrawnAt !== null ? "withdrawn" : publishedAt === null ? "draft" : "shown",
  };
}

const byLanguage = <R extends { language: Language }, T>(rows: readonly R[], text: (row: R) => T): Texts<T> =>
  Object.fromEntries(rows.map((row) => [row.language, text(row)]));
