import type { Queries } from "../../database/database.ts";
import { queueZoom } from "../../zoom/tasks/task-store.ts";
import { refreshJoins } from "../lessons/messages/refresh-store.ts";
import { planLessonReminders } from "../lessons/messages/reminder-store.ts";
import type { EnrolmentState, OfferState } from "./enrolment.ts";
import { offerPlaces } from "./offers/offering-store.ts";

interface Vacated {
  enrolmentId: number;
  groupId: number;
  personId: bigint;
  was: EnrolmentState;
}

/**
 * Lets enrolments end, whatever state they are in, settles their open offers as `outcome`, and offers what became free.
 * Those that have ended are left alone. Their groups are locked by the caller.
 */
export async function vacate(
  queries: Queries,
  enrolmentIds: readonly number[],
  outcome: Exclude<OfferState, "open" | "accepted">,
  now: Date,
): Promise<void> {
  if (enrolmentIds.length === 0) return;
  const ids = [...enrolmentIds];
  const vacated = await queries.$queryRaw<Vacated[]>`
    WITH gone AS (
      SELECT "id", "groupId", "personId", "state" FROM "Enrolment" WHERE "id" = ANY (${ids}::int[]) AND "state" <> 'left'
    ), ended AS (
      UPDATE "Enrolment" e SET "state" = 'left', "changedAt" = ${now} FROM gone WHERE e."id" = gone."id"
    ), settled AS (
      UPDATE "Offer" SET "state" = ${outcome}::"OfferState", "settledAt" = ${now}
      WHERE "enrolmentId" = ANY (${ids}::int[]) AND "state" = 'open'
    ), counted AS (
      UPDATE "Group" g SET "taken" = g."taken" - n."places", "waiting" = g."waiting" - n."line"
      FROM (SELECT "groupId", count(*) FILTER (WHERE "state" <> 'waiting')::int AS "places",
                   count(*) FILTER (WHERE "state" = 'waiting')::int AS "line" FROM gone GROUP BY "groupId") n
      WHERE g."id" = n."groupId"
    )
    SELECT "id" AS "enrolmentId", "groupId", "personId", "state"::text AS "was" FROM gone ORDER BY "groupId", "id"`;
  for (const { enrolmentId, groupId, personId } of vacated.filter(({ was }) => was === "enrolled")) {
    const concerned = { groupId, personId: Number(personId) };
    await planLessonReminders(queries, concerned, now);
    await refreshJoins(queries, concerned, now);
    await queueZoom(queries, [{ kind: "cancel", groupId, enrolmentId }], now);
  }
  const freed = new Set(vacated.filter(({ was }) => was !== "waiting").map(({ groupId }) => groupId));
  for (const groupId of freed) await offerPlaces(queries, groupId, now);
}
