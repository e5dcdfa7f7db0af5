import type { Database, Queries } from "../../../database/database.ts";
import { openCourse } from "../../courses/group.sql.ts";
import { settleIn } from "../after-enrol-store.ts";
import type { EnrolmentState, OfferAnswer, OfferState } from "../enrolment.ts";
import { findStandings, lockGroups, lockPerson, patience } from "../lock-store.ts";
import { vacate } from "../release-store.ts";

/** An offer, and who answers it when. */
export interface OfferReply {
  offerId: number;
  personId: number;
  now: Date;
}

/** Takes the offered place. After the offer has expired it is too late, even if nobody took the place back yet. */
export async function acceptOffer(database: Database, reply: OfferReply): Promise<OfferAnswer> {
  return answer(database, reply, async (tx, { groupId, enrolmentId }) => {
    const { offerId, personId, now } = reply;
    // Nobody gets into a course that was withdrawn meanwhile; whoever is in it goes on.
    const [open] = await tx.$queryRaw<{ id: number }[]>`
      SELECT c."id" FROM "Group" g JOIN "Course" c ON c."id" = g."courseId" WHERE g."id" = ${groupId} AND ${openCourse(now)}`;
    if (open === undefined) return { kind: "gone" };
    const standings = await findStandings(tx, { groupId, personId, now });
    await tx.$executeRaw`
      WITH accepted AS (UPDATE "Offer" SET "state" = 'accepted', "settledAt" = ${now} WHERE "id" = ${offerId})
      UPDATE "Enrolment" SET "state" = 'enrolled', "changedAt" = ${now} WHERE "id" = ${enrolmentId}`;
    await settleIn(tx, { enrolmentId, groupId, personId, now }, standings);
    return { kind: "accepted", groupId, enrolmentId };
  });
}

/** Gives the offered place to the next in line. Who waits for another group of the course goes on waiting there. */
export async function declineOffer(database: Database, reply: OfferReply): Promise<OfferAnswer> {
  return answer(database, reply, async (tx, { groupId, enrolmentId }) => {
    await vacate(tx, [enrolmentId], "declined", reply.now);
    return { kind: "declined", groupId };
  });
}

interface Offered {
  groupId: number;
  enrolmentId: number;
  state: OfferState;
  expiresAt: Date;
  standing: EnrolmentState;
}

/** Does `work` if the offer is still open, else says what became of it. */
async function answer(
  database: Database,
  reply: OfferReply,
  work: (tx: Queries, offer: Offered) => Promise<OfferAnswer>,
): Promise<OfferAnswer> {
  return database.$transaction(async (tx) => {
    await lockPerson(tx, reply.personId);
    const seen = await findOwnOffer(tx, reply);
    if (seen === null) return { kind: "gone" };
    const standings = await findStandings(tx, { ...reply, groupId: seen.groupId });
    await lockGroups(tx, [seen.groupId, ...standings.map(({ groupId }) => groupId)]);
    // The offer may have expired while the group was busy.
    const offer = (await findOwnOffer(tx, reply)) ?? seen;
    const outcome = became(offer, reply.now);
    if (outcome === null) return work(tx, offer);
    // Nobody took the place back yet: whoever answers late may then join the line again at once.
    if (offer.state === "open") await vacate(tx, [offer.enrolmentId], "expired", reply.now);
    return outcome;
  }, patience);
}

/** What became of an offer; null as long as it is open. */
function became({ groupId, enrolmentId, state, expiresAt, standing }: Offered, now: Date): OfferAnswer | null {
  switch (state) {
    case "open":
      return expiresAt > now ? null : { kind: "late", groupId, expiresAt };
    case "accepted":
      return standing === "enrolled" ? { kind: "accepted", groupId, enrolmentId } : { kind: "gone" };
    case "declined":
      return { kind: "declined", groupId };
    case "expired":
      return { kind: "late", groupId, expiresAt };
    case "withdrawn":
      return { kind: "gone" };
  }
}

async function findOwnOffer(queries: Queries, { offerId, personId }: OfferReply): Promise<Offered | null> {
  const [offer] = await queries.$queryRaw<Offered[]>`
    SELECT o."groupId", o."enrolmentId", o."state"::text AS "state", o."expiresAt", e."state"::text AS "standing"
    FROM "Offer" o JOIN "Enrolment" e ON e."id" = o."enrolmentId"
    WHERE o."id" = ${offerId} AND e."personId" = ${BigInt(personId)}`;
  return offer ?? null;
}
