import type { Services } from "../../../context.ts";
import { findStaff, note } from "../../../staff/act-store.ts";
import { may } from "../../../staff/permissions.ts";
import type { FeedFormat } from "../../feed-format.ts";
import { feedFormats } from "../../formats.ts";
import type { SourceProblem } from "../../problem.ts";
import type { FeedAccount, FeedOutcome } from "../feed-account.ts";
import type { FeedWays } from "../feed-ways.ts";
import { isWorthTelling, nextAttempt, nextRun } from "../next-run.ts";
import { carryOut } from "./carry-out.ts";
import { type ClaimedFeed, claimFeed, type FeedSettlement, releaseFeed, settleFeed } from "./claim-store.ts";
import { readFeed } from "./read-feed.ts";

export interface FeedDeps extends Pick<Services, "database" | "city" | "log" | "clock"> {
  ways: FeedWays;
  /** Aborted when the program stops. */
  signal: AbortSignal;
}

/** How a run ended, or why there was none. */
export type FeedRan =
  | { kind: "ran"; outcome: FeedOutcome; account: FeedAccount }
  /** Somebody reads it right now, or it is not due, or there is none. */
  | { kind: "busy" }
  /** Who made it may not do so any more: it is paused until a colleague resumes it. */
  | { kind: "orphaned" };

/** A run without anything in it. */
const empty: FeedAccount = {
  ...{
    read: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    refused: 0,
    vanished: 0,
    hints: 0,
    told: 0,
    merged: 0,
    suspected: 0,
  },
  ...{ remarks: [], moreRemarks: 0 },
};

/**
 * Reads a feed and imports what it says. Read first, to the end, and looked through; only then, unless too much of it is missing
 * or changed, it is written. Whatever goes wrong on the way changes nothing. `isForced`: staff has seen what is missing.
 */
export async function runFeed(
  deps: FeedDeps,
  feedId: number,
  { isDue = false, isForced = false }: { isDue?: boolean; isForced?: boolean } = {},
): Promise<FeedRan> {
  const { database, clock, log } = deps;
  const startedAt = clock.now();
  const feed = await claimFeed(database, feedId, startedAt, { isDue });
  if (feed === null) return { kind: "busy" };
  try {
    const format = feedFormats.get(feed.kind);
    if (format === undefined) throw new Error(`there is no format "${feed.kind}"`);
    if (!(await isStillTheirs(deps, feed))) return { kind: "orphaned" };
    const ended = await read(deps, feed, format, isForced);
    const now = clock.now();
    await settleFeed(database, feed, settlementOf(deps, feed, ended, startedAt, now), now);
    const { read: records, created, updated, unchanged, refused, vanished } = ended.account;
    const counts = { records, created, updated, unchanged, refused, vanished };
    log.info({ feed: feedId, kind: feed.kind, outcome: ended.outcome, ...counts }, "feed read");
    return { kind: "ran", ...ended };
  } finally {
    await releaseFeed(database, feed);
  }
}

/** A feed runs by the rights of its maker; when the maker has lost them, it is paused. */
async function isStillTheirs(
  { database, clock }: FeedDeps,
  { id, madeBy, institutionId }: ClaimedFeed,
): Promise<boolean> {
  const staff = madeBy === null ? undefined : await findStaff(database, Number(madeBy));
  if (staff && may(staff, "feeds.manage", { institutionId })) return true;
  const now = clock.now();
  await database.feed.updateMany({ where: { id }, data: { pausedAt: now } });
  const subject = `feed:${id}`;
  await note(database, { personId: null, at: now, action: "feeds.manage", subject, verb: "pause" });
  return false;
}

interface Ended {
  outcome: FeedOutcome;
  account: FeedAccount;
}

async function read(deps: FeedDeps, feed: ClaimedFeed, format: FeedFormat, isForced: boolean): Promise<Ended> {
  const spooled = await readFeed(deps, feed, format);
  if (spooled.kind === "failed") return { outcome: "failed", account: { ...empty, problem: spooled.problem } };
  if (spooled.kind === "stopped") return { outcome: "stopped", account: empty };
  try {
    return await carryOut(deps, feed, format, spooled.spool, { isForced, empty });
  } finally {
    await spooled.spool.remove();
  }
}

function settlementOf(
  { city }: FeedDeps,
  feed: ClaimedFeed,
  { outcome, account }: Ended,
  startedAt: Date,
  now: Date,
): FeedSettlement {
  const run = { startedAt, endedAt: now, outcome, account };
  const atHour = nextRun(feed.hour, city.timeZone, now);
  switch (outcome) {
    case "done":
    case "unmodified":
      return { run, nextAt: atHour, failures: 0, isToldNow: false, isWell: true };
    case "held":
      return { run, nextAt: atHour, failures: 0, isToldNow: true, isWell: false };
    case "stopped":
      return { run, nextAt: now, failures: feed.failures, isToldNow: false, isWell: false };
    case "failed": {
      const failures = feed.failures + 1;
      const problem: SourceProblem = account.problem ?? { code: "no_list" };
      const isToldNow = isWorthTelling(problem, failures);
      return { run, nextAt: nextAttempt(failures, problem, now), failures, isToldNow, isWell: false };
    }
  }
}
