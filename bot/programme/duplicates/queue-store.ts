import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import type { Language } from "../../words/language.ts";
import { preferred } from "../preferred.sql.ts";
import { chooseKept } from "./choose-kept.ts";
import { findContenders } from "./contender-store.ts";
import type { Doubt } from "./judge-pair.ts";
import { mergeEvents, partEvents } from "./merge-store.ts";

/** A pair by its numbers, the smaller first. */
export interface PairKey {
  firstId: number;
  secondId: number;
}

export type PairShelf = "suspected" | "merged";

export interface PairRow extends PairKey {
  firstTitle: string;
  secondTitle: string;
  total: number;
}

interface PairQuery {
  shelf: PairShelf;
  /** Pairs of which both events are one of these institutions'; null: all. */
  institutionIds: readonly number[] | null;
  language: Language;
  now: Date;
  limit: number;
  offset: number;
}

/** A page of pairs of which one event is still to come: what is to be looked at by its date, merged ones by when they were. */
export function listPairs(
  queries: Queries,
  { shelf, institutionIds, language, now, limit, offset }: PairQuery,
): Promise<PairRow[]> {
  const isTheirs =
    institutionIds === null
      ? Prisma.sql`true`
      : Prisma.sql`(a."institutionId" = b."institutionId" AND a."institutionId" = ANY (${[...institutionIds]}::int[]))`;
  const order = shelf === "merged" ? Prisma.sql`p."settledAt" DESC` : Prisma.sql`next."startsAt"`;
  const title = (side: "firstId" | "secondId"): Prisma.Sql => Prisma.sql`coalesce((
    SELECT t."title" FROM "EventText" t WHERE t."eventId" = p.${Prisma.raw(`"${side}"`)} ${preferred(language)}), '…')`;
  return queries.$queryRaw<PairRow[]>`
    SELECT p."firstId", p."secondId", ${title("firstId")} AS "firstTitle", ${title("secondId")} AS "secondTitle",
           count(*) OVER ()::int AS "total"
    FROM "EventPair" p JOIN "Event" a ON a."id" = p."firstId" JOIN "Event" b ON b."id" = p."secondId"
    CROSS JOIN LATERAL (SELECT min(o."startsAt") AS "startsAt" FROM "Occurrence" o
                        WHERE o."eventId" IN (p."firstId", p."secondId") AND o."endsAt" > ${now}) next
    WHERE p."state" = ${shelf}::"PairState" AND next."startsAt" IS NOT NULL AND ${isTheirs}
    ORDER BY ${order}, p."firstId", p."secondId" LIMIT ${limit} OFFSET ${offset}`;
}

/** A pair as it stands; null where nobody suspects it. */
export const findPair = (queries: Queries, pair: PairKey) =>
  queries.eventPair.findUnique({ where: { firstId_secondId: { firstId: pair.firstId, secondId: pair.secondId } } });

/** The sources of events by their numbers, as imports name them; events that staff made are not among them. */
export async function findSources(queries: Queries, eventIds: readonly number[]): Promise<Map<number, string>> {
  const origins = await queries.origin.findMany({
    where: { eventId: { in: [...eventIds] } },
    select: { eventId: true, source: true },
  });
  return new Map(origins.map(({ eventId, source }) => [eventId, source]));
}

/** What came of somebody's word that two events are one. */
export type MergedByHand =
  | { kind: "merged"; keptId: number }
  /** Neither has all dates of the other, or both stand for others: merging would lose something. */
  | { kind: "refused"; doubt: Doubt }
  /** The pair was settled meanwhile. */
  | { kind: "gone" };

/** Merges a pair that somebody says is one event. */
export function mergePair(database: Database, actor: Actor, pair: PairKey): Promise<Acted<MergedByHand>> {
  return actAs(database, actor, rightTo(pair), async (tx, audit) => {
    const known = await findPair(tx, pair);
    const found = await findContenders(tx, [pair.firstId, pair.secondId], actor.now);
    const [one, other] = [found.get(pair.firstId), found.get(pair.secondId)];
    if (known?.state !== "suspected" || !one || !other) return { kind: "gone" };
    const choice = chooseKept(one, other);
    if (choice.kind === "doubt") return { kind: "refused", doubt: choice.doubt };
    const { likeness } = known;
    if (!(await mergeEvents(tx, choice, { likeness, reason: "none" }, actor.now))) return { kind: "gone" };
    await audit({ subject: `event:${choice.keptId}`, verb: "merge", after: { eventId: choice.goneId } });
    return { kind: "merged", keptId: choice.keptId };
  });
}

/** Notes that two events are two, for good; a merging is undone. */
export function tellApart(database: Database, actor: Actor, pair: PairKey): Promise<Acted<undefined>> {
  return actAs(database, actor, rightTo(pair), async (tx, audit) => {
    const { firstId, secondId } = pair;
    const known = await findPair(tx, pair);
    if (known === null || known.state === "distinct") return undefined;
    if (known.keptId === null) {
      const data = { state: "distinct", settledAt: actor.now } as const;
      await tx.eventPair.updateMany({ where: { firstId, secondId, state: "suspected" }, data });
    } else {
      const { keptId } = known;
      const merging = { keptId, goneId: keptId === firstId ? secondId : firstId };
      await partEvents(tx, merging, { state: "distinct" }, actor.now);
    }
    await audit({ subject: `event:${firstId}`, verb: "tell_apart", after: { eventId: secondId } });
    return undefined;
  });
}

/** Who may edit both events; of two institutions, only who may edit those of all. */
const rightTo = ({ firstId, secondId }: PairKey) => ({
  action: "programme.edit" as const,
  target: async (tx: Prisma.TransactionClient) => {
    const events = await tx.event.findMany({
      where: { id: { in: [firstId, secondId] } },
      select: { institutionId: true },
    });
    const [one, other] = events;
    if (!one || !other) return null;
    return { institutionId: one.institutionId === other.institutionId ? one.institutionId : null };
  },
});
