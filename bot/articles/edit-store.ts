import type { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import { type Acted, type Actor, actAs, findStaff } from "../staff/act-store.ts";
import { type Action, reachOf } from "../staff/permissions.ts";
import { type Language, languages, type Texts } from "../words/language.ts";
import type { Article, ArticleLinks, ArticleWords } from "./article.ts";
import { indexArticle } from "./index-store.ts";

const action = "articles.edit";

/** An article as staff or the demo city hands it over. */
export interface NewArticle extends Pick<Article, "kind" | "institutionId" | "pictureUrl"> {
  texts: Texts<ArticleWords>;
  links: ArticleLinks;
}

/** Makes an article, which residents see at once when `isPublished`, and returns its id. */
export const createArticle = (
  database: Database,
  actor: Actor,
  article: NewArticle,
  { isPublished }: { isPublished: boolean },
): Promise<Acted<number>> =>
  actAs(database, actor, { action, target: { institutionId: article.institutionId } }, async (tx, audit) => {
    const links = await ownLinks(tx, actor, article.links);
    const { now } = actor;
    const id = await insertArticle(tx, { ...article, links }, { now, publishedAt: isPublished ? now : null });
    const [title = ""] = Object.values(article.texts).map((words) => words.title);
    await audit({ subject: `article:${id}`, verb: "create", after: { kind: article.kind, title } });
    return id;
  });

/** Writes the rows of an article; for those who have looked at the right, or need none. */
export async function insertArticle(
  tx: Queries,
  { texts, links, ...columns }: NewArticle,
  { now, publishedAt, origin }: { now: Date; publishedAt: Date | null; origin?: string },
): Promise<number> {
  const { id } = await tx.article.create({
    data: {
      ...columns,
      ...(origin !== undefined && { origin }),
      ...{ createdAt: now, updatedAt: now, publishedAt },
      texts: { create: rowsOf(texts) },
      events: { create: links.eventIds.map((eventId) => ({ eventId })) },
      collections: { create: links.collectionIds.map((collectionId) => ({ collectionId })) },
    },
  });
  await indexArticle(tx, id);
  return id;
}

const rowsOf = (texts: Texts<ArticleWords>): (ArticleWords & { language: Language })[] =>
  languages.flatMap((language) => {
    const words = texts[language];
    return words === undefined ? [] : [{ language, ...words }];
  });

/** What is left of links when those to things of others are taken out: a review stands on the card of its event. */
async function ownLinks(tx: Queries, { by }: Actor, { eventIds, collectionIds }: ArticleLinks): Promise<ArticleLinks> {
  const staff = await findStaff(tx, by);
  const ofOwn = (right: Action) => {
    const own = reachOf(staff, right);
    return own === null ? {} : { institutionId: { in: own } };
  };
  const [events, collections] = await Promise.all([
    tx.event.findMany({ where: { id: { in: [...eventIds] }, ...ofOwn("programme.edit") }, select: { id: true } }),
    tx.collection.findMany({
      where: { id: { in: [...collectionIds] }, ...ofOwn("collections.edit") },
      select: { id: true },
    }),
  ]);
  return { eventIds: events.map(({ id }) => id), collectionIds: collections.map(({ id }) => id) };
}

/** A change of one article, as the audit log tells of it. */
interface Change {
  verb: string;
  before?: Prisma.InputJsonValue | null;
  after?: Prisma.InputJsonValue | null;
}

/** Holds the row, so that two who change it come one after the other, and tells whose it is. */
async function hold(tx: Queries, id: number): Promise<{ institutionId: number | null } | null> {
  const [row] = await tx.$queryRaw<{ institutionId: number | null }[]>`
    SELECT "institutionId" FROM "Article" WHERE "id" = ${id} FOR UPDATE`;
  return row ?? null;
}

const change = (
  database: Database,
  actor: Actor,
  id: number,
  work: (tx: Queries) => Promise<Change>,
): Promise<Acted<void>> =>
  actAs(database, actor, { action, target: (tx) => hold(tx, id) }, async (tx, audit) => {
    const changed = await work(tx);
    await tx.article.update({ where: { id }, data: { updatedAt: actor.now } });
    await indexArticle(tx, id);
    await audit({ subject: `article:${id}`, ...changed });
  });

/** Sets whose an article is; it must be somebody whose articles the actor may edit too. */
export async function setArticleInstitution(
  database: Database,
  actor: Actor,
  id: number,
  institutionId: number | null,
): Promise<Acted<void>> {
  const allowed = await actAs(database, actor, { action, target: { institutionId } }, async () => undefined);
  if (allowed.kind === "forbidden") return allowed;
  return change(database, actor, id, async (tx) => {
    const before = await tx.article.findUniqueOrThrow({ where: { id }, select: { institutionId: true } });
    await tx.article.update({ where: { id }, data: { institutionId } });
    return { verb: "fields", before, after: { institutionId } };
  });
}

/** Writes what an article says in a language. */
export const setArticleWords = (
  database: Database,
  actor: Actor,
  id: number,
  { language, words }: { language: Language; words: ArticleWords },
): Promise<Acted<void>> =>
  change(database, actor, id, async (tx) => {
    const key = { articleId_language: { articleId: id, language } };
    const before = await tx.articleText.findUnique({ where: key });
    await tx.articleText.upsert({ where: key, create: { articleId: id, language, ...words }, update: { ...words } });
    const old = before && { [language]: { title: before.title, body: before.body, byline: before.byline } };
    const { title, body, byline } = words;
    return { verb: "texts", before: old, after: { [language]: { title, body, byline } } };
  });

/** Sets the picture of an article, and what is on it in a language; null takes it away. */
export const setPicture = (
  database: Database,
  actor: Actor,
  id: number,
  { pictureUrl, pictureAlt, language }: { pictureUrl: string | null; pictureAlt: string | null; language: Language },
): Promise<Acted<void>> =>
  change(database, actor, id, async (tx) => {
    const before = await tx.article.findUniqueOrThrow({ where: { id }, select: { pictureUrl: true } });
    await tx.article.update({ where: { id }, data: { pictureUrl } });
    // What was said of another picture is not true of this one, in no language.
    await tx.articleText.updateMany({ where: { articleId: id }, data: { pictureAlt: null } });
    await tx.articleText.updateMany({ where: { articleId: id, language }, data: { pictureAlt } });
    return { verb: "fields", before: { posterUrl: before.pictureUrl }, after: { posterUrl: pictureUrl } };
  });

/** Things that were laid before staff, and those of them that the article shall be about. */
export interface LinkTicks {
  what: "events" | "collections";
  shown: readonly number[];
  ticked: readonly number[];
}

/** Links an article to what was ticked, and unlinks what was shown and not ticked. */
export const linkArticle = (
  database: Database,
  actor: Actor,
  articleId: number,
  { what, shown, ticked }: LinkTicks,
): Promise<Acted<void>> =>
  change(database, actor, articleId, async (tx) => {
    const links = await ownLinks(tx, actor, {
      eventIds: what === "events" ? ticked : [],
      collectionIds: what === "collections" ? ticked : [],
    });
    const gone = shown.filter((id) => !ticked.includes(id));
    if (what === "events") {
      await tx.articleEvent.deleteMany({ where: { articleId, eventId: { in: gone } } });
      const data = links.eventIds.map((eventId) => ({ articleId, eventId }));
      await tx.articleEvent.createMany({ data, skipDuplicates: true });
      return { verb: "link", after: { count: await tx.articleEvent.count({ where: { articleId } }) } };
    }
    await tx.articleCollection.deleteMany({ where: { articleId, collectionId: { in: gone } } });
    const data = links.collectionIds.map((collectionId) => ({ articleId, collectionId }));
    await tx.articleCollection.createMany({ data, skipDuplicates: true });
    return { verb: "link", after: { count: await tx.articleCollection.count({ where: { articleId } }) } };
  });

/** Shows an article to residents, or takes it from them; one that comes back keeps its day. */
export const showArticle = (database: Database, actor: Actor, id: number, isShown: boolean): Promise<Acted<void>> =>
  change(database, actor, id, async (tx) => {
    const { publishedAt } = await tx.article.findUniqueOrThrow({ where: { id }, select: { publishedAt: true } });
    const wasShown = publishedAt !== null && publishedAt.getTime() <= actor.now.getTime();
    const shownSince = wasShown ? publishedAt : actor.now;
    const data = isShown ? { publishedAt: shownSince, withdrawnAt: null } : { withdrawnAt: actor.now };
    await tx.article.update({ where: { id }, data });
    return { verb: isShown ? "publish" : "withdraw" };
  });

/** Shows an article to residents from a moment on that is to come. */
export const planArticle = (database: Database, actor: Actor, id: number, publishedAt: Date): Promise<Acted<void>> =>
  change(database, actor, id, async (tx) => {
    await tx.article.update({ where: { id }, data: { publishedAt, withdrawnAt: null } });
    return { verb: "schedule", after: { publishedAt: publishedAt.toISOString() } };
  });
