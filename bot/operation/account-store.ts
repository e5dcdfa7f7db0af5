import type { Queries } from "../database/database.ts";
import { measureQueue } from "../delivery/queue-store.ts";
import { formatAccount } from "../people/address.ts";

/** Accounts for whoever looks after the bot at a terminal, in English, as the log is; residents are numbers and no names. */

const day = 86_400_000;

/** A moment as an operator reads it beside the log: "2026-11-30 03:15 (2 h ago)". */
export function formatMoment(at: Date, now: Date): string {
  const minutes = Math.round((now.getTime() - at.getTime()) / 60_000);
  const size = Math.abs(minutes);
  const span =
    size < 120 ? `${size} min` : size < 2_880 ? `${Math.round(size / 60)} h` : `${Math.round(size / 1_440)} days`;
  const distance = minutes < 0 ? `in ${span}` : `${span} ago`;
  return `${at.toISOString().slice(0, 16).replace("T", " ")} (${distance})`;
}

/** What is going on: people, programme, what waits, what is announced, and which feeds are in trouble. */
export async function accountOfStatus(queries: Queries, now: Date): Promise<string[]> {
  const people = await queries.person.count();
  const today = await queries.person.count({ where: { lastSeenAt: { gte: new Date(now.getTime() - day) } } });
  const dates = await queries.occurrence.count({ where: { startsAt: { gte: now } } });
  const troubled = await queries.feed.findMany({
    where: { failures: { gt: 0 } },
    select: { id: true, failures: true },
  });
  const lease = await queries.lease.findFirst({ orderBy: { until: "desc" } });
  const sends = lease !== null && lease.until > now;
  return [
    `people         ${people}, ${today} of them here within a day`,
    `programme      ${dates} dates to come`,
    `dispatcher     ${sends ? "at work" : "nobody sends: does the bot run?"}`,
    ...(lease?.pausedUntil && lease.pausedUntil > now
      ? [`               a messenger asked for silence until ${formatMoment(lease.pausedUntil, now)}`]
      : []),
    ...(await accountOfQueue(queries, now)),
    ...(await accountOfAnnouncements(queries)),
    ...troubled.map(({ id, failures }) => `feed ${id} failed ${failures} times in a row`),
  ];
}

/** Announcements that are under way or stand still. */
export async function accountOfAnnouncements(queries: Queries): Promise<string[]> {
  const found = await queries.announcement.findMany({
    where: { state: { in: ["proposed", "scheduled", "preparing", "running", "paused"] } },
    select: { id: true, state: true, pauseReason: true, audienceSize: true, sent: true, failed: true, uncertain: true },
    orderBy: { id: "asc" },
  });
  return found.map(
    ({ id, state, pauseReason, audienceSize, sent, failed, uncertain }) =>
      `announcement ${id}: ${state}, ${sent} of ${audienceSize} sent, ${failed} failed, ${uncertain} uncertain` +
      (pauseReason === null ? "" : ` (paused by itself: ${pauseReason})`),
  );
}

/** What waits, by lane; how late the oldest of it is; and why deliveries of the last day failed. */
export async function accountOfQueue(queries: Queries, now: Date): Promise<string[]> {
  const depths = await measureQueue(queries);
  const overdue = await queries.delivery.findFirst({
    where: { state: "pending", dueAt: { lt: now } },
    select: { dueAt: true, lane: true },
    orderBy: { dueAt: "asc" },
  });
  const failed = await queries.delivery.groupBy({
    by: ["reason"],
    where: { state: "failed", settledAt: { gte: new Date(now.getTime() - day) } },
    _count: { _all: true },
    orderBy: { _count: { reason: "desc" } },
    take: 10,
  });
  return [
    ...depths.map(({ lane, state, count }) => `queue          ${lane}: ${count} ${state}`),
    ...(depths.length === 0 ? ["queue          empty"] : []),
    ...(overdue === null
      ? []
      : [`               the oldest is ${overdue.lane}, due ${formatMoment(overdue.dueAt, now)}`]),
    ...failed.map(({ reason, _count }) => `failed         ${_count._all} within a day: ${reason ?? "no reason given"}`),
  ];
}

/** When each timed job was last begun. */
export async function accountOfJobs(queries: Queries, now: Date): Promise<string[]> {
  const runs = await queries.jobRun.groupBy({ by: ["job"], _max: { startedAt: true }, orderBy: { job: "asc" } });
  const lines = runs.flatMap(({ job, _max: { startedAt } }) =>
    startedAt === null ? [] : [`${job.padEnd(20)} begun ${formatMoment(startedAt, now)}`],
  );
  return lines.length > 0 ? lines : ["No timed job has run yet."];
}

/** Who is staff, with the ids by which `npm run grant` calls them. */
export async function accountOfStaff(queries: Queries): Promise<string[]> {
  const staff = await queries.person.findMany({
    where: { roles: { some: {} } },
    select: {
      firstName: true,
      addresses: { select: { door: true, externalId: true } },
      roles: { select: { role: true, institutionId: true, origin: true }, orderBy: { role: "asc" } },
    },
    orderBy: { id: "asc" },
  });
  const lines = staff.map(({ firstName, addresses, roles }) => {
    const held = roles.map(
      ({ role, institutionId, origin }) =>
        `${role}${institutionId === null ? "" : ` of institution ${institutionId}`}${origin === "environment" ? " (OWNER_IDS)" : ""}`,
    );
    return `${addresses.map(formatAccount).join(", ")}  ${firstName}: ${held.join(", ")}`;
  });
  return lines.length > 0 ? lines : ["Nobody is staff: npm run grant -- <id> owner, or OWNER_IDS."];
}

/** How many people there are, by door and language; whom nobody can write to; and who is new. */
export async function accountOfPeople(queries: Queries, now: Date): Promise<string[]> {
  const since = (days: number) => new Date(now.getTime() - days * day);
  const languages = await queries.person.groupBy({
    by: ["language"],
    _count: { _all: true },
    orderBy: { language: "asc" },
  });
  const doors = await queries.address.groupBy({
    by: ["door", "unreachable"],
    _count: { _all: true },
    orderBy: [{ door: "asc" }, { unreachable: "asc" }],
  });
  const fresh = await Promise.all(
    [1, 7, 30].map((days) => queries.person.count({ where: { firstSeenAt: { gte: since(days) } } })),
  );
  const active = await Promise.all(
    [1, 7, 30].map((days) => queries.person.count({ where: { lastSeenAt: { gte: since(days) } } })),
  );
  return [
    ...languages.map(({ language, _count }) => `language       ${language}: ${_count._all}`),
    ...doors.map(
      ({ door, unreachable, _count }) =>
        `address        ${door}: ${_count._all}${unreachable === null ? "" : ` ${unreachable}`}`,
    ),
    `new            ${fresh.join(", ")} within 1, 7, 30 days`,
    `here           ${active.join(", ")} within 1, 7, 30 days`,
  ];
}
