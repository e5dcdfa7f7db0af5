import type { Queries } from "../database/database.ts";

/** The values of the log that are the numbers of people. Whoever writes another one into it adds its name here. */
export const personFields = ["personId", "invitedBy", "teacherId"] as const;

/** What stands in the log in place of "person:77" when the person was erased. */
export const goneSubject = "person:gone";

/**
 * Takes a person's number out of what the audit log says was done to them and with them; that it was done, and when,
 * stays. Who did it goes by a foreign key, with the person.
 */
export async function forgetInAudit(queries: Queries, personId: number): Promise<void> {
  const number = String(personId);
  const fields = [...personFields];
  await queries.$executeRaw`
    UPDATE "AuditEntry" a SET
      "subject" = CASE WHEN a."subject" = ${`person:${number}`} THEN ${goneSubject} ELSE a."subject" END,
      "before" = (SELECT jsonb_object_agg(v."key", CASE WHEN v."key" = ANY(${fields}::text[]) AND v."value" #>> '{}' = ${number}
                                                   THEN 'null' ELSE v."value" END) FROM jsonb_each(a."before") v),
      "after" = (SELECT jsonb_object_agg(v."key", CASE WHEN v."key" = ANY(${fields}::text[]) AND v."value" #>> '{}' = ${number}
                                                  THEN 'null' ELSE v."value" END) FROM jsonb_each(a."after") v)
    WHERE a."subject" = ${`person:${number}`}
      OR EXISTS (SELECT 1 FROM unnest(${fields}::text[]) f("key") WHERE ${number} IN (a."before" ->> f."key", a."after" ->> f."key"))`;
}
