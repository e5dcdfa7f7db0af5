import type { Queries } from "../../database/database.ts";
import { queueZoom } from "../../zoom/tasks/task-store.ts";
import { planLessonReminders } from "../lessons/messages/reminder-store.ts";
import type { Standing } from "./lock-store.ts";
import { vacate } from "./release-store.ts";

/**
 * What goes with a place: reminders, a link, and an end to other groups of the course, to waiting for them as to the seat
 * that somebody changes from.
 */
export async function settleIn(
  queries: Queries,
  { enrolmentId, groupId, personId, now }: { enrolmentId: number; groupId: number; personId: number; now: Date },
  standings: readonly Standing[],
): Promise<void> {
  const others = standings.filter((standing) => standing.groupId !== groupId);
  await vacate(
    queries,
    others.map((other) => other.enrolmentId),
    "withdrawn",
    now,
  );
  await planLessonReminders(queries, { groupId, personId }, now);
  await queueZoom(queries, [{ kind: "register", groupId, enrolmentId }], now);
}
