import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { isReachable } from "../../people/address.sql.ts";
import { keepAskedBy } from "../../reports/counting/erased-store.ts";

/** People per transaction. */
const perShare = 500;

/**
 * Forgets how those are called and reached who were last here before `before`, and to whom nothing comes any more: no role, no
 * class that is not over, no reminder of what is to come, and no digest, wish or class that they follow, as far as they can be
 * written to at all. Their ratings, votes and texts stay counted and stand without a name; whoever comes back begins anew.
 * Resolves to how many people that were.
 */
export async function forgetSilent(database: Database, before: Date, now: Date): Promise<number> {
  for (let forgotten = 0; ; ) {
    const share = await database.$transaction((tx) => forgetShare(tx, before, now));
    forgotten += share;
    if (share < perShare) return forgotten;
  }
}

async function forgetShare(tx: Queries, before: Date, now: Date): Promise<number> {
  const comes = Prisma.sql`(
    EXISTS (SELECT FROM "Digest" x WHERE x."personId" = p."id") OR EXISTS (SELECT FROM "Wish" x WHERE x."personId" = p."id")
    OR EXISTS (SELECT FROM "FollowedArea" x WHERE x."personId" = p."id"))`;
  const found = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT p."id" FROM "Person" p
    WHERE p."lastSeenAt" < ${before} AND EXISTS (SELECT FROM "Address" a WHERE a."personId" = p."id")
      AND NOT EXISTS (SELECT FROM "StaffRole" x WHERE x."personId" = p."id")
      AND NOT EXISTS (SELECT FROM "Learner" x WHERE x."personId" = p."id")
      AND NOT EXISTS (
        SELECT FROM "Reminder" x JOIN "Occurrence" o ON o."id" = x."occurrenceId"
        WHERE x."personId" = p."id" AND o."endsAt" > ${now})
      AND NOT (${comes} AND ${isReachable(Prisma.sql`p."id"`)})
    ORDER BY p."id" LIMIT ${perShare} FOR UPDATE OF p SKIP LOCKED`;
  for (const { id } of found) await forgetContact(tx, id, now);
  return found.length;
}

/** Deletes what says who somebody is and how they are reached, and what was to come to them. */
async function forgetContact(tx: Queries, personId: bigint, now: Date): Promise<void> {
  const addresses = await tx.address.findMany({ where: { personId }, select: { door: true, chatId: true } });
  const whose = { where: { personId } };
  await keepAskedBy(tx, personId);
  await tx.dialogue.deleteMany({ where: { key: { in: addresses.map(({ door, chatId }) => `${door}:${chatId}`) } } });
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
