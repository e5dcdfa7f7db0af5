import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { isReachable } from "../../people/address.sql.ts";
import { chatKeyOf } from "../../people/address.ts";
import { keepAskedBy } from "../../reports/counting/erased-store.ts";

/** People found at a time. */
const atOnce = 500;

/**
 * Forgets how those are called and reached who were last here before `before`, and to whom nothing comes any more: no role, no
 * class that is not over, no reminder of what is to come, and no digest, wish or class that they follow, as far as they can be
 * written to at all. Their ratings, votes and texts stay counted and stand without a name; whoever comes back begins anew.
 * Resolves to how many people that were.
 */
export async function forgetSilent(database: Database, before: Date, now: Date): Promise<number> {
  let forgotten = 0;
  for (let after = 0n; ; ) {
    const found = await findSilent(database, { before, now, which: Prisma.sql`p."id" > ${after}` });
    for (const id of found) forgotten += Number(await forgetOne(database, id, { before, now }));
    const last = found.at(-1);
    if (last === undefined) return forgotten;
    after = last;
  }
}

/** Forgets one of them, unless they have come back meanwhile: whoever does waits for the end of this. */
const forgetOne = (database: Database, id: bigint, { before, now }: { before: Date; now: Date }): Promise<boolean> =>
  database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${id} FOR UPDATE`;
    const [still] = await findSilent(tx, { before, now, which: Prisma.sql`p."id" = ${id}` });
    if (still === undefined) return false;
    await forgetContact(tx, id, now);
    return true;
  });

async function findSilent(
  queries: Queries,
  { before, now, which }: { before: Date; now: Date; which: Prisma.Sql },
): Promise<bigint[]> {
  const comes = Prisma.sql`(
    EXISTS (SELECT FROM "Digest" x WHERE x."personId" = p."id") OR EXISTS (SELECT FROM "Wish" x WHERE x."personId" = p."id")
    OR EXISTS (SELECT FROM "RecordingWish" x WHERE x."personId" = p."id")
    OR EXISTS (SELECT FROM "FollowedArea" x WHERE x."personId" = p."id"))`;
  const found = await queries.$queryRaw<{ id: bigint }[]>`
    SELECT p."id" FROM "Person" p
    WHERE ${which} AND p."lastSeenAt" < ${before} AND EXISTS (SELECT FROM "Address" a WHERE a."personId" = p."id")
      AND NOT EXISTS (SELECT FROM "StaffRole" x WHERE x."personId" = p."id")
      AND NOT EXISTS (SELECT FROM "Learner" x WHERE x."personId" = p."id")
      AND NOT EXISTS (
        SELECT FROM "Reminder" x JOIN "Occurrence" o ON o."id" = x."occurrenceId"
        WHERE x."personId" = p."id" AND o."endsAt" > ${now})
      AND NOT (${comes} AND ${isReachable(Prisma.sql`p."id"`)})
    ORDER BY p."id" LIMIT ${atOnce}`;
  return found.map(({ id }) => id);
}

/** Deletes what says who somebody is and how they are reached, and what was to come to them. */
async function forgetContact(tx: Queries, personId: bigint, now: Date): Promise<void> {
  const addresses = await tx.address.findMany({ where: { personId }, select: { door: true, chatId: true } });
  const whose = { where: { personId } };
  await keepAskedBy(tx, personId);
  await tx.dialogue.deleteMany({ where: { key: { in: addresses.map(chatKeyOf) } } });
  await tx.linkRequest.deleteMany({ where: { OR: [{ personId }, { followedBy: personId }] } });
  await tx.enrolmentDraft.deleteMany(whose);
  await tx.unfinishedEvents.deleteMany(whose);
  await tx.interest.deleteMany(whose);
  await tx.searchQuery.deleteMany(whose);
  await tx.thread.deleteMany(whose);
  await tx.delivery.deleteMany(whose);
  await tx.digest.deleteMany(whose);
  await tx.wish.deleteMany(whose);
  await tx.followedArea.deleteMany(whose);
  await tx.reminder.deleteMany(whose);
  await tx.collectionReminder.deleteMany(whose);
  await tx.consent.updateMany({ where: { personId, withdrawnAt: null }, data: { withdrawnAt: now } });
  await tx.comment.updateMany({ ...whose, data: { name: null, appeal: null } });
  await tx.address.deleteMany(whose);
  await tx.person.update({ where: { id: personId }, data: { firstName: "", calendarToken: null, timeZone: null } });
}
