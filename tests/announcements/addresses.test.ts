import { expect, it } from "vitest";
import { everybody } from "../../bot/announcements/audience/audience.ts";
import { countAudience } from "../../bot/announcements/audience/audience-store.ts";
import { accountOf } from "../../bot/doors/telegram/door.ts";
import { markBlocked } from "../../bot/people/address-store.ts";
import { textsOf } from "../delivery/post-office.ts";
import { idOf } from "../support/addresses.ts";
import { testDatabase } from "../support/database.ts";
import { addressRow } from "../support/factories/person.ts";
import { nothing, openHall } from "./crowd.ts";

const { database } = await testDatabase();

it("an announcement counts people, and each gets it once, whatever the number of their addresses", async () => {
  const { crowd, clock, announce, deliver, outcomes } = await openHall(database, 3);
  const [alsu, ivan, kate] = crowd;
  for (const [index, person] of crowd.entries()) {
    const there = { door: "max" as const, externalId: `${index}`, isPreferred: false };
    const personId = await idOf(database, person);
    await database.address.create({ data: { ...addressRow(clock.now(), there), personId } });
  }
  // Reached at Telegram alone, at the other one alone, and nowhere.
  await markBlocked(database, { door: "max", externalId: "0" }, true, clock.now());
  if (ivan) await markBlocked(database, accountOf(ivan.user), true, clock.now());
  if (kate) await markBlocked(database, accountOf(kate.user), true, clock.now());
  await markBlocked(database, { door: "max", externalId: "2" }, true, clock.now());
  const counted = await countAudience(database, everybody, clock.now());
  // Two of the staff cannot be written to either.
  expect(counted).toMatchObject({ count: 2, blocked: 3 });

  await markBlocked(database, accountOf(ivan?.user ?? { id: 0 }), false, clock.now());
  const id = await announce();
  await deliver();
  expect(await outcomes(id)).toEqual({ ...nothing, sent: 2 });
  expect([alsu, ivan, kate].map((person) => person && textsOf(person).length)).toEqual([1, 1, 0]);
});
