import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { wakeDispatcher } from "../../delivery/outbox-store.ts";
import { opening } from "../../delivery/window.sql.ts";
import { audienceSchema, type Segment } from "../audience/audience.ts";
import { gets } from "../audience/audience-store.ts";
import { deletableUntil } from "./rows.sql.ts";

/** People per transaction: about half a second. */
const batchSize = 25_000;

/** How long one may wait in the outbox, paused or behind others, before it makes no sense any more. */
const lifetime = Prisma.sql`interval '7 days'`;

/** From which end of the audience. */
export type End = "below" | "above";

/** The first numbers of the advisory locks held by whoever puts an announcement into the outbox from that end. */
const lockSpaces: Record<End, number> = { below: 7_301, above: 7_302 };

export type FannedOut =
  /** The batch is in the outbox; there may be others. */
  | { kind: "more"; enqueued: number }
  /** Everybody is in. */
  | { kind: "filled"; enqueued: number }
  /** Somebody else is at it, or it is not to go on. */
  | { kind: "not now" };

export interface FanOutOptions {
  cityZone: string;
  now: Date;
  /** Default: from below. */
  end?: End;
  size?: number;
}

interface Underway {
  audience: unknown;
  /** Between these places recipients are still to be put in. */
  after: bigint;
  before: bigint;
  cutoffAt: Date;
  windowFrom: number | null;
  windowUntil: number | null;
}

/**
 * Puts the next 25,000 recipients of an announcement into the outbox and moves its cursor, in one transaction: a crash
 * neither loses nor doubles anybody. Two may be at it, one from each end. Where they meet, the unique key has one wait
 * for the other's commit and pass over what is in; both go upwards within a batch, so they never wait for each other.
 *
 * The announcement's own row is taken last and for a moment, because whoever settles deliveries counts in it.
 */
export async function fanOut(database: Database, id: number, options: FanOutOptions): Promise<FannedOut> {
  const { now, end = "below", size = batchSize } = options;
  const work = async (tx: Prisma.TransactionClient): Promise<FannedOut> => {
    const [lock] = await tx.$queryRaw<{ isOurs: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${lockSpaces[end]}::int, ${id}::int) AS "isOurs"`;
    if (!lock?.isOurs) return { kind: "not now" };
    const [underway] = await tx.$queryRaw<Underway[]>`
      SELECT "audience", coalesce("cursor", 0) AS "after", coalesce("cursorAbove", 9223372036854775807) AS "before",
             coalesce("cutoffAt", ${now}) AS "cutoffAt", "windowFrom", "windowUntil"
      FROM "Announcement" WHERE "id" = ${id} AND "state" IN ('preparing', 'running') AND "filledAt" IS NULL`;
    if (underway === undefined) return { kind: "not now" };
    const { found, enqueued, lowest, highest } = await enqueueBatch(tx, id, underway, { ...options, end, size });
    const isFilled = found < size;
    const moved = await tx.$executeRaw`
      UPDATE "Announcement" SET "state" = 'running',
        "cursor" = CASE WHEN ${end} = 'below' THEN coalesce(${highest}::bigint, "cursor") ELSE "cursor" END,
        "cursorAbove" = CASE WHEN ${end} = 'above' THEN coalesce(${lowest}::bigint, "cursorAbove") ELSE "cursorAbove" END,
        "enqueued" = "enqueued" + ${enqueued}::int, "filledAt" = ${isFilled ? now : null}::timestamptz,
        "audienceSize" = CASE WHEN ${isFilled} THEN "enqueued" + ${enqueued}::int ELSE "audienceSize" END
      WHERE "id" = ${id} AND "state" IN ('preparing', 'running') AND "filledAt" IS NULL`;
    // Paused or cancelled meanwhile: the batch is taken back, and made again if it goes on.
    if (moved === 0) throw new Overtaken();
    await wakeDispatcher(tx);
    return { kind: isFilled ? "filled" : "more", enqueued };
  };
  try {
    return await database.$transaction(work, { timeout: 15_000 });
  } catch (error) {
    if (error instanceof Overtaken) return { kind: "not now" };
    throw error;
  }
}

class Overtaken extends Error {}

interface Batch {
  found: number;
  enqueued: number;
  lowest: bigint | null;
  highest: bigint | null;
}

async function enqueueBatch(
  tx: Prisma.TransactionClient,
  id: number,
  underway: Underway,
  { cityZone, now, end, size }: Required<FanOutOptions>,
): Promise<Batch> {
  const { kind, payload, source } = recipientsOf(audienceSchema.parse(underway.audience), underway);
  const zone = Prisma.sql`coalesce(p."timeZone", ${cityZone}) AS "zone"`;
  const order = end === "below" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const dueAt = opening({
    at: Prisma.sql`${now}::timestamptz`,
    zone: Prisma.sql`"zone"`,
    from: Prisma.sql`${underway.windowFrom}::int`,
    until: Prisma.sql`${underway.windowUntil}::int`,
  });
  const [batch] = await tx.$queryRaw<Batch[]>`
    WITH batch AS MATERIALIZED (
      ${source(zone)} ORDER BY "place" ${order} LIMIT ${size}::int
    ), due AS MATERIALIZED (
      SELECT "zone", ${dueAt} AS "dueAt" FROM (SELECT DISTINCT "zone" FROM batch) z
    ), enqueued AS (
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "announcementId", "door", "chatId", "dueAt", "expiresAt")
      SELECT b."personId", ${kind}, ${payload}, 'bulk', ${`announcement:${id}:`} || b."personId", ${id}::int, b."door", b."chatId", due."dueAt",
             greatest(due."dueAt", least(due."dueAt" + ${lifetime}, b."lastAt"))
      FROM batch b JOIN due USING ("zone") ORDER BY b."place"
      ON CONFLICT ("dedupeKey") DO NOTHING RETURNING 1
    )
    SELECT count(*)::int AS "found", min("place") AS "lowest", max("place") AS "highest",
           (SELECT count(*) FROM enqueued)::int AS "enqueued" FROM batch`;
  return batch ?? { found: 0, enqueued: 0, lowest: null, highest: null };
}

/** Recipients in the order of their places: of people their id, of a correction the id of what was sent. */
function recipientsOf(audience: Segment, { after, before, cutoffAt }: Underway) {
  if (audience.kind === "people")
    return {
      kind: "announcement",
      payload: Prisma.sql`'{}'::jsonb`,
      source: (zone: Prisma.Sql) => Prisma.sql`
        SELECT p."id" AS "place", p."id" AS "personId", NULL::"Door" AS "door", NULL AS "chatId", NULL::timestamptz AS "lastAt", ${zone} FROM "Person" p
        WHERE p."id" > ${after} AND p."id" < ${before} AND p."firstSeenAt" <= ${cutoffAt} AND ${gets(audience, cutoffAt)}`,
    };
  // What Telegram deletes no more, and what gets too old while it waits, expires: it is counted, and no failure.
  const lastAt = audience.correction === "delete" ? deletableUntil : Prisma.sql`NULL::timestamptz`;
  return {
    kind: `announcement-${audience.correction}`,
    payload: Prisma.sql`jsonb_build_object('messageId', b."messageId", 'otherMessageIds', b."otherMessageIds")`,
    source: (zone: Prisma.Sql) => Prisma.sql`
      SELECT d."id" AS "place", d."personId", d."door", d."chatId", d."messageId", d."otherMessageIds", ${lastAt} AS "lastAt", ${zone}
      FROM "Delivery" d JOIN "Person" p ON p."id" = d."personId"
      WHERE d."id" > ${after} AND d."id" < ${before} AND d."announcementId" = ${audience.announcementId}::int
        AND d."state" = 'sent' AND d."messageId" IS NOT NULL`,
  };
}
