import { Prisma } from "../../prisma/client/client.ts";

/** The values of the log that are the numbers of people. Whoever writes another one into it adds its name here. */
const personFields = ["personId", "invitedBy", "teacherId"];

/** What stands in the log in place of "person:77" when the person was erased. */
export const goneSubject = "person:gone";

/**
 * A statement that takes a person's number out of what the audit log says was done to them and with them; that it was done,
 * and when, stays. Who did it goes by a foreign key, with the person.
 */
export function forgetInAudit(personId: number): Prisma.Sql {
  const number = String(personId);
  const subject = `person:${number}`;
  const without = (values: Prisma.Sql) => Prisma.sql`(
    SELECT jsonb_object_agg(v."key", CASE WHEN v."key" = ANY(${personFields}::text[]) AND v."value" #>> '{}' = ${number}
                                     THEN 'null' ELSE v."value" END) FROM jsonb_each(${values}) v)`;
  return Prisma.sql`
    UPDATE "AuditEntry" a SET "subject" = CASE WHEN a."subject" = ${subject} THEN ${goneSubject} ELSE a."subject" END,
      "before" = ${without(Prisma.sql`a."before"`)}, "after" = ${without(Prisma.sql`a."after"`)}
    WHERE a."subject" = ${subject} OR EXISTS (
      SELECT 1 FROM unnest(${personFields}::text[]) f("key")
      WHERE ${number} IN (a."before" ->> f."key", a."after" ->> f."key"))`;
}
