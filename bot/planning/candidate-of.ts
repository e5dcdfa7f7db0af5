import { DateTime } from "luxon";
import { type OfferKind, type StandingOffer, townKinds } from "../offers/offer.ts";
import { instantsOn } from "../opening/opening-hours.ts";
import type { Card } from "../programme/card/card.ts";
import type { Accessibility, AttendanceMode, Audience } from "../programme/event.ts";
import { fold } from "../text/fold.ts";
import { textIn } from "../words/language.ts";
import type { Candidate, EveningSetting, Spot, TimeSlot } from "./candidate.ts";
import type { EveningWish } from "./evening.ts";
import { worthOf } from "./worth.ts";

/** A date of the programme, as far as planning looks at it. */
export interface PlannedDate {
  occurrenceId: number;
  eventId: number;
  institutionId: number | null;
  /** In Russian or the next language that has one: by it the same thing entered twice is known. */
  title: string;
  section: string;
  attendanceMode: AttendanceMode;
  startsAt: Date;
  endsAt: Date;
  placeId: number | null;
  latitude: number | null;
  longitude: number | null;
  audiences: Audience[];
  accessibility: Accessibility[];
  isFree: boolean;
  isFreeOnline: boolean;
  /** Mean of the stars people gave; null while too few have. */
  stars: number | null;
}

export const dateKey = (occurrenceId: number): string => `d${occurrenceId}`;
export const offerKey = (offerId: number): string => `o${offerId}`;

/** Where something that is both takes place: at home only for who stays there. */
const isAtHome = (mode: AttendanceMode, setting: EveningSetting): boolean =>
  mode === "online" || (mode === "mixed" && setting === "home");

/** A date as a candidate: at its hour and nowhere else. */
export function candidateOfDate(
  date: PlannedDate,
  { setting, company }: Pick<EveningWish, "setting" | "company">,
): Candidate {
  const { occurrenceId, eventId, institutionId, title, placeId, latitude, longitude } = date;
  const isHome = isAtHome(date.attendanceMode, setting);
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  const spot: Spot | null = isHome ? null : { id: placeId, point };
  const isFree = date.isFree || (isHome && date.isFreeOnline);
  return {
    key: dateKey(occurrenceId),
    subjects: [`event ${eventId}`, `${institutionId ?? `place ${placeId ?? "none"}`} ${fold(title)}`],
    kind: date.section,
    spans: [{ from: date.startsAt.getTime(), until: date.endsAt.getTime() }],
    stay: null,
    ...{ begins: spot, ends: spot },
    worth: worthOf("date", { ...date, isFree }, company),
  };
}

/** What a card says of its date. */
export const dateOfCard = ({ place, texts, rating, ...card }: Card): PlannedDate => ({
  ...card,
  title: textIn(texts, "ru")?.title ?? "",
  latitude: place?.latitude ?? null,
  longitude: place?.longitude ?? null,
  stars: rating?.average ?? null,
});

/** Minutes that one stays with what has no date. */
const stays: Readonly<Record<OfferKind, number>> = {
  exhibition: 60,
  walking_route: 90,
  virtual_tour: 45,
  e_library: 60,
  web_collection: 45,
  training: 60,
};

/** A route has no doors, but daylight: from one hour of the day to another. */
const routeHours = { from: 9, until: 20 };

/**
 * Something without a date as a candidate, while its doors are open on a day; null where nobody knows when they are, or where it
 * does not belong to such an evening.
 */
export function candidateOfOffer(
  offer: StandingOffer,
  { setting, company, day }: EveningWish,
  zone: string,
): Candidate | null {
  const isTown = townKinds.includes(offer.kind);
  if (isTown !== (setting === "town")) return null;
  const spans = spansOf(offer, day, zone);
  if (spans.length === 0) return null;
  const { begins, ends } = isTown ? spotsOf(offer) : { begins: null, ends: null };
  return {
    key: offerKey(offer.id),
    subjects: [`offer ${offer.id}`, `${offer.institutionId ?? "none"} ${fold(textIn(offer.texts, "ru")?.title ?? "")}`],
    kind: offer.kind,
    spans,
    stay: stays[offer.kind] * 60_000,
    ...{ begins, ends },
    worth: worthOf("offer", { ...offer, accessibility: [], stars: null }, company),
  };
}

function spansOf({ kind, hours }: StandingOffer, day: string, zone: string): TimeSlot[] {
  if (hours !== null)
    return instantsOn(hours, day, zone).map(({ from, until }) => ({ from: from.getTime(), until: until.getTime() }));
  if (kind === "exhibition") return [];
  const midnight = DateTime.fromISO(day, { zone });
  const at = (hour: number) =>
    midnight
      .plus({ days: hour === 24 ? 1 : 0 })
      .set({ hour: hour % 24 })
      .toMillis();
  const { from, until } = kind === "walking_route" ? routeHours : { from: 0, until: 24 };
  return [{ from: at(from), until: at(until) }];
}

/** Where one goes first, and where it ends: a route leads somewhere else. */
function spotsOf({ place, placeId, stops }: StandingOffer): { begins: Spot; ends: Spot } {
  const own = place?.point ?? null;
  const points = stops.flatMap(({ point }) => point ?? []);
  const [first] = points;
  if (first === undefined) return { begins: { id: placeId, point: own }, ends: { id: placeId, point: own } };
  return { begins: { id: null, point: first }, ends: { id: null, point: points.at(-1) ?? first } };
}
