import { enrol } from "../../../bot/classes/enrolments/enrolment-store.ts";
import { giveConsent, saveLearner } from "../../../bot/classes/learners/learner-store.ts";
import type { Database } from "../../../bot/database/database.ts";
import type { ExternalAccount } from "../../../bot/people/address.ts";
import { findPersonId, markBlocked } from "../../../bot/people/address-store.ts";
import { introduce } from "../../../bot/people/introduce-store.ts";
import { nobody } from "../../../bot/people/person-store.ts";
import type { Language } from "../../../bot/words/language.ts";
import { plantAttendance } from "./attendance-store.ts";

/** Somebody of the playground who has been learning here for a while. */
export interface Regular {
  account: ExternalAccount;
  firstName: string;
  /** Names as in the journal. */
  name: string;
  language: Language;
}

/**
 * Lets somebody have finished the demo group that is over, with a certificate to be opened, and be in the one that meets
 * within the hour, so that the way in comes by itself. Nothing happens to somebody who is in the journal already.
 */
export async function plantRegular(database: Database, regular: Regular, now: Date): Promise<void> {
  const { account, firstName, name, language } = regular;
  const known = await findPersonId(database, account);
  const finished = await database.group.findUnique({
    where: { origin: "demo:state-services/2" },
    include: { lessons: { orderBy: { number: "asc" }, take: 1 } },
  });
  const soon = await database.group.findUnique({ where: { origin: "demo:phone-help/1" } });
  const isIn = await database.enrolment.count({
    where: { personId: known ?? nobody, group: { origin: { startsWith: "demo:" } } },
  });
  if (finished === null || soon === null || isIn > 0) return;
  const personId = await introduce(
    database,
    { ...account, chatId: account.externalId, language, firstName, now },
    null,
  );
  // Until she says something nobody may write to her: what is due waits, as for everybody who blocked the bot.
  if (known === undefined) await markBlocked(database, account, true, now);
  await giveConsent(database, personId, now);
  await saveLearner(database, personId, { name, phone: null }, now);
  await enrol(database, { groupId: soon.id, personId, now });

  const begun = finished.lessons[0]?.startsAt ?? now;
  await database.group.update({
    where: { id: finished.id },
    data: {
      ...{ taken: { increment: 1 }, nextTicket: { increment: 1 } },
      enrolments: {
        create: { personId, state: "enrolled", ticket: finished.nextTicket, createdAt: begun, changedAt: begun },
      },
    },
  });
  await plantAttendance(database, finished.id, now);
}
