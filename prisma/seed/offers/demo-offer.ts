import type { NewOffer } from "../../../bot/offers/edit-store.ts";
import type { OfferKind, RouteStop } from "../../../bot/offers/offer.ts";
import type { OpeningHours } from "../../../bot/opening/opening-hours.ts";
import type { Audience, InstitutionDraft, PlaceDraft } from "../../../bot/programme/event.ts";

// ".example" is reserved (RFC 2606): a tap in the demo city can reach nobody's real site.

type Words = [title: string, body: string];

/** Something without a date in the demo city. */
export interface DemoOffer {
  /** "demo:kremlin-walk" */
  origin: string;
  institution: InstitutionDraft;
  place?: PlaceDraft;
  offer: Omit<NewOffer, "institutionId" | "placeId">;
}

export interface More {
  url?: string;
  place?: PlaceDraft;
  price?: number;
  hours?: OpeningHours;
  audiences?: Audience[];
  stops?: RouteStop[];
}

/** Words in Russian, Tatar and English make one of them. */
export function offer(
  [name, kind, institution]: [string, OfferKind, InstitutionDraft],
  [ru, tt, en]: [Words, Words, Words],
  { url, place, price, hours, audiences = [], stops = [] }: More = {},
): DemoOffer {
  const text = ([title, body]: Words) => ({ title, body });
  return {
    origin: `demo:${name}`,
    institution,
    ...(place && { place }),
    offer: {
      ...{ kind, url: url ?? null, audiences, stops, openingHours: hours ?? null, ageMin: null, currency: "RUB" },
      ...{ isFree: price === undefined, priceMin: price ?? null, priceMax: price ?? null },
      texts: { ru: text(ru), tt: text(tt), en: text(en) },
    },
  };
}

/** A stop of a route at a place of the demo city. */
export function stop(place: PlaceDraft, ru: string, tt: string, en: string): RouteStop {
  const { latitude, longitude, texts } = place;
  return {
    point: latitude === undefined || longitude === undefined ? null : { latitude, longitude },
    texts: {
      ru: { title: texts.ru?.title ?? "", body: ru },
      tt: { title: texts.tt?.title ?? "", body: tt },
      en: { title: texts.en?.title ?? "", body: en },
    },
  };
}
