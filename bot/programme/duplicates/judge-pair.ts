import { likenessOf, likenessOfTitles, perhapsAlike, surelyAlike } from "./likeness.ts";

export interface ComparedPlace {
  id: number;
  titles: readonly string[];
  addresses: readonly string[];
  /** Degrees, WGS 84. */
  latitude: number | null;
  longitude: number | null;
}

export interface ComparedDate {
  /** Milliseconds since 1970. */
  startsAt: number;
  hasStartTime: boolean;
  /** ISO date on the clock of its city. */
  day: string;
  isCancelled: boolean;
  place: ComparedPlace | null;
}

/** What of an event tells whether it is the same as another one. */
export interface ComparedEvent {
  eventId: number;
  titles: readonly string[];
  institutionId: number | null;
  /** Dates that have not ended, cancelled ones too. */
  dates: readonly ComparedDate[];
}

/** What keeps a pair from being certain. */
export const doubts = ["title", "place", "hour", "dates", "several", "by_hand"] as const;
export type Doubt = (typeof doubts)[number];

export type Verdict =
  | { kind: "same"; likeness: number }
  | { kind: "similar"; likeness: number; doubt: Doubt }
  | { kind: "different" };

/**
 * Tells whether two events of different sources are one: the same place and start, and titles that are alike. Certain is only a
 * pair of which one has all dates of the other, so that no date is lost when one of them is not shown any more.
 */
export function judgePair(one: ComparedEvent, other: ComparedEvent): Verdict {
  const likeness = likenessOfTitles(one.titles, other.titles);
  if (likeness < perhapsAlike) return { kind: "different" };
  const house = one.institutionId !== null && one.institutionId === other.institutionId;
  const meetings = one.dates.flatMap((date) =>
    other.dates.flatMap((match) => {
      if (date.isCancelled || match.isCancelled) return [];
      const where = comparePlaces(date.place, match.place, house);
      if (where === "elsewhere") return [];
      if (date.startsAt === match.startsAt && date.hasStartTime === match.hasStartTime) return [where];
      return date.day === match.day && date.hasStartTime !== match.hasStartTime ? (["hour"] as const) : [];
    }),
  );
  const isAlike = likeness >= surelyAlike;
  if (meetings.includes("here")) {
    if (!isAlike) return { kind: "similar", likeness, doubt: "title" };
    const isWhole = hasDatesOf(one, other) || hasDatesOf(other, one);
    return isWhole ? { kind: "same", likeness } : { kind: "similar", likeness, doubt: "dates" };
  }
  if (!isAlike) return { kind: "different" };
  if (meetings.includes("unknown")) return { kind: "similar", likeness, doubt: "place" };
  return meetings.includes("hour") ? { kind: "similar", likeness, doubt: "hour" } : { kind: "different" };
}

/** Whether an event has each date of the other one, at its hour where both know it. */
export const hasDatesOf = (one: ComparedEvent, other: ComparedEvent): boolean => {
  const coming = other.dates.filter(({ isCancelled }) => !isCancelled);
  const matched = matchDates(coming, one.dates);
  return (
    matched.length === coming.length &&
    matched.every(([date, match]) => date.startsAt === match.startsAt || date.hasStartTime !== match.hasStartTime)
  );
};

/** Whether it has a date for each day of the other one: of the hour of merged events sources may disagree by and by. */
export const hasDaysOf = (one: ComparedEvent, other: ComparedEvent): boolean => {
  const coming = other.dates.filter(({ isCancelled }) => !isCancelled);
  return matchDates(coming, one.dates).length === coming.length;
};

/** Pairs the dates of one event with those of another, each at most once: at the same moment, else on the same day. */
export function matchDates<D extends ComparedDate>(dates: readonly D[], others: readonly D[]): [D, D][] {
  const free = new Set(others);
  const left = new Set(dates);
  const pairs: [D, D][] = [];
  const match = (fits: (date: D, other: D) => boolean): void => {
    for (const date of left) {
      const found = [...free].find(
        (other) => fits(date, other) && comparePlaces(date.place, other.place, false) !== "elsewhere",
      );
      if (found === undefined) continue;
      free.delete(found);
      left.delete(date);
      pairs.push([date, found]);
    }
  };
  match((date, other) => date.startsAt === other.startsAt);
  match((date, other) => date.day === other.day);
  return pairs;
}

/** Metres within which two points are one house, and beyond which they are two, whatever they are called. */
const [sameHouse, otherHouse] = [120, 600];

type Where = "here" | "elsewhere" | "unknown";

/** Tells whether two places are one; places of different sources have numbers of their own. */
export function comparePlaces(one: ComparedPlace | null, other: ComparedPlace | null, isOneHouse: boolean): Where {
  if (one === null || other === null) return isOneHouse ? "here" : "unknown";
  if (one.id === other.id) return "here";
  const metres = metresBetween(one, other);
  if (metres !== null && metres <= sameHouse) return "here";
  if (metres !== null && metres > otherHouse) return "elsewhere";
  const likeness = likenessOfTitles(one.titles, other.titles);
  if (likeness >= surelyAlike || isOneAddress(one, other)) return "here";
  if (likeness > 0 || isOneHouse) return "unknown";
  return one.titles.length > 0 && other.titles.length > 0 ? "elsewhere" : "unknown";
}

/** Addresses with the number of a house that are written alike: «ул. Баумана, 44» and «Баумана 44». */
function isOneAddress(one: ComparedPlace, other: ComparedPlace): boolean {
  const bare = (address: string): string =>
    address.replaceAll(/(?<!\p{L})(?:г|ул|улица|пр|просп|пл|д|дом|город)\.?(?!\p{L})/giu, " ");
  return one.addresses.some((left) =>
    other.addresses.some((right) => /\d/u.test(left) && likenessOf(bare(left), bare(right)) >= surelyAlike),
  );
}

/** Metres of a degree of latitude. */
const degree = 111_320;

function metresBetween(one: ComparedPlace, other: ComparedPlace): number | null {
  if (one.latitude === null || one.longitude === null || other.latitude === null || other.longitude === null)
    return null;
  const north = (one.latitude - other.latitude) * degree;
  const east = (one.longitude - other.longitude) * degree * Math.cos((one.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}
