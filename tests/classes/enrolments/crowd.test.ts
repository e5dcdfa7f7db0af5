import fc from "fast-check";
import { expect, it } from "vitest";
import {
  acceptOffer,
  declineOffer,
  enrol,
  expireOffers,
  leave,
  offerPlaces,
} from "../../../bot/classes/enrolments/enrolment-store.ts";
import { testDatabase } from "../../support/database.ts";
import { findBroken } from "./count.ts";
import { inviteMany, openGroup } from "./school.ts";

const { database, url } = await testDatabase();
const now = new Date("2026-11-20T12:00:00Z");
const expired = new Date(now.getTime() + 13 * 3_600_000);
const people = await inviteMany(url, 1, 30);

const wishes = ["enrol", "enrol", "leave", "accept", "decline", "expire"] as const;
type Step = { index: number; wish: (typeof wishes)[number] };

it("people who do everything at once in three groups of a course neither block each other nor break a count", async () => {
  const { groupId, courseId } = await openGroup(database, { capacity: 3, now });
  const groupIds = [groupId];
  for (const capacity of [2, 4]) groupIds.push((await openGroup(database, { capacity, courseId, now })).groupId);

  async function does(personId: number, { index, wish }: Step): Promise<unknown> {
    const group = groupIds[index] ?? 0;
    if (wish === "enrol") return enrol(database, { groupId: group, personId, now });
    if (wish === "expire") return expireOffers(database, personId % 10 === 0 ? expired : now);
    const own = await database.enrolment.findFirst({
      where: { personId: BigInt(personId), state: { not: "left" } },
      include: { offers: true },
    });
    const reply = { offerId: own?.offers[0]?.id ?? 0, personId, now };
    if (wish === "leave") return leave(database, { enrolmentId: own?.id ?? 0, personId, now });
    return wish === "accept" ? acceptOffer(database, reply) : declineOffer(database, reply);
  }

  const step = fc.record({ index: fc.nat(2), wish: fc.constantFrom(...wishes) });
  const days = fc.sample(fc.array(step, { minLength: 8, maxLength: 8 }), people.length);
  await Promise.all(
    people.map(async (personId, index) => {
      for (const each of days[index] ?? []) await does(personId, each);
    }),
  );
  for (const id of groupIds) await database.$transaction((tx) => offerPlaces(tx, id, now));
  expect(await findBroken(database)).toEqual([]);
});
