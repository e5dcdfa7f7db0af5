import { Prisma } from "../../prisma/client/client.ts";

/**
 * SQL, after USING or FROM: which deliveries d tell an inviter that this person accepted. The log says who invited them:
 * deliveries are found by whose they are.
 */
export const toldOfAccepting = (personId: number): Prisma.Sql => Prisma.sql`
  (SELECT DISTINCT (a."after" ->> 'invitedBy')::bigint AS "personId" FROM "AuditEntry" a
   WHERE a."subject" = ${`person:${personId}`}) inviter
  WHERE d."personId" = inviter."personId" AND d."kind" = 'staff-accepted'
    AND d."payload" -> 'by' = to_jsonb(${BigInt(personId)}::bigint)`;
