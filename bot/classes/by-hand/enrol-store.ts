import type { Database, Queries } from "../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import type { Language } from "../../words/language.ts";
import { seat } from "../enrolments/enrol-store.ts";
import type { Enrolling } from "../enrolments/enrolment.ts";
import { giveConsent, saveLearner } from "../learners/learner-store.ts";
import { teacherOfGroup } from "../teaching/recipients-store.ts";

/** Somebody who telephoned, and has agreed to be written into the journal. */
export interface Caller {
  name: string;
  /** Null: without a phone. */
  phone: string | null;
  /** Which language they will be spoken to in, should they come to the bot. */
  language: Language;
}

/** What came of it; `isKnown`: the number is that of somebody who uses the bot, and who hears of it there. */
export type EnrolledByHand = Enrolling & { isKnown: boolean };

/**
 * Enrols somebody for whoever teaches the group. A person is known again by their number and name, so that calling twice
 * makes nobody twice; a family that shares a telephone stays several people. The consent was given by word of mouth: the
 * audit log says who took it.
 */
export const enrolByHand = (
  database: Database,
  actor: Actor,
  { groupId, caller }: { groupId: number; caller: Caller },
): Promise<Acted<EnrolledByHand>> =>
  actAs(
    database,
    actor,
    { action: "classes.teach", target: teacherOfGroup(groupId) },
    async (tx, audit): Promise<EnrolledByHand> => {
      const known = await findCaller(tx, caller);
      const personId = known?.personId ?? (await record(tx, caller, actor.now));
      await giveConsent(tx, personId, actor.now);
      const outcome = await seat(tx, { groupId, personId, now: actor.now });
      // The number and the name stay out of the log, which outlives them.
      const after = { personId, state: outcome.kind, consent: "spoken" };
      await audit({ subject: `group:${groupId}`, verb: "enrol", after });
      return { ...outcome, isKnown: known?.isReachable ?? false };
    },
  );

async function findCaller(
  queries: Queries,
  { name, phone }: Caller,
): Promise<{ personId: number; isReachable: boolean } | null> {
  if (phone === null) return null;
  const [found] = await queries.$queryRaw<{ personId: bigint; isReachable: boolean }[]>`
    SELECT l."personId", EXISTS (SELECT FROM "Address" a WHERE a."personId" = l."personId") AS "isReachable"
    FROM "Learner" l WHERE l."phone" = ${phone} AND lower(l."name") = lower(${name})
    ORDER BY "isReachable" DESC, l."personId" LIMIT 1`;
  return found ? { personId: Number(found.personId), isReachable: found.isReachable } : null;
}

async function record(queries: Queries, { name, phone, language }: Caller, now: Date): Promise<number> {
  const [firstName = name] = name.split(" ");
  const { id } = await queries.person.create({
    data: { language, firstName, firstSeenAt: now, lastSeenAt: now },
    select: { id: true },
  });
  await saveLearner(queries, Number(id), { name, phone }, now);
  return Number(id);
}
