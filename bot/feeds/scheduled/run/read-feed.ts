import type { Services } from "../../../context.ts";
import type { FeedFormat, SourceAccess } from "../../feed-format.ts";
import { FeedError, type SourceProblem } from "../../problem.ts";
import type { FeedWays } from "../feed-ways.ts";
import type { ClaimedFeed } from "./claim-store.ts";
import { Spool } from "./spool.ts";

/** Milliseconds. */
const usualPatience = 2 * 3_600_000;
/** A document is read anew after so long, changed or not: rules of calendars lead on by themselves. Milliseconds. */
const knownFor = 7 * 86_400_000;

export type ReadFeed =
  | { kind: "read"; spool: Spool }
  | { kind: "failed"; problem: SourceProblem }
  /** The program stops. */
  | { kind: "stopped" };

/** Reads a feed to its end, into a file. */
export async function readFeed(
  { city, clock, ways, signal }: Pick<Services, "city" | "clock"> & { ways: FeedWays; signal: AbortSignal },
  feed: ClaimedFeed,
  format: FeedFormat,
): Promise<ReadFeed> {
  const now = clock.now();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ways.patience ?? usualPatience);
  const any = AbortSignal.any([signal, late.signal]);
  try {
    const options = { now, timeZone: city.timeZone, signal: any, access: accessOf(feed, ways, now) };
    return { kind: "read", spool: await Spool.of(format.records(feed.address, options)) };
  } catch (error) {
    if (error instanceof FeedError) return { kind: "failed", problem: error.problem };
    if (signal.aborted) return { kind: "stopped" };
    if (!late.signal.aborted) throw error;
    return { kind: "failed", problem: { code: "web", reason: "slow", address: hostOf(feed.address) } };
  } finally {
    clearTimeout(timer);
  }
}

function accessOf(
  { key, address, documents }: ClaimedFeed,
  { proxies, alsoReach, pace }: FeedWays,
  now: Date,
): SourceAccess {
  const host = hostOf(address);
  const proxy = [...(proxies ?? [])].find(([name]) => host === name || host.endsWith(`.${name}`))?.[1];
  const known = documents
    .filter(({ readAt }) => now.getTime() - readAt.getTime() < knownFor)
    .map(({ url, etag, lastModified }) => ({
      url,
      ...(etag !== null && { etag }),
      ...(lastModified !== null && { lastModified }),
    }));
  return {
    known,
    ...(key !== null && { key }),
    ...(proxy !== undefined && { proxy }),
    ...(alsoReach && { alsoReach }),
    ...(pace !== undefined && { pace }),
  };
}

/** The host of the first address of a feed. */
export const hostOf = (address: string): string =>
  URL.parse(
    address
      .trim()
      .split(/\s+/u)[0]
      ?.replace(/^webcals?:/iu, "https:") ?? "",
  )?.hostname ?? "";
