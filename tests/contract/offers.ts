import { showOffer } from "../../bot/offers/edit-store.ts";
import { findOfferIds } from "../../bot/offers/index-store.ts";
import { queryWords } from "../../bot/programme/search/query/query-word.ts";
import { type Calls, now } from "./stage.ts";

export const offers: Calls = {
  "offers/edit-store.ts": async (database, { owner }) => {
    const { id } = await database.standingOffer.findFirstOrThrow();
    await showOffer(database, { by: owner, now }, id, false);
  },
  "offers/index-store.ts": (database) => findOfferIds(database, queryWords("кремль"), { now, limit: 2 }),
};
