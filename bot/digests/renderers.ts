import { z } from "zod";
import { findArticlesByIds } from "../articles/article-store.ts";
import { findFollowedArticles } from "../articles/followed-store.ts";
import type { Services } from "../context.ts";
import { memo } from "../database/memo.ts";
import type { DueDelivery, Recipient, Renderer, Rendering } from "../delivery/delivery.ts";
import { sections } from "../programme/event.ts";
import { findListedByIds } from "../programme/listing/list-store.ts";
import { findNews } from "../wishes/news-store.ts";
import type { Translate } from "../words/messages/translator.ts";
import { type DigestRow, findContent } from "./content-store.ts";
import { cadences, daysOf } from "./digest.ts";
import { type DigestArticle, withFollowed } from "./rules.ts";
import { digestKeyboard, formatDigest } from "./words.ts";

const day = 86_400_000;

const instant = z.iso.datetime().transform((text) => new Date(text));

/** What fan-out-store.ts puts into the outbox. */
const payloadShape = z.object({
  cadence: z.enum(cadences),
  sections: z.array(z.enum(sections)),
  at: instant.optional(),
});

/** Writes digests. Most people chose the same and get theirs in the same minute: what is in it is looked up once. */
export function renderers({ database }: Pick<Services, "database">): Record<string, Renderer> {
  const remember = memo<string, Awaited<ReturnType<typeof findContent>>>(60_000);

  async function renderDigest({ personId, payload, dueAt }: DueDelivery, recipient: Recipient): Promise<Rendering> {
    const { t, now } = recipient;
    const { cadence, sections: chosen, at: toldAt } = payloadShape.parse(payload);
    const period = daysOf[cadence] * day;
    const until = new Date(now.getTime() + period);
    const newSince = new Date(dueAt.getTime() - period);
    const key = [t.language, cadence, newSince.getTime(), ...chosen].join(" ");
    const shared = await remember(key, now, () =>
      findContent(database, { sections: chosen, language: t.language, now, newSince, until }),
    );
    const followed = toldAt === undefined ? [] : await findFollowed(database, personId, { toldAt, now, t });
    const articles = toldAt === undefined ? [] : await findArticles(database, personId, { since: newSince, now, t });
    const offer = withFollowed(shared, followed, articles);
    if (followed.length + articles.length + offer.streams.length + offer.inTown.length + offer.news.length === 0)
      return { kind: "nothing", reason: "nothing new and nothing on" };
    return {
      kind: "message",
      text: formatDigest(offer, cadence, until, recipient),
      keyboard: digestKeyboard(offer, recipient),
    };
  }

  return { digest: renderDigest };
}

/** What institutions that a person follows told since, and what was written about their events. */
async function findArticles(
  database: Services["database"],
  personId: number,
  { since, now, t }: { since: Date; now: Date; t: Translate },
): Promise<DigestArticle[]> {
  const found = await findFollowedArticles(database, personId, { since, now, language: t.language });
  const ids = found.map(({ articleId }) => articleId);
  const articles = ids.length === 0 ? [] : await findArticlesByIds(database, ids, now);
  return articles.flatMap((article) => {
    const wanting = found.find(({ articleId }) => articleId === article.id);
    return wanting === undefined ? [] : [{ article, because: { kind: "followed", wanting } }];
  });
}

/** What is new of what a person follows, an event once. */
async function findFollowed(
  database: Services["database"],
  personId: number,
  { toldAt, now, t }: { toldAt: Date; now: Date; t: Translate },
): Promise<DigestRow[]> {
  const news = await findNews(database, personId, { toldAt, now, language: t.language });
  const ids = [...new Set(news.flatMap(({ occurrenceId }) => occurrenceId ?? []))];
  const listed = ids.length === 0 ? [] : await findListedByIds(database, ids, t.language);
  return listed.map((row) => {
    const wanting = news.find(({ occurrenceId }) => occurrenceId === row.occurrenceId);
    return { ...row, isNew: false, because: wanting === undefined ? null : { kind: "followed", wanting } };
  });
}
