import { Prisma } from "../../../prisma/client/client.ts";

/** The values of the log that are the numbers of people. Whoever writes another one into it adds its name here. */
const personFields = ["personId", "invitedBy", "teacherId"];

/** What stands in the log in place of "person:77" when the person was erased. */
export const goneSubject = "person:gone";

/**
 * A statement that takes a person's number out of what the audit log says was done to them and with them; that it was done,
 * and when, stays. Who did it goes by a foreign key, with the person.
 */
export const forgetInAudit = (personId: number): Prisma.Sql => replaceInAudit(personId, goneSubject, null);

/** A statement by which the log speaks of somebody under the number of the person that they became. */
export const renameInAudit = (personId: number, toId: number): Prisma.Sql =>
  replaceInAudit(personId, `person:${toId}`, toId);

function replaceInAudit(personId: number, toSubject: string, to: number | null): Prisma.Sql {
  const number = String(personId);
  const subject = `person:${number}`;
  const replaced = (values: Prisma.Sql) => Prisma.sql`(
    SELECT jsonb_object_agg(v."key", CASE WHEN v."key" = ANY(${personFields}::text[]) AND v."value" #>> '{}' = ${number}
                                     THEN ${String(to)}::jsonb ELSE v."value" END) FROM jsonb_each(${values}) v)`;
  return Prisma.sql`
    UPDATE "AuditEntry" a SET "subject" = CASE WHEN a."subject" = ${subject} THEN ${toSubject} ELSE a."subject" END,
      "before" = ${replaced(Prisma.sql`a."before"`)}, "after" = ${replaced(Prisma.sql`a."after"`)}
    WHERE a."subject" = ${subject} OR EXISTS (
      SELECT 1 FROM unnest(${personFields}::text[]) f("key")
      WHERE ${number} IN (a."before" ->> f."key", a."after" ->> f."key"))`;
}
