import type { NewOffer } from "../../../bot/offers/edit-store.ts";
import { insertOffer } from "../../../bot/offers/edit-store.ts";
import type { TestCity } from "../../support/city.ts";

/** A virtual tour that costs nothing, unless told otherwise. */
export const offerDraft = (more: Partial<NewOffer> = {}): NewOffer => ({
  ...{ kind: "virtual_tour", institutionId: null, placeId: null, url: "https://tour.example/", ageMin: null },
  ...{ isFree: true, priceMin: null, priceMax: null, currency: "RUB", audiences: [], openingHours: null, stops: [] },
  texts: { ru: { title: "Прогулка по залам", body: null } },
  ...more,
});

/** Puts something without a date into the city and resolves to its id. */
export const plantOffer = (
  { services, clock }: TestCity,
  more: Partial<NewOffer> = {},
  isPublished = true,
): Promise<number> => insertOffer(services.database, offerDraft(more), { now: clock.now(), isPublished });
