import type { Queries } from "../../database/database.ts";
import { note } from "../../staff/act-store.ts";
import { renameInAudit } from "../../staff/audit/audit-forget-store.ts";
import type { Merging } from "./merging.ts";

/**
 * Moves what one who goes did as staff to whoever stays. Their rights stay behind: the other has all of them, or there would
 * have been no link. That an account came to somebody with rights is noted for owners to see.
 */
export async function mergeWork(queries: Queries, { keptId, goneId, now }: Merging): Promise<void> {
  const kept = BigInt(keptId);
  const gone = BigInt(goneId);
  await queries.staffRole.updateMany({ where: { grantedBy: gone }, data: { grantedBy: kept } });
  await queries.invitation.updateMany({ where: { invitedBy: gone }, data: { invitedBy: kept } });
  await queries.invitation.updateMany({ where: { usedBy: gone }, data: { usedBy: kept } });
  await queries.group.updateMany({ where: { teacherId: gone }, data: { teacherId: kept } });
  await queries.material.updateMany({ where: { addedBy: gone }, data: { addedBy: kept } });
  await queries.comment.updateMany({ where: { decidedBy: gone }, data: { decidedBy: kept } });
  await queries.commentAnswer.updateMany({ where: { authorId: gone }, data: { authorId: kept } });
  await queries.commentBan.updateMany({ where: { bannedBy: gone }, data: { bannedBy: kept } });
  await queries.vote.updateMany({ where: { createdBy: gone }, data: { createdBy: kept } });
  await queries.load.updateMany({ where: { madeBy: gone }, data: { madeBy: kept } });
  await queries.threadMessage.updateMany({ where: { authorId: gone }, data: { authorId: kept } });
  await queries.feed.updateMany({ where: { madeBy: gone }, data: { madeBy: kept } });
  for (const column of ["offeredBy", "connectedBy"] as const)
    await queries.channel.updateMany({ where: { [column]: gone }, data: { [column]: kept } });
  for (const column of ["authorId", "confirmedBy", "secondedBy"] as const)
    await queries.announcement.updateMany({ where: { [column]: gone }, data: { [column]: kept } });
  await queries.auditEntry.updateMany({ where: { personId: gone }, data: { personId: kept } });
  await queries.$executeRaw`${renameInAudit(goneId, keptId)}`;
  await noteIfStaff(queries, { personId: keptId, verb: "link", now });
}

/** Writes into the audit log that somebody of the staff has come to have another account, or parted with one. */
export async function noteIfStaff(
  queries: Queries,
  { personId, verb, now }: { personId: number; verb: "link" | "part"; now: Date },
): Promise<void> {
  const roles = await queries.staffRole.count({ where: { personId: BigInt(personId) } });
  if (roles === 0) return;
  await note(queries, { personId, at: now, action: "account", verb, subject: `person:${personId}` });
}
