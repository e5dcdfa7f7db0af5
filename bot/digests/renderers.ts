import { z } from "zod";
import { findArticlesByIds } from "../articles/article-store.ts";
import { findFollowedArticles } from "../articles/followed-store.ts";
import type { Services } from "../context.ts";
import { memo } from "../database/memo.ts";
import type { DueDelivery, Picture, Recipient, Renderer, Rendering } from "../delivery/delivery.ts";
import { posterAddress } from "../doors/telegram/screen/poster-address.ts";
import { photoOfPath } from "../doors/telegram/screen/poster-path.ts";
import { sections } from "../programme/event.ts";
import { timeWindow } from "../programme/listing/time-window.ts";
import { findInterests } from "../reports/counting/interest-store.ts";
import { findNews } from "../wishes/news-store.ts";
import type { Translate } from "../words/messages/translator.ts";
import { type DigestRow, findContent, findPictured } from "./content-store.ts";
import { type Cadence, cadences, daysOf } from "./digest.ts";
import { choosePicks } from "./picks.ts";
import { type DigestArticle, type PersonalOffer, withFollowed } from "./rules.ts";
import { digestKeyboard, formatDigest, formatPick } from "./words.ts";

const day = 86_400_000;

type Stored = Pick<Services, "database"> & Partial<Pick<Services, "posterBase" | "publicUrl">>;

const instant = z.iso.datetime().transform((text) => new Date(text));

/** What fan-out-store.ts puts into the outbox. */
const payloadShape = z.object({
  cadence: z.enum(cadences),
  sections: z.array(z.enum(sections)),
  at: instant.optional(),
  /** The last version wrote digests without pictures. */
  pictures: z.boolean().default(false),
});

/** Writes digests. Most people chose the same and get theirs in the same minute: what is in it is looked up once. */
export function renderers({ database, posterBase, publicUrl }: Stored): Record<string, Renderer> {
  const remember = memo<string, Awaited<ReturnType<typeof findContent>>>(60_000);

  async function renderDigest({ personId, payload, dueAt }: DueDelivery, recipient: Recipient): Promise<Rendering> {
    const { t, now } = recipient;
    const { cadence, sections: chosen, at: toldAt, pictures } = payloadShape.parse(payload);
    const period = daysOf[cadence] * day;
    const { from, until } = spanOf(cadence, recipient);
    const newSince = new Date(dueAt.getTime() - period);
    const key = [t.language, cadence, newSince.getTime(), ...chosen].join(" ");
    const shared = await remember(key, now, () =>
      findContent(database, { sections: chosen, language: t.language, now, newSince, from, until }),
    );
    const followed = toldAt === undefined ? [] : await findFollowed(database, personId, { toldAt, now, t });
    const articles = toldAt === undefined ? [] : await findArticles(database, personId, { since: newSince, now, t });
    const offer = withFollowed(shared, followed, articles);
    if (followed.length + articles.length + offer.streams.length + offer.inTown.length + offer.news.length === 0)
      return { kind: "nothing", reason: "nothing new and nothing on" };
    return {
      kind: "message",
      text: formatDigest(offer, cadence, { from, until }, recipient),
      keyboard: digestKeyboard(offer, recipient),
      // One thing a screen: in simple mode there are no pictures beside it.
      ...(pictures && !recipient.isSimple && { pictures: await findPictures(offer, recipient) }),
    };
  }

  /** The picks of a digest that have a picture which can be shown. */
  async function findPictures(offer: PersonalOffer<DigestRow>, recipient: Recipient): Promise<Picture[]> {
    const pictured = new Map<DigestRow, Omit<Picture, "caption">>();
    for (const row of [...offer.followed, ...offer.streams, ...offer.inTown, ...offer.news]) {
      if (row.posterUrl === null) continue;
      const url = posterAddress(row.posterUrl, posterBase ?? publicUrl);
      const fileId = url === undefined ? photoOfPath(row.posterUrl) : undefined;
      if (url !== undefined || fileId !== undefined) pictured.set(row, { url, fileId });
    }
    if (pictured.size === 0) return [];
    const opened = await findInterests(database, recipient.personId);
    return choosePicks([...pictured.keys()], opened).flatMap(({ row, because }) => {
      const picture = pictured.get(row);
      return picture === undefined ? [] : [{ ...picture, caption: formatPick(row, because, recipient) }];
    });
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
  const listed = ids.length === 0 ? [] : await findPictured(database, ids, t.language);
  return listed.map((row) => {
    const wanting = news.find(({ occurrenceId }) => occurrenceId === row.occurrenceId);
    return { ...row, isNew: false, because: wanting === undefined ? null : { kind: "followed", wanting } };
  });
}

/** The time that a digest tells of: of the weekend what is left of it. */
function spanOf(cadence: Cadence, { now, zone }: Pick<Recipient, "now" | "zone">): { from: Date; until: Date } {
  if (cadence !== "weekend") return { from: now, until: new Date(now.getTime() + daysOf[cadence] * day) };
  const { from, to } = timeWindow({ kind: "weekend" }, now, zone);
  return { from, until: to };
}
