import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { type Acted, type Actor, actAs, findStaff } from "../../staff/act-store.ts";
import { may } from "../../staff/permissions.ts";
import type { Language, Texts } from "../../words/language.ts";
import type { CollectionDates, CollectionKind, CollectionText } from "../collection.ts";

const action = "collections.edit";

/** Whose collection it is, held until the commit; null: there is none. */
export async function holdCollection(tx: Queries, id: number): Promise<{ institutionId: number | null } | null> {
  const [found] = await tx.$queryRaw<{ institutionId: number | null }[]>`
    SELECT c."institutionId" FROM "Collection" c WHERE c."id" = ${id} FOR UPDATE`;
  return found ?? null;
}

/** Does something to a collection as staff. */
export const actOn = <T>(
  database: Database,
  actor: Actor,
  id: number,
  work: Parameters<typeof actAs<T>>[3],
): Promise<Acted<T>> => actAs(database, actor, { action, target: (tx) => holdCollection(tx, id) }, work);

export interface NewCollection {
  kind: CollectionKind;
  institutionId: number | null;
  texts: Texts<CollectionText>;
  dates: CollectionDates | null;
}

/** Makes a draft and returns its id. */
export const makeCollection = (database: Database, actor: Actor, made: NewCollection): Promise<Acted<number>> =>
  actAs(database, actor, { action, target: { institutionId: made.institutionId } }, async (tx, audit) => {
    const { kind, institutionId, texts, dates } = made;
    const rows = Object.entries(texts).map(([language, text]) => ({ language: language as Language, ...text }));
    const { id } = await tx.collection.create({
      data: {
        ...{ kind, institutionId, sections: [], audiences: [], createdAt: actor.now, updatedAt: actor.now },
        ...dates,
        texts: { create: rows },
      },
    });
    await audit({ subject: `collection:${id}`, verb: "create", after: { title: rows[0]?.title ?? "", kind } });
    return id;
  });

/** Writes what a collection is called and says in one language. */
export const setCollectionText = (
  database: Database,
  actor: Actor,
  id: number,
  { language, text }: { language: Language; text: CollectionText },
): Promise<Acted<void>> =>
  actOn(database, actor, id, async (tx, audit) => {
    const key = { collectionId: id, language };
    const before = await tx.collectionText.findUnique({ where: { collectionId_language: key } });
    await tx.collectionText.upsert({
      where: { collectionId_language: key },
      create: { ...key, ...text },
      update: { ...text },
    });
    await touch(tx, id, actor.now);
    const was = before && { [language]: { title: before.title, summary: before.summary } };
    await audit({ subject: `collection:${id}`, verb: "texts", before: was, after: { [language]: { ...text } } });
  });

/** Says when it is; null: it has no dates. */
export const setCollectionDates = (
  database: Database,
  actor: Actor,
  id: number,
  dates: CollectionDates | null,
): Promise<Acted<void>> =>
  actOn(database, actor, id, async (tx, audit) => {
    const before = await tx.collection.findUniqueOrThrow({ where: { id }, select: { startsAt: true, endsAt: true } });
    const { startsAt = null, endsAt = null, hasHours = true } = dates ?? {};
    await tx.collection.update({ where: { id }, data: { startsAt, endsAt, hasHours, updatedAt: actor.now } });
    await audit({
      ...{ subject: `collection:${id}`, verb: "edit" },
      before: { startsAt: before.startsAt?.toISOString() ?? null, endsAt: before.endsAt?.toISOString() ?? null },
      after: { startsAt: startsAt?.toISOString() ?? null, endsAt: endsAt?.toISOString() ?? null },
    });
  });

/** Shows a collection to residents, also one that was withdrawn; "no texts": it has no title to be shown by. */
export const publishCollection = (
  database: Database,
  actor: Actor,
  id: number,
): Promise<Acted<"published" | "no texts">> =>
  actOn(database, actor, id, async (tx, audit) => {
    if ((await tx.collectionText.count({ where: { collectionId: id } })) === 0) return "no texts";
    const shown = { publishedAt: actor.now, withdrawnAt: null, updatedAt: actor.now };
    const { count } = await tx.collection.updateMany({
      where: { id, OR: [{ publishedAt: null }, { withdrawnAt: { not: null } }] },
      data: shown,
    });
    if (count > 0) await audit({ subject: `collection:${id}`, verb: "publish" });
    return "published";
  });

/** Takes a collection from residents' sight; its events stay. Its messages find that it is gone. */
export const withdrawCollection = (database: Database, actor: Actor, id: number): Promise<Acted<"withdrawn">> =>
  actOn(database, actor, id, async (tx, audit) => {
    const { count } = await tx.collection.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: actor.now, updatedAt: actor.now },
    });
    if (count > 0) await audit({ subject: `collection:${id}`, verb: "withdraw" });
    return "withdrawn" as const;
  });

/**
 * Makes it a part of another one, or of none. "loop": the other is this one or a part of it. The other has to be the actor's as
 * well: what is a part of it is seen through it.
 */
export const setParent = (
  database: Database,
  actor: Actor,
  { id, parentId }: { id: number; parentId: number | null },
): Promise<Acted<"done" | "loop" | "not yours">> =>
  actOn(database, actor, id, async (tx, audit) => {
    if (parentId !== null) {
      const parent = await holdCollection(tx, parentId);
      if (parent === null || !may(await findStaff(tx, actor.by), action, parent)) return "not yours";
      if (await isWithin(tx, parentId, id)) return "loop";
    }
    const before = await tx.collection.findUniqueOrThrow({ where: { id }, select: { parentId: true } });
    await tx.collection.update({ where: { id }, data: { parentId, updatedAt: actor.now } });
    await audit({ subject: `collection:${id}`, verb: "place", before, after: { parentId } });
    return "done";
  });

/** Whether a collection is another one or a part of it. */
async function isWithin(tx: Prisma.TransactionClient, id: number, wholeId: number): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE up AS (
      SELECT c."id", c."parentId" FROM "Collection" c WHERE c."id" = ${id}
      UNION SELECT c."id", c."parentId" FROM "Collection" c JOIN up ON c."id" = up."parentId"
    ) SELECT "id" FROM up WHERE "id" = ${wholeId}`;
  return rows.length > 0;
}

export const touch = async (tx: Queries, id: number, now: Date): Promise<void> => {
  await tx.collection.update({ where: { id }, data: { updatedAt: now } });
};
