import { Prisma } from "../../../prisma/client/client.ts";
import { gather } from "../../database/batch.ts";
import type { Queries } from "../../database/database.ts";
import type { Certificate } from "./certificate.ts";

/** A certificate with whose it is. */
export interface OwnedCertificate extends Certificate {
  enrolmentId: number;
  personId: number;
}

/**
 * Finds a certificate by its code, for whoever asks whether it is real. Codes asked for at the same moment share a
 * statement, so that somebody who tries thousands costs some two hundred a second.
 */
export const findCertificate = gather<Queries, string, OwnedCertificate | null>(async (queries, codes) => {
  const found = await selectAll(queries, Prisma.sql`c."code" = ANY (${[...new Set(codes)]})`);
  const byCode = new Map(found.map((certificate) => [certificate.code, certificate]));
  return codes.map((code) => byCode.get(code) ?? null);
});

/** Finds the certificate of somebody's own enrolment; null when there is none, or it is somebody else's. */
export async function findOwnCertificate(
  queries: Queries,
  { enrolmentId, personId }: { enrolmentId: number; personId: number },
): Promise<OwnedCertificate | null> {
  const which = Prisma.sql`c."enrolmentId" = ${enrolmentId} AND e."personId" = ${BigInt(personId)}`;
  return (await selectAll(queries, which))[0] ?? null;
}

async function selectAll(queries: Queries, which: Prisma.Sql): Promise<OwnedCertificate[]> {
  const rows = await queries.$queryRaw<(Omit<OwnedCertificate, "personId"> & { personId: bigint })[]>`
    SELECT c."code", c."enrolmentId", e."personId", c."name", c."language"::text AS "language", c."attended", c."lessons",
           c."issuedAt", c."minutes", c."issuer", g."teacherName",
           (SELECT t."title" FROM "CourseText" t WHERE t."courseId" = g."courseId"
            ORDER BY t."language" = c."language" DESC, t."language" LIMIT 1) AS "title"
    FROM "Certificate" c JOIN "Enrolment" e ON e."id" = c."enrolmentId" JOIN "Group" g ON g."id" = e."groupId"
    WHERE ${which}`;
  return rows.map((row) => ({ ...row, personId: Number(row.personId) }));
}
