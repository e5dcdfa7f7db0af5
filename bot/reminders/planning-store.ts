import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { wakeDispatcher } from "../delivery/outbox-store.ts";
import { type Nights, quietHoursOf } from "../people/quiet-hours.ts";
import { type LeadTime, lastDays } from "./lead-times.ts";
import { planFeedback, planReminders, type Situation } from "./plan.ts";

/**
 * Keeps the outbox in line with what people want to be reminded of.
 *
 * When a message goes out depends on the date, the lead times, the zone and the quiet hours, not on the person: so the
 * rule (plan.ts) runs once for each combination that occurs – a few dozen for 50,000 people – and PostgreSQL writes the
 * rows of 10,000 people in one statement: 30,000 rows, 1.5 s on two busy cores, a tenth of what a statement may take.
 */
const peoplePerStatement = 10_000;

/** Whose reminders of which dates. At least one of the two, or the whole outbox would be planned anew. */
export type Which = ({ occurrenceIds: number[]; personId?: number } | { occurrenceIds?: never; personId: number }) & {
  /** Plans only one person in `of`, counted from 0; default all. */
  share?: { of: number; index: number };
};

/** The people in one situation, under a key that `owners` knows them by. */
export type SharedSituation = Situation & {
  key: string;
  occurrenceId: number;
  leads: LeadTime[];
  /** How many share it. */
  people: number;
};

/** Plans the reminders and the question how it was anew. What is due already is left to the dispatcher. */
export async function replan(queries: Queries, which: Which, now: Date): Promise<SharedSituation[]> {
  const situations = await findSituations(queries, which, now);
  await dropPlanned(queries, which, now);
  const planned = situations.flatMap((situation) => plan(situation, now));
  if (planned.length > 0) {
    for (const share of sharesOf(which, situations)) await insertPlanned(queries, share, planned);
    await wakeDispatcher(queries);
  }
  return situations;
}

/** Parts of the people, each few enough for one statement. */
export function sharesOf<W extends Which>(which: W, situations: readonly SharedSituation[]): W[] {
  const people = situations.reduce((sum, situation) => sum + situation.people, 0);
  const of = Math.ceil(people / peoplePerStatement);
  return Array.from({ length: of }, (_, index) => ({ ...which, share: { of, index } }));
}

/** SQL over Reminder and Delivery: both name their columns alike. */
export function belongsTo({ personId, occurrenceIds, share }: Which): Prisma.Sql {
  const conditions = [
    ...(share === undefined || share.of === 1
      ? []
      : [Prisma.sql`"personId" % ${BigInt(share.of)} = ${BigInt(share.index)}`]),
    ...(personId === undefined ? [] : [Prisma.sql`"personId" = ${BigInt(personId)}`]),
    ...(occurrenceIds === undefined ? [] : [Prisma.sql`"occurrenceId" = ANY (${occurrenceIds})`]),
  ];
  return Prisma.join(conditions, " AND ");
}

/** SQL: everyone who wants to be reminded, a row for each person and date, with the key of their situation. */
export const owners = (which: Which) => Prisma.sql`
  SELECT own."personId", own."occurrenceId", own."leads", p."quietFrom", p."quietUntil",
         coalesce(p."timeZone", o."timeZone") AS "zone", o."startsAt", o."endsAt", o."hasStartTime", o."status", o."sequence",
         concat_ws('|', o."id", coalesce(p."timeZone", o."timeZone"), p."quietFrom", p."quietUntil", own."leads"::text) AS "key"
  FROM (SELECT "personId", "occurrenceId", array_agg("minutes" ORDER BY "minutes" DESC) AS "leads"
        FROM "Reminder" WHERE ${belongsTo(which)} GROUP BY "personId", "occurrenceId") own
  JOIN "Person" p ON p."id" = own."personId"
  JOIN "Occurrence" o ON o."id" = own."occurrenceId"`;

type SituationRow = Omit<SharedSituation, "quiet"> & Nights;

/** A day after the end nothing is left to be planned. */
const past = 36 * 3_600_000;

async function findSituations(queries: Queries, which: Which, now: Date): Promise<SharedSituation[]> {
  const rows = await queries.$queryRaw<SituationRow[]>`
    SELECT owner."key", owner."occurrenceId", owner."leads", owner."zone", owner."quietFrom", owner."quietUntil",
           owner."startsAt", owner."endsAt", owner."hasStartTime", owner."status"::text AS "status", count(*)::int AS "people"
    FROM (${owners(which)}) owner
    WHERE owner."endsAt" > ${new Date(now.getTime() - past)} OR owner."status" = 'postponed'
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`;
  return rows.map(({ quietFrom, quietUntil, ...row }) => ({ ...row, quiet: quietHoursOf({ quietFrom, quietUntil }) }));
}

/**
 * Deleted, not cancelled: a plan that another one replaces is nothing to account for, and marking it takes ten times as
 * long.
 */
async function dropPlanned(queries: Queries, which: Which, now: Date): Promise<void> {
  await queries.$executeRaw`
    DELETE FROM "Delivery"
    WHERE ${belongsTo(which)} AND "state" = 'pending' AND "kind" IN ('reminder', 'feedback') AND "dueAt" > ${now}`;
}

/** A row of the outbox for everybody in a situation. `suffix` follows the kind and the person in the dedupe key. */
interface PlannedRow {
  key: string;
  kind: string;
  suffix: string;
  payload: Record<string, string | number>;
  lane: string;
  dueAt: Date;
  expiresAt: Date;
  silent: boolean;
}

function plan(situation: SharedSituation, now: Date): PlannedRow[] {
  const { key, occurrenceId, startsAt, endsAt } = situation;
  const reminders = planReminders(situation, situation.leads, now).map(({ lead, ...slot }) => ({
    ...slot,
    key,
    kind: "reminder",
    // With the start, or the end that it counts from: a date that moved may remind again.
    suffix: `${occurrenceId}:${lead}:${(lead === lastDays ? endsAt : startsAt).toISOString()}`,
    payload: { lead, startsAt: startsAt.toISOString(), ...(lead === lastDays && { endsAt: endsAt.toISOString() }) },
  }));
  const slot = planFeedback(situation, now);
  // Without the start: once is enough.
  const feedback = { key, kind: "feedback", suffix: String(occurrenceId), payload: {}, lane: "normal" };
  return slot === null ? reminders : [...reminders, { ...slot, ...feedback }];
}

/** A row cancelled before comes back to life; one that was sent stays what it is. */
async function insertPlanned(queries: Queries, which: Which, planned: readonly PlannedRow[]): Promise<void> {
  await queries.$executeRaw`
    INSERT INTO "Delivery"
      ("personId", "occurrenceId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt", "silent")
    SELECT owner."personId", owner."occurrenceId", r."kind", r."payload", r."lane"::"Lane",
           concat_ws(':', r."kind", owner."personId", r."suffix"), r."dueAt", r."expiresAt", r."silent"
    FROM (${owners(which)}) owner
    JOIN jsonb_to_recordset(${JSON.stringify(planned)}::jsonb) AS r(
      "key" text, "kind" text, "suffix" text, "payload" jsonb, "lane" text, "dueAt" timestamptz, "expiresAt" timestamptz,
      "silent" boolean) USING ("key")
    ON CONFLICT ("dedupeKey") DO UPDATE
      SET "state" = 'pending', "payload" = EXCLUDED."payload", "lane" = EXCLUDED."lane", "dueAt" = EXCLUDED."dueAt",
          "expiresAt" = EXCLUDED."expiresAt", "silent" = EXCLUDED."silent", "settledAt" = NULL, "reason" = NULL
      WHERE "Delivery"."state" IN ('pending', 'cancelled')`;
}
