import type { OpeningHours } from "../opening/opening-hours.ts";
import type { AgeRating, Audience } from "../programme/event.ts";
import type { Texts } from "../words/language.ts";
import type { Price } from "../words/price.ts";

/** What is there without a date, by what it is. */
export const offerKinds = [
  "exhibition",
  "walking_route",
  "virtual_tour",
  "e_library",
  "web_collection",
  "training",
] as const;
export type OfferKind = (typeof offerKinds)[number];

/** Kinds for which one leaves the house. */
export const townKinds: readonly OfferKind[] = ["exhibition", "walking_route"];

/** An exhibition is behind the doors of its house: without a place and hours of its own it has those of the institution. */
export const isBehindDoors = (kind: OfferKind): boolean => kind === "exhibition";

/** Parts of the list: all of it, what is had from home, what one goes to, or one kind. */
export const shelves = ["all", "home", "town", ...offerKinds] as const;
export type OfferShelf = (typeof shelves)[number];

/** Characters of a title, and of a text with room for the rest of Telegram's 4096; stops of a route. */
export const offerLimits = { title: 200, body: 3_000, stopBody: 500, stops: 30 };

export interface OfferWords {
  title: string;
  body: string | null;
}

/** A point on the map: degrees, WGS 84. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** A stop of a walking route. */
export interface RouteStop {
  texts: Texts<OfferWords>;
  point: Point | null;
}

/** Where one goes. */
export interface OfferPlace {
  texts: Texts<{ title: string; address: string | null }>;
  point: Point | null;
}

/** The fields of a standing offer that its editors set, besides its texts and stops. */
export interface OfferFields extends Required<Pick<Price, "isFree">> {
  kind: OfferKind;
  institutionId: number | null;
  placeId: number | null;
  url: string | null;
  priceMin: number | null;
  priceMax: number | null;
  currency: string;
  ageMin: AgeRating | null;
  audiences: Audience[];
  openingHours: OpeningHours | null;
}

/** Something without a date, as cards and editors see it. */
export interface StandingOffer extends OfferFields {
  id: number;
  texts: Texts<OfferWords>;
  /** In the order in which they are walked. */
  stops: (RouteStop & { id: number })[];
  institution: Texts<string>;
  /** Its own, or the home of its institution where it is behind doors. */
  place: OfferPlace | null;
  /** Its own hours, or those of its institution where it is behind doors. */
  hours: OpeningHours | null;
  state: "draft" | "shown" | "withdrawn";
}
