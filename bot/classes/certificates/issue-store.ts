import type { Database } from "../../database/database.ts";
import { enqueue } from "../../delivery/outbox-store.ts";
import type { Language } from "../../words/language.ts";
import { type Addressee, noticeTo } from "../enrolments/notice.ts";
import { certificateAttendance } from "./certificate.ts";
import { newCode } from "./code.ts";

/** Milliseconds after the last lesson at which the counting begins. */
const settling = 3_600_000;

/** Days after it in which a late tick still brings a certificate: as long as names are kept. */
const reach = 29 * 86_400_000;

/** For how long a certificate is brought to somebody who has blocked the bot. */
const lifetime = 14 * 86_400_000;

/** Certificates per transaction: each needs a code and a message. */
const perShare = 1_000;

interface Candidate extends Addressee {
  enrolmentId: number;
  name: string;
  language: Language;
  attended: number;
  lessons: number;
  minutes: number;
  issuer: string | null;
}

/**
 * Issues certificates to everybody whose last lesson is over and who attended enough of them, each once, and brings them.
 * Lessons that were cancelled count for nobody. `percent` of the others are enough. Returns how many were issued.
 */
export async function issueCertificates(
  database: Database,
  now: Date,
  percent: number = certificateAttendance,
): Promise<number> {
  let issued = 0;
  for (;;) {
    const share = await issueShare(database, now, percent);
    issued += share;
    if (share < perShare) return issued;
  }
}

const issueShare = (database: Database, now: Date, percent: number): Promise<number> =>
  database.$transaction(async (tx) => {
    const [until, since] = [new Date(now.getTime() - settling), new Date(now.getTime() - reach)];
    const candidates = await tx.$queryRaw<Candidate[]>`
      WITH finished AS (
        SELECT l."groupId", count(*)::int AS "lessons" FROM "Lesson" l
        WHERE l."status" <> 'cancelled' AND l."groupId" IN (
          SELECT r."groupId" FROM "Lesson" r WHERE r."endsAt" > ${since} AND r."endsAt" <= ${until})
        GROUP BY l."groupId" HAVING max(l."endsAt") <= ${until}
      )
      SELECT e."id" AS "enrolmentId", e."personId", n."name", p."language"::text AS "language", a."attended", a."minutes", f."lessons",
             (SELECT t."name" FROM "InstitutionText" t WHERE t."institutionId" = g."institutionId"
              ORDER BY t."language" = p."language" DESC, t."language" LIMIT 1) AS "issuer",
             coalesce(p."timeZone", g."timeZone") AS "zone", p."quietFrom", p."quietUntil"
      FROM finished f JOIN "Group" g ON g."id" = f."groupId"
      JOIN "Enrolment" e ON e."groupId" = f."groupId" AND e."state" = 'enrolled'
      JOIN "Person" p ON p."id" = e."personId" JOIN "Learner" n ON n."personId" = e."personId"
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS "attended",
               coalesce(round(sum(extract(epoch FROM l."endsAt" - l."startsAt")) / 60), 0)::int AS "minutes" FROM "Attendance" x JOIN "Lesson" l ON l."id" = x."lessonId"
        WHERE x."enrolmentId" = e."id" AND x."isPresent" AND l."status" <> 'cancelled') a
      WHERE a."attended" >= ceil(f."lessons" * ${percent}::numeric / 100)
        AND NOT EXISTS (SELECT 1 FROM "Certificate" c WHERE c."enrolmentId" = e."id")
      ORDER BY e."id" LIMIT ${perShare}`;
    if (candidates.length === 0) return 0;
    const rows = candidates.map(({ enrolmentId, name, language, attended, lessons, minutes, issuer }) => ({
      ...{ code: newCode(), enrolmentId, name, language, attended, lessons, minutes, issuer },
    }));
    // Another instance may be at it as well: whoever comes second finds them issued.
    const issued = await tx.$queryRaw<{ enrolmentId: number }[]>`
      INSERT INTO "Certificate" ("code", "enrolmentId", "name", "language", "attended", "lessons", "minutes", "issuer", "issuedAt")
      SELECT r."code", r."enrolmentId", r."name", r."language"::"Language", r."attended", r."lessons", r."minutes", r."issuer", ${now}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
        "code" text, "enrolmentId" int, "name" text, "language" text, "attended" int, "lessons" int, "minutes" int, "issuer" text)
      ON CONFLICT DO NOTHING RETURNING "enrolmentId"`;
    const fresh = new Set(issued.map(({ enrolmentId }) => enrolmentId));
    const expiresAt = new Date(now.getTime() + lifetime);
    await enqueue(
      tx,
      candidates
        .filter(({ enrolmentId }) => fresh.has(enrolmentId))
        .map(({ enrolmentId, ...addressee }) =>
          noticeTo(addressee, now, {
            kind: "certificate",
            payload: { enrolmentId },
            lane: "normal",
            expiresAt,
            dedupeKey: `certificate:${enrolmentId}`,
          }),
        ),
    );
    return issued.length;
  });
