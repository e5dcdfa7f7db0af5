import { leaveAll } from "../classes/enrolments/enrolment-store.ts";
import type { Database } from "../database/database.ts";
import { keepCountsOf } from "../reports/counting/erased-store.ts";
import type { Language } from "../words/language.ts";
import { forgetRegistrants } from "../zoom/tasks/task-store.ts";
import { erase } from "./erase-store.ts";
import type { QuietHours } from "./quiet-hours.ts";

/** The id of whoever is not known: of no person. */
export const nobody = 0;

export interface Person {
  /** Says nothing about any messenger; `nobody` while nothing is kept of them. */
  id: number;
  language: Language;
  firstName: string;
  /** Null: the city's zone. */
  timeZone: string | null;
  /** When messages that can wait do so; null: never. */
  quiet: QuietHours | null;
  /** Wants no announcements but those of their own classes. */
  mutesAnnouncements: boolean;
  /** True at the very first message. */
  isNew: boolean;
}

export async function setLanguage(database: Database, id: number, language: Language): Promise<void> {
  // Erased meanwhile: there is nobody to set it for.
  await database.person.updateMany({ where: { id: BigInt(id) }, data: { language } });
}

/** Everything kept about a person, for /privacy. What is counted is counted by events. */
export async function findKept(database: Database, id: number): Promise<Kept | null> {
  const [kept] = await database.$queryRaw<Kept[]>`
    SELECT p."language"::text AS "language", p."firstName", p."firstSeenAt", p."lastSeenAt",
           (SELECT count(DISTINCT r."occurrenceId") FROM "Reminder" r WHERE r."personId" = p."id")::int AS "reminders",
           (SELECT count(*) FROM "Rating" r WHERE r."personId" = p."id")::int AS "ratings",
           (SELECT count(*) FROM "SearchQuery" s WHERE s."personId" = p."id" AND s."text" IS NOT NULL)::int AS "searches",
           l."name" AS "journalName", l."phone",
           (SELECT count(DISTINCT e."groupId") FROM "Enrolment" e WHERE e."personId" = p."id")::int AS "classes"
    FROM "Person" p LEFT JOIN "Learner" l ON l."personId" = p."id" WHERE p."id" = ${BigInt(id)}`;
  return kept ?? null;
}

interface Kept {
  language: Language;
  firstName: string;
  firstSeenAt: Date;
  lastSeenAt: Date;
  reminders: number;
  ratings: number;
  /** What they searched for, as far as it is kept. */
  searches: number;
  /** As in the journal of the classes; null: not in it. */
  journalName: string | null;
  /** Null: without a phone. */
  phone: string | null;
  /** Groups that they are or were in, or in line for. */
  classes: number;
}

/** The step of the update that erases its sender, whose outcome says in which language to take leave. */
export const erasing = "forget-me";

/** Erases a person, whose places in classes go to those who wait; a later message from them begins anew. */
export async function forget(database: Database, id: number, now: Date): Promise<void> {
  await database.$transaction(async (tx) => {
    // What they just do as staff comes first (staff/act-store.ts): it would wait for the person, and this for the role.
    await tx.$executeRaw`SELECT 1 FROM "StaffRole" WHERE "personId" = ${BigInt(id)} FOR UPDATE`;
    await keepCountsOf(tx, id);
    await forgetRegistrants(tx, id, now);
    await leaveAll(tx, id, now);
    await erase(tx, id);
  });
}
