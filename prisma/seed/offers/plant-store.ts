import type { Database } from "../../../bot/database/database.ts";
import { insertOffer } from "../../../bot/offers/edit-store.ts";
import { saveInstitution, savePlaces } from "../../../bot/programme/place-store.ts";
import { homeOffers } from "./home.ts";
import { houseHours } from "./hours.ts";
import { townOffers } from "./town.ts";

/** Milliseconds; Prisma's own five seconds are gone on a busy machine, and what comes after them is saved without the rest. */
const patience = { maxWait: 60_000, timeout: 60_000 };

/** Saves what the demo city has without a date, and when its houses are open; what was planted before goes. */
export async function plantDemoOffers(database: Database, now: Date): Promise<void> {
  await database.standingOffer.deleteMany({ where: { origin: { startsWith: "demo:" } } });
  await database.$transaction(async (tx) => {
    for (const { origin, institution, place, offer } of [...townOffers, ...homeOffers]) {
      const institutionId = await saveInstitution(tx, institution);
      const placeId = place === undefined ? null : ((await savePlaces(tx, [place])).get(place.origin) ?? null);
      await insertOffer(tx, { ...offer, institutionId, placeId }, { now, isPublished: true, origin });
    }
    for (const [house, hours] of houseHours) {
      const id = await saveInstitution(tx, house);
      await tx.institution.update({ where: { id }, data: { openingHours: JSON.parse(JSON.stringify(hours)) } });
    }
  }, patience);
}
