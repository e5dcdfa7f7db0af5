import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import { nextRun } from "./next-run.ts";

export const feedActions = ["publish", "draft", "review"] as const;
export type FeedAction = (typeof feedActions)[number];

/** A feed as somebody makes it. */
export interface NewFeed {
  kind: string;
  address: string;
  key: string | null;
  /** On the city's clock, 0–23. */
  hour: number;
  institutionId: number | null;
  action: FeedAction;
}

/** A feed without its key, which nobody needs to see again. */
const shownFields = {
  id: true,
  kind: true,
  address: true,
  hour: true,
  institutionId: true,
  action: true,
  pausedAt: true,
  nextAt: true,
  failures: true,
  toldAt: true,
  madeBy: true,
  institution: { select: { texts: { select: { language: true, name: true } } } },
} as const satisfies Prisma.FeedSelect;
export type ShownFeed = Prisma.FeedGetPayload<{ select: typeof shownFields }>;

const action = "feeds.manage" as const;
const subjectOf = (feedId: number): string => `feed:${feedId}`;

/** Makes a feed, which is read for the first time at once. */
export function createFeed(database: Database, actor: Actor, feed: NewFeed): Promise<Acted<{ feedId: number }>> {
  const { institutionId } = feed;
  return actAs(database, actor, { action, target: { institutionId } }, async (tx, audit) => {
    const made = await tx.feed.create({
      data: { ...feed, madeBy: BigInt(actor.by), createdAt: actor.now, nextAt: actor.now },
      select: { id: true },
    });
    const { key: _key, address: _address, ...after } = feed;
    await audit({ subject: subjectOf(made.id), verb: "create", after });
    return { feedId: made.id };
  });
}

/** The feeds of these institutions, or all of them, the newest first. */
export function listFeeds(queries: Queries, institutionIds: readonly number[] | null): Promise<ShownFeed[]> {
  return queries.feed.findMany({
    where: institutionIds === null ? {} : { institutionId: { in: [...institutionIds] } },
    select: shownFields,
    orderBy: { id: "desc" },
  });
}

export function findFeed(queries: Queries, feedId: number): Promise<ShownFeed | null> {
  return queries.feed.findUnique({ where: { id: feedId }, select: shownFields });
}

/** The last runs of a feed, the latest first. */
export function findRuns(queries: Queries, feedId: number, most: number) {
  return queries.feedRun.findMany({ where: { feedId }, orderBy: [{ startedAt: "desc" }, { id: "desc" }], take: most });
}

/** Changes the hour at which a feed is read. */
export const setHour = (database: Database, actor: Actor, feedId: number, hour: number, timeZone: string) =>
  change(database, actor, feedId, "edit", { hour, nextAt: nextRun(hour, timeZone, actor.now) }, { hour });

/** Reads a feed no more until somebody resumes it. */
export const pauseFeed = (database: Database, actor: Actor, feedId: number) =>
  change(database, actor, feedId, "pause", { pausedAt: actor.now });

/** Reads it again, at once: who resumes it answers for it from now on. */
export const resumeFeed = (database: Database, actor: Actor, feedId: number) =>
  change(database, actor, feedId, "resume", {
    ...{ pausedAt: null, failures: 0, toldAt: null, nextAt: actor.now },
    maker: { connect: { id: BigInt(actor.by) } },
  });

function change(
  database: Database,
  actor: Actor,
  feedId: number,
  verb: string,
  data: Prisma.FeedUpdateInput,
  after?: Prisma.InputJsonValue,
): Promise<Acted<undefined>> {
  return actAs(database, actor, { action, target: (tx) => ownerOf(tx, feedId) }, async (tx, audit) => {
    await tx.feed.update({ where: { id: feedId }, data, select: { id: true } });
    await audit({ subject: subjectOf(feedId), verb, ...(after !== undefined && { after }) });
    return undefined;
  });
}

/** Deletes a feed with its runs; the events that it brought stay. */
export function deleteFeed(database: Database, actor: Actor, feedId: number): Promise<Acted<undefined>> {
  return actAs(database, actor, { action, target: (tx) => ownerOf(tx, feedId) }, async (tx, audit) => {
    const { kind, institutionId } = await tx.feed.delete({
      where: { id: feedId },
      select: { kind: true, institutionId: true },
    });
    await audit({ subject: subjectOf(feedId), verb: "delete", before: { kind, institutionId } });
    return undefined;
  });
}

const ownerOf = (queries: Queries, feedId: number): Promise<{ institutionId: number | null } | null> =>
  queries.feed.findUnique({ where: { id: feedId }, select: { institutionId: true } });
