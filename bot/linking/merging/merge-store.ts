import { mergeEnrolments } from "../../classes/enrolments/merge-store.ts";
import type { Queries } from "../../database/database.ts";
import { forgetDialoguesOf } from "../../privacy/dialogues.sql.ts";
import { planAnew } from "../../reminders/person-plan-store.ts";
import { mergeDeliveries } from "./deliveries-store.ts";
import type { Merging } from "./merging.ts";
import { mergeOwn } from "./own-store.ts";
import { mergeWork } from "./work-store.ts";

/**
 * Makes one person of two, in the transaction of whoever confirmed it. The one who made the link stays, with their language,
 * zone, quiet hours, digest, calendar and all other settings, name in the journal and preferred messenger; where they have
 * none of it, the other's are taken. What belongs to both:
 *
 * - **Places in classes**: in one group the better one – enrolled before offered before waiting, then the lower ticket – and
 *   what was attended by either. The other goes to who waits. Whoever is enrolled waits for no other group of the course.
 *   Two places in two groups stay: nobody loses one without saying so.
 * - **Reminders, wishes, followed subjects, threads, searches, certificates**: all of both, the same one once.
 * - **Ratings, comments and votes**: of two of the same event, course or vote the newer; of two voices for an idea or a question one; half-made
 *   events are those of the account that wrote last.
 * - **Consent** stands where it stands with either: places rest on it.
 * - **Messages**: what both were to get comes once, and not at all where one has got it.
 * - **Work of staff** keeps its author, now under one number; rights are those of whoever stays (linking.ts says why).
 * - **Dialogues** in the other chat end: they would speak for somebody who is gone.
 *
 * tests/linking/merge.test.ts walks every column that names a person, and fails by one that is not moved.
 */
export async function mergePeople(queries: Queries, merging: Merging & { cityZone: string }): Promise<void> {
  const { keptId, goneId, now, cityZone } = merging;
  const both = [keptId, goneId].map(BigInt);
  // What they just do as staff comes first (staff/act-store.ts). Then nobody writes a row for either before the commit: it
  // would be deleted with the one who goes.
  await queries.$executeRaw`SELECT 1 FROM "StaffRole" WHERE "personId" = ANY(${both}::bigint[]) ORDER BY "id" FOR UPDATE`;
  await queries.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ANY(${both}::bigint[]) ORDER BY "id" FOR UPDATE`;
  await queries.$executeRaw`${forgetDialoguesOf(goneId)}`;
  await mergeEnrolments(queries, merging);
  await mergeOwn(queries, merging);
  await mergeDeliveries(queries, merging);
  await mergeWork(queries, merging);
  await moveAddresses(queries, merging);
  await closeAccount(queries, merging);
  await planAnew(queries, keptId, { now, cityZone });
}

const moveAddresses = (queries: Queries, { keptId, goneId }: Merging) =>
  queries.address.updateMany({
    where: { personId: BigInt(goneId) },
    data: { personId: BigInt(keptId), isPreferred: false },
  });

/** Deletes the one who goes, with what both had and is there once, and keeps since when they were here. */
async function closeAccount(queries: Queries, { keptId, goneId }: Merging): Promise<void> {
  const gone = await queries.person.delete({ where: { id: BigInt(goneId) } });
  await queries.$executeRaw`
    UPDATE "Person" SET "firstSeenAt" = least("firstSeenAt", ${gone.firstSeenAt}),
      "lastSeenAt" = greatest("lastSeenAt", ${gone.lastSeenAt}), "calendarToken" = coalesce("calendarToken", ${gone.calendarToken})
    WHERE "id" = ${BigInt(keptId)}`;
}
