import type { Queries } from "../database/database.ts";
import { broken, type Finding, look, well } from "./finding.ts";

const part = "feeds";

/** Failures in a row from which a feed is no accident of one night. */
const many = 3;

/** Tells which feeds cannot be read; of their addresses the host alone, for others may hold a key. */
export async function checkFeeds(queries: Queries): Promise<Finding[]> {
  const feeds = await queries.feed.findMany({
    where: { OR: [{ failures: { gt: 0 } }, { pausedAt: { not: null } }] },
    select: { id: true, address: true, failures: true, pausedAt: true },
    orderBy: { id: "asc" },
  });
  const count = await queries.feed.count();
  if (feeds.length === 0) return [well(part, count === 0 ? "none" : `all ${count} were read`)];
  return feeds.map(({ id, address, failures, pausedAt }) => {
    const name = `feed ${id} (${URL.parse(address)?.host ?? "no address"})`;
    if (pausedAt !== null)
      return look(
        part,
        `${name} is paused since ${pausedAt.toISOString()}`,
        "Resume it in /staff where it should be read.",
      );
    const text = `${name} failed ${failures} ${failures === 1 ? "time" : "times in a row"}`;
    const remedy = "Its last run, under /staff, says why.";
    return failures < many ? look(part, text, remedy) : broken(part, text, remedy);
  });
}
