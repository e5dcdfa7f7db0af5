import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Certificate } from "./certificate.ts";

/** A certificate with whose it is. */
export interface OwnedCertificate extends Certificate {
  enrolmentId: number;
  personId: number;
}

/** Finds a certificate by its code, for whoever asks whether it is real. */
export const findCertificate = (queries: Queries, code: string): Promise<OwnedCertificate | null> =>
  select(queries, Prisma.sql`c."code" = ${code}`);

/** Finds the certificate of somebody's own enrolment; null when there is none, or it is somebody else's. */
export const findOwnCertificate = (
  queries: Queries,
  { enrolmentId, personId }: { enrolmentId: number; personId: number },
): Promise<OwnedCertificate | null> =>
  select(queries, Prisma.sql`c."enrolmentId" = ${enrolmentId} AND e."personId" = ${BigInt(personId)}`);

async function select(queries: Queries, which: Prisma.Sql): Promise<OwnedCertificate | null> {
  const [row] = await queries.$queryRaw<(Omit<OwnedCertificate, "personId"> & { personId: bigint })[]>`
    SELECT c."code", c."enrolmentId", e."personId", c."name", c."language"::text AS "language", c."attended", c."lessons",
           c."issuedAt", g."teacherName",
           (SELECT t."title" FROM "CourseText" t WHERE t."courseId" = g."courseId"
            ORDER BY t."language" = c."language" DESC, t."language" LIMIT 1) AS "title"
    FROM "Certificate" c JOIN "Enrolment" e ON e."id" = c."enrolmentId" JOIN "Group" g ON g."id" = e."groupId"
    WHERE ${which}`;
  return row === undefined ? null : { ...row, personId: Number(row.personId) };
}
