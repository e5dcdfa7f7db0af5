import type { Queries } from "../database/database.ts";
import { houseOf } from "../wishes/house.sql.ts";
import type { Wanting } from "../wishes/wish.ts";
import type { Language } from "../words/language.ts";

/** What an institution that somebody follows told, or what was written about its events, with what they follow. */
export interface FollowedArticle extends Wanting {
  articleId: number;
}

/** Articles that a digest tells of. */
const most = 3;

/** Finds what was published after `since` of the institutions that a person follows, the newest first, each article once. */
export const findFollowedArticles = (
  queries: Queries,
  personId: number,
  { since, now, language }: { since: Date; now: Date; language: Language },
): Promise<FollowedArticle[]> =>
  queries.$queryRaw<FollowedArticle[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (a."id") a."id" AS "articleId", a."publishedAt", w."kind"::text AS "kind", w."text",
             ${houseOf(language)} AS "house"
      FROM "Wish" w JOIN "Article" a ON a."publishedAt" > ${since} AND a."publishedAt" <= ${now} AND a."withdrawnAt" IS NULL
        AND (a."institutionId"::text = w."text" OR EXISTS (
          SELECT FROM "ArticleEvent" l JOIN "Event" e ON e."id" = l."eventId"
          WHERE l."articleId" = a."id" AND e."institutionId"::text = w."text"))
      WHERE w."personId" = ${BigInt(personId)} AND w."kind" = 'institution' AND w."dropped" = 0
      ORDER BY a."id", w."id") found
    ORDER BY "publishedAt" DESC, "articleId" DESC LIMIT ${most}`;
