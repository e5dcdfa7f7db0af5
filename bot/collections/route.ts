import type { ProgrammeItem } from "./arrange.ts";

/** A place where one goes, and from when on. */
export interface PlaceOnRoute {
  title: string;
  latitude: number;
  longitude: number;
  /** The hours at which something is wanted there, in order. */
  hours: Date[];
  /** Metres as the crow flies from the stop before; null at the first. */
  distance: number | null;
}

export interface Route {
  stops: PlaceOnRoute[];
  /** There are more than a map shows as one way. */
  isCut: boolean;
  /** It leads to what the reader chose. */
  isChosen: boolean;
}

/** Stops that a map still shows as one way. */
const mostStops = 10;

/**
 * The way through a programme: the places of what somebody chose in the order of its hours, a place again where they come
 * back to it; of nothing chosen, each place once, by the first hour there. What is over, called off, at home or not on the
 * map is left out.
 */
export function routeOf(items: readonly ProgrammeItem[], now: Date): Route {
  const reachable = items.filter(
    ({ endsAt, status, attendanceMode }) =>
      endsAt > now && attendanceMode !== "online" && status !== "cancelled" && status !== "postponed",
  );
  const chosen = reachable.filter(({ isChosen }) => isChosen);
  const walked = (chosen.length > 0 ? chosen : firstOfEachPlace(reachable)).toSorted(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
  );
  const stops: (PlaceOnRoute & { placeId: number })[] = [];
  for (const { placeId, place, latitude, longitude, startsAt } of walked) {
    if (placeId === null || latitude === null || longitude === null) continue;
    const before = stops.at(-1);
    if (before?.placeId === placeId) before.hours.push(startsAt);
    else {
      const distance = before === undefined ? null : metresBetween(before, { latitude, longitude });
      stops.push({ placeId, title: place ?? "", latitude, longitude, hours: [startsAt], distance });
    }
  }
  return {
    stops: stops.slice(0, mostStops).map(({ placeId: _, ...stop }) => stop),
    isCut: stops.length > mostStops,
    isChosen: chosen.length > 0,
  };
}

function firstOfEachPlace(items: readonly ProgrammeItem[]): ProgrammeItem[] {
  const seen = new Set<number>();
  return items.filter(({ placeId }) => {
    if (placeId === null || seen.has(placeId)) return false;
    seen.add(placeId);
    return true;
  });
}

interface Point {
  latitude: number;
  longitude: number;
}

/** Metres on a sphere (haversine), as near as bot/programme/listing/near.sql.ts. */
export function metresBetween(from: Point, to: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const across = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  const along = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const share = across + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * along;
  return 12_742_000 * Math.asin(Math.min(1, Math.sqrt(share)));
}

/** The address of a map that shows the stops as one way on foot, or the single one as a point. */
export function routeLink(stops: readonly PlaceOnRoute[]): string {
  const at = ({ latitude, longitude }: PlaceOnRoute) => `${latitude},${longitude}`;
  const [first] = stops;
  if (first !== undefined && stops.length === 1)
    return `https://yandex.ru/maps/?pt=${first.longitude},${first.latitude}&z=16&l=map`;
  return `https://yandex.ru/maps/?rtext=${stops.map(at).join("~")}&rtt=pd`;
}
