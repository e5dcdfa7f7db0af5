import { leaveAll } from "../classes/enrolments/enrolment-store.ts";
import type { Database, Queries } from "../database/database.ts";
import { keepCountsOf } from "../reports/counting/erased-store.ts";
import { keepParticipationOf } from "../reports/participation/closing-store.ts";
import { forgetInAudit } from "../staff/audit/audit-forget-store.ts";
import { toldOfAccepting } from "../staff/news.sql.ts";
import { forgetCommentsOf } from "../voices/comments/forget-store.ts";
import { forgetRegistrants } from "../zoom/tasks/task-store.ts";
import { forgetDialoguesOf } from "./dialogues.sql.ts";
import { type TextsLeft, takeAwayIdeas, takeAwayQuestions } from "./own-texts-store.ts";

/**
 * Erases a person, whose places in classes go to those who wait; a later message from them begins anew. Their comments,
 * ideas and questions go too, unless they let those that are shown stand without a name.
 */
export async function forget(
  database: Database,
  id: number,
  now: Date,
  textsLeft: TextsLeft = "nothing",
): Promise<void> {
  await database.$transaction(async (tx) => {
    // What they just do as staff comes first (staff/act-store.ts): it would wait for the person, and this for the role.
    await tx.$executeRaw`SELECT 1 FROM "StaffRole" WHERE "personId" = ${BigInt(id)} FOR UPDATE`;
    await keepCountsOf(tx, id);
    await keepParticipationOf(tx, id, now);
    await forgetRegistrants(tx, id, now);
    await leaveAll(tx, id, now);
    if (textsLeft === "nothing") await takeAwayIdeas(tx, id);
    await takeAwayQuestions(tx, id, textsLeft);
    await erase(tx, id, textsLeft);
  });
}

/**
 * Deletes a person, with all that hangs on them, their addresses at all messengers among it, and takes their number out of
 * what outlives them. What they gave, wrote, added and did stays without them: its foreign keys become null by themselves,
 * and the rest is here. Links that they made or used go, and so do unfinished dialogues, and the news that they accepted one.
 */
async function erase(queries: Queries, personId: number, textsLeft: TextsLeft): Promise<void> {
  const id = BigInt(personId);
  const comments = forgetCommentsOf(personId, textsLeft);
  await queries.$executeRaw`
    WITH chats AS (SELECT "door", "chatId" FROM "Address" WHERE "personId" = ${id}),
    audit AS (${forgetInAudit(personId)}),
    dialogues AS (${forgetDialoguesOf(personId)}),
    comments AS (${comments.gone}),
    nameless AS (${comments.nameless}),
    invitations AS (DELETE FROM "Invitation" WHERE ${id} IN ("invitedBy", "usedBy")),
    answers AS (
      UPDATE "Delivery" d SET "payload" = d."payload" || '{"by": null}'
      FROM (SELECT DISTINCT "authorId" AS "personId" FROM "Announcement" WHERE "authorId" <> ${id}) author
      WHERE d."personId" = author."personId" AND d."kind" = 'announcement-answered'
        AND d."payload" -> 'by' = to_jsonb(${id}::bigint)),
    accepted AS (DELETE FROM "Delivery" d USING ${toldOfAccepting(personId)}),
    announcements AS (
      UPDATE "Announcement" SET "progressDoor" = NULL, "progressChatId" = NULL, "progressMessageId" = NULL
      WHERE ("progressDoor", "progressChatId") IN (SELECT "door", "chatId" FROM chats))
    DELETE FROM "Person" WHERE "id" = ${id}`;
}
