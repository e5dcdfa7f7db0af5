import { Prisma } from "../../prisma/client/client.ts";

/** SQL over the alias e: reviews of an event that residents see, the newest first; [{ articleId, bylines }, …]. */
export const reviewsOf = (now: Date): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('articleId', a."id", 'bylines', (
    SELECT coalesce(jsonb_object_agg(t."language", t."byline"), '{}') FROM "ArticleText" t
    WHERE t."articleId" = a."id" AND t."byline" <> '')) ORDER BY a."publishedAt" DESC, a."id" DESC), '[]')
  FROM "ArticleEvent" l JOIN "Article" a ON a."id" = l."articleId"
  WHERE l."eventId" = e."id" AND a."kind" = 'review' AND a."withdrawnAt" IS NULL AND a."publishedAt" <= ${now})`;
