import type { Queries } from "../database/database.ts";

/**
 * Deletes a person, with all that hangs on them, and takes their number out of what outlives them: roles that they gave,
 * announcements that they wrote, materials that they added; links that they made or used go. The audit log alone keeps
 * the number: who changed what stays answerable.
 */
export async function erase(queries: Queries, personId: number): Promise<void> {
  const id = BigInt(personId);
  await queries.$executeRaw`
    WITH dialogue AS (DELETE FROM "Dialogue" WHERE "key" = ${String(personId)}),
    invitations AS (DELETE FROM "Invitation" WHERE ${id} IN ("invitedBy", "usedBy")),
    roles AS (UPDATE "StaffRole" SET "grantedBy" = NULL WHERE "grantedBy" = ${id} AND "personId" <> ${id}),
    materials AS (UPDATE "Material" SET "addedBy" = NULL WHERE "addedBy" = ${id}),
    announcements AS (
      UPDATE "Announcement" SET "authorId" = NULLIF("authorId", ${id}), "confirmedBy" = NULLIF("confirmedBy", ${id}),
        "secondedBy" = NULLIF("secondedBy", ${id}), "progressChatId" = NULLIF("progressChatId", ${id})
      WHERE ${id} IN ("authorId", "confirmedBy", "secondedBy", "progressChatId"))
    DELETE FROM "Person" WHERE "id" = ${id}`;
}
