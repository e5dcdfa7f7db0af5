import type { Queries } from "../../database/database.ts";
import { consentDocument, type Learner } from "./learner.ts";

/** What is known of a learner, and whether they agreed to the document as it is now. */
export async function findLearner(
  queries: Queries,
  personId: number,
): Promise<{ learner: Learner | null; hasConsented: boolean }> {
  const { document, version } = consentDocument;
  const [row] = await queries.$queryRaw<{ name: string | null; phone: string | null; hasConsented: boolean }[]>`
    SELECT l."name", l."phone",
           EXISTS (SELECT 1 FROM "Consent" c WHERE c."personId" = p."id" AND c."document" = ${document}
                   AND c."version" = ${version} AND c."withdrawnAt" IS NULL) AS "hasConsented"
    FROM "Person" p LEFT JOIN "Learner" l ON l."personId" = p."id" WHERE p."id" = ${BigInt(personId)}`;
  const name = row?.name ?? null;
  return {
    learner: name === null ? null : { name, phone: row?.phone ?? null },
    hasConsented: row?.hasConsented ?? false,
  };
}

/** Notes that a person agreed to the document as it is now; agreeing twice keeps the first time. */
export async function giveConsent(queries: Queries, personId: number, now: Date): Promise<void> {
  const { document, version } = consentDocument;
  await queries.$executeRaw`
    INSERT INTO "Consent" ("personId", "document", "version", "givenAt")
    VALUES (${BigInt(personId)}, ${document}, ${version}, ${now})
    ON CONFLICT ("personId", "document", "version")
    DO UPDATE SET "givenAt" = EXCLUDED."givenAt", "withdrawnAt" = NULL WHERE "Consent"."withdrawnAt" IS NOT NULL`;
}

/** Whether a person agrees to the document as it is now; until the commit nobody takes that back. */
export async function holdConsent(queries: Queries, personId: number): Promise<boolean> {
  const { document, version } = consentDocument;
  const held = await queries.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Consent" WHERE "personId" = ${BigInt(personId)} AND "document" = ${document}
    AND "version" = ${version} AND "withdrawnAt" IS NULL FOR SHARE`;
  return held.length > 0;
}

/** Notes that a person takes back what they agreed to, in whatever version; whoever never did stays without a row. */
export async function withdrawConsent(queries: Queries, personId: number, now: Date): Promise<void> {
  await queries.consent.updateMany({
    where: { personId: BigInt(personId), document: consentDocument.document, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
}

/** Writes a learner into the journal, or corrects how they stand there. */
export async function saveLearner(
  queries: Queries,
  personId: number,
  { name, phone }: Learner,
  now: Date,
): Promise<void> {
  const id = BigInt(personId);
  await queries.learner.upsert({
    where: { personId: id },
    create: { personId: id, name, phone, createdAt: now },
    update: { name, phone },
  });
}
