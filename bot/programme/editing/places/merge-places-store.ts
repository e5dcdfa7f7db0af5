import type { Database, Queries } from "../../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../../staff/act-store.ts";
import { type Language, textIn } from "../../../words/language.ts";
import { findPlace, holdPlace, indexAt } from "./place-edit-store.ts";

/** How long a merging can be undone, in milliseconds. */
const undoable = 24 * 3_600_000;

/**
 * What came of a merging. Two homes of institutions stay two: what an institution is called stands over its home.
 */
export type Merged =
  | { kind: "merged"; stays: number; goes: number; dates: number }
  | { kind: "both are homes" | "gone" };

/** A merging that can still be undone. */
export interface RecentMerge {
  placeId: number;
  name: string;
}

/**
 * Makes one place of two: the dates of `goes` are at `stays`, its names lead there, and so does what imports say of it. The
 * home of an institution stays, whichever was named. Nobody is told: what it is called was never another place.
 */
export async function mergePlaces(
  database: Database,
  actor: Actor,
  wanted: { stays: number; goes: number },
): Promise<Acted<Merged>> {
  // Somebody of one house alone may call no two places the same: others have events there.
  return actAs(database, actor, { action: "places.edit", target: { institutionId: null } }, async (tx, audit) => {
    for (const id of [wanted.stays, wanted.goes].sort((one, other) => one - other)) await holdPlace(tx, id);
    const [one, other] = [await findPlace(tx, wanted.stays), await findPlace(tx, wanted.goes)];
    if (one === null || other === null || one.id === other.id) return { kind: "gone" };
    if (one.isHome && other.isHome) return { kind: "both are homes" };
    const [stays, goes] = other.isHome ? [other.id, one.id] : [one.id, other.id];
    const dates = await tx.occurrence.findMany({ where: { placeId: goes }, select: { id: true } });
    const places = await tx.placeMerge.findMany({ where: { intoId: goes }, select: { placeId: true } });
    await tx.occurrence.updateMany({ where: { placeId: goes }, data: { placeId: stays, changedAt: actor.now } });
    await tx.placeMerge.updateMany({ where: { intoId: goes }, data: { intoId: stays } });
    await tx.placeMerge.create({
      data: {
        ...{ placeId: goes, intoId: stays, mergedAt: actor.now },
        dates: dates.map(({ id }) => id),
        places: places.map(({ placeId }) => placeId),
      },
    });
    await indexAt(tx, stays);
    await audit({ subject: `place:${stays}`, verb: "merge", after: { place: goes, dates: dates.length } });
    return { kind: "merged", stays, goes, dates: dates.length };
  });
}

/** Makes two places again of one, within a day: the dates that came with it go back, unless they were put elsewhere since. */
export async function unmergePlace(
  database: Database,
  actor: Actor,
  placeId: number,
): Promise<Acted<{ kind: "undone"; stays: number } | { kind: "too late" }>> {
  return actAs(database, actor, { action: "places.edit", target: { institutionId: null } }, async (tx, audit) => {
    const merge = await tx.placeMerge.findUnique({ where: { placeId } });
    if (merge === null || merge.mergedAt.getTime() < actor.now.getTime() - undoable) return { kind: "too late" };
    const { intoId, dates, places } = merge;
    const { count } = await tx.placeMerge.deleteMany({ where: { placeId, mergedAt: merge.mergedAt } });
    if (count === 0) return { kind: "too late" };
    await tx.placeMerge.updateMany({ where: { placeId: { in: places }, intoId }, data: { intoId: placeId } });
    const back = { where: { id: { in: dates }, placeId: intoId }, data: { placeId, changedAt: actor.now } };
    await tx.occurrence.updateMany(back);
    await indexAt(tx, intoId);
    await indexAt(tx, placeId);
    await audit({ subject: `place:${intoId}`, verb: "unmerge", after: { place: placeId } });
    return { kind: "undone", stays: intoId };
  });
}

/** The places that were merged into this one within a day. */
export async function findRecentMerges(
  queries: Queries,
  intoId: number,
  now: Date,
  language: Language,
): Promise<RecentMerge[]> {
  const merges = await queries.placeMerge.findMany({
    where: { intoId, mergedAt: { gte: new Date(now.getTime() - undoable) } },
    include: { place: { include: { texts: true } } },
    orderBy: { placeId: "asc" },
  });
  return merges.map(({ placeId, place }) => ({
    placeId,
    name:
      textIn(Object.fromEntries(place.texts.map((text) => [text.language, text.title])), language) ?? String(placeId),
  }));
}
