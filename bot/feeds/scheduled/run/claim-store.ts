import { z } from "zod";
import type { Prisma } from "../../../../prisma/client/client.ts";
import type { Database } from "../../../database/database.ts";
import { enqueue } from "../../../delivery/outbox-store.ts";
import type { FeedAccount, FeedOutcome } from "../feed-account.ts";

/** A run that says nothing for so long was left behind by a program that ended. Milliseconds. */
const forsakenAfter = 4 * 3_600_000;
/** Runs are kept so long. Milliseconds. */
const keptFor = 60 * 86_400_000;
/** A trouble is told so long; who reads it later finds it among the feeds. Milliseconds. */
const toldFor = 3 * 86_400_000;

/** A feed that is ours to read until it is settled. */
export type ClaimedFeed = Prisma.FeedGetPayload<{ include: { documents: true } }>;

/** The numbers of feeds that are due, those that wait for longest first. */
export async function listDue(database: Database, now: Date): Promise<number[]> {
  const due = await database.feed.findMany({
    where: { nextAt: { lte: now }, pausedAt: null },
    orderBy: [{ nextAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return due.map(({ id }) => id);
}

/** Takes a feed that is due, or any that nobody reads right now; null where another instance was faster. */
export async function claimFeed(
  database: Database,
  feedId: number,
  now: Date,
  { isDue }: { isDue: boolean },
): Promise<ClaimedFeed | null> {
  const until = new Date(now.getTime() + forsakenAfter);
  const claimed = await database.$queryRaw<{ id: number }[]>`
    UPDATE "Feed" SET "claimedUntil" = ${until}
    WHERE "id" = ${feedId} AND coalesce("claimedUntil" <= ${now}, true)
      AND (NOT ${isDue} OR ("nextAt" <= ${now} AND "pausedAt" IS NULL))
    RETURNING "id"`;
  if (claimed.length === 0) return null;
  return database.feed.findUnique({ where: { id: feedId }, include: { documents: true } });
}

/** How a run ended, and when the next one is due. */
export interface FeedSettlement {
  run: { startedAt: Date; endedAt: Date; outcome: FeedOutcome; account: FeedAccount };
  nextAt: Date;
  failures: number;
  /** The trouble that the run met is to be told, unless it was. */
  isToldNow: boolean;
  /** There is none any more. */
  isWell: boolean;
}

/** Notes a run, lets go of its feed, and tells who made it of a trouble once. */
export async function settleFeed(
  database: Database,
  { id, madeBy, toldAt }: Pick<ClaimedFeed, "id" | "madeBy" | "toldAt">,
  { run, nextAt, failures, isToldNow, isWell }: FeedSettlement,
  now: Date,
): Promise<void> {
  const isNews = isToldNow && toldAt === null;
  await database.$transaction(async (tx) => {
    // A feed that was deleted meanwhile stays deleted.
    const { count } = await tx.feed.updateMany({
      where: { id },
      data: { claimedUntil: null, nextAt, failures, ...(isNews && { toldAt: now }), ...(isWell && { toldAt: null }) },
    });
    if (count === 0) return;
    const { id: runId } = await tx.feedRun.create({
      data: { feedId: id, ...run, account: asJson(run.account) },
      select: { id: true },
    });
    await tx.feedRun.deleteMany({ where: { feedId: id, startedAt: { lt: new Date(now.getTime() - keptFor) } } });
    if (!isNews || madeBy === null) return;
    await enqueue(tx, [
      {
        personId: Number(madeBy),
        kind: "feed-trouble",
        payload: { feedId: id },
        lane: "normal",
        dueAt: now,
        expiresAt: new Date(now.getTime() + toldFor),
        dedupeKey: `feed-trouble:${runId}`,
      },
    ]);
  });
}

/** Lets go of a feed that was not settled: it is due again as it was. What somebody else took meanwhile stays theirs. */
export async function releaseFeed(
  database: Database,
  { id, claimedUntil }: Pick<ClaimedFeed, "id" | "claimedUntil">,
): Promise<void> {
  await database.feed.updateMany({ where: { id, claimedUntil }, data: { claimedUntil: null } });
}

const json = z.record(z.string(), z.json());

/** An account as the column takes it: without fields that are undefined. */
const asJson = (account: FeedAccount): Prisma.InputJsonObject => json.parse(JSON.parse(JSON.stringify(account)));
