import type { ProgrammeItem } from "./arrange.ts";
import type { CollectionDates } from "./collection.ts";

/** A place where one goes, and from when on. */
export interface PlaceOnRoute {
  title: string;
  latitude: number;
  longitude: number;
  /** The hours at which one is there, in order. */
  hours: Date[];
  /** Metres as the crow flies from the stop before; null at the first. */
  distance: number | null;
}

export interface Route {
  stops: PlaceOnRoute[];
  /** Places where one could go that it does not lead to. */
  leftOut: number;
  /** It leads to what the reader chose. */
  isChosen: boolean;
}

/** The time in which one can go: a Night's own hours, or from now on. */
export interface RouteTime {
  now: Date;
  dates: Pick<CollectionDates, "startsAt" | "endsAt"> | null;
}

/** Stops that a map still shows as one way. */
const mostStops = 10;

/** The pace of somebody who is in no hurry, in metres a minute; streets are longer than a line through the air by so much. */
const pace = 60;
const detour = 1.3;

/** Milliseconds of a minute. */
const minute = 60_000;

/** Metres from one stop to the next, and of the whole way, that an evening on foot has. */
const farthest = 1_500;
const longest = 6_000;

/** Minutes at a place where one may come and go, and from how many on a place is one: an exhibition is, a concert is not. */
const stay = 40;
const openFor = 150;

/** Minutes between the hours at which one may be told to come there. */
const step = 20;

/** Minutes that one waits for something to begin. */
const longestWait = 45;

/** Milliseconds from one visit to the next at most: the longest way and the longest wait. */
const mostBetween = ((farthest * detour) / pace + longestWait) * minute;

/** Hours told of one door: those of a day. */
const mostHours = (24 * 60) / step;

/** Minutes after the first beginning in which a way may begin: who comes to a Night comes for its beginning. */
const firstSteps = 120;

/**
 * The way through a programme. Of what somebody chose: its places in the order of its hours, a place again where they come
 * back to it. Of nothing chosen: a walk to as many places as can be reached in time, once to each, with the hour at which one
 * is there. What is over, called off, at home or not on the map is left out.
 */
export function routeOf(items: readonly ProgrammeItem[], time: RouteTime): Route {
  const reachable = reachableOf(items, time.now);
  const chosen = reachable.filter(({ isChosen }) => isChosen);
  const isChosen = chosen.length > 0;
  const stops = isChosen ? inOrder(chosen) : walk(reachable, time);
  const reached = new Set(stops.map(({ placeId }) => placeId));
  const missed = (isChosen ? chosen : reachable).filter(({ placeId }) => !reached.has(placeId));
  return {
    stops: stops.map(({ placeId: _, ...stop }) => stop),
    leftOut: new Set(missed.map(({ placeId }) => placeId)).size,
    isChosen,
  };
}

/** Whether there is anywhere to go. */
export const hasRoute = (items: readonly ProgrammeItem[], now: Date): boolean => reachableOf(items, now).length > 0;

const reachableOf = (items: readonly ProgrammeItem[], now: Date): Reachable[] =>
  items.flatMap((item) => {
    const { endsAt, status, attendanceMode, placeId, latitude, longitude } = item;
    const isCalledOff = status === "cancelled" || status === "postponed";
    if (endsAt <= now || attendanceMode === "online" || isCalledOff) return [];
    return placeId === null || latitude === null || longitude === null
      ? []
      : [{ ...item, placeId, latitude, longitude }];
  });

type Reachable = ProgrammeItem & { placeId: number } & Point;
type Stop = PlaceOnRoute & { placeId: number };

function inOrder(chosen: readonly Reachable[]): Stop[] {
  const stops: Stop[] = [];
  for (const item of chosen.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())) {
    const before = stops.at(-1);
    if (before?.placeId === item.placeId) before.hours.push(item.startsAt);
    else stops.push(stopAt(item, item.startsAt, before));
  }
  return stops.slice(0, mostStops);
}

const stopAt = ({ placeId, place, latitude, longitude }: Reachable, hour: Date, before: Point | undefined): Stop => ({
  ...{ placeId, title: place ?? "", latitude, longitude, hours: [hour] },
  distance: before === undefined ? null : metresBetween(before, { latitude, longitude }),
});

/** Something to go to, from when to when. */
interface Visit {
  item: Reachable;
  enters: Date;
  leaves: Date;
}

/** A way that ends with a visit. */
interface Way {
  visit: Visit;
  before: Way | null;
  count: number;
  metres: number;
}

/** The walk that leads to most places, of all that begin with the programme; of as many, the shortest. */
function walk(reachable: readonly Reachable[], { now, dates }: RouteTime): Stop[] {
  const from = dates === null || dates.startsAt < now ? now : dates.startsAt;
  const visits = reachable
    .flatMap((item) => visitsOf(item, from, dates?.endsAt))
    .toSorted((one, other) => one.enters.getTime() - other.enters.getTime());
  const first = visits[0]?.enters.getTime() ?? 0;
  const ways: Way[] = [];
  let best: Way | null = null;
  for (const visit of visits) {
    const isEarly = visit.enters.getTime() - first <= firstSteps * minute;
    let way: Way | null = isEarly ? { visit, before: null, count: 1, metres: 0 } : null;
    for (const before of ways) {
      const longer = goOn(before, visit);
      if (longer !== null && isBetter(longer, way)) way = longer;
    }
    if (way === null) continue;
    ways.push(way);
    if (isBetter(way, best)) best = way;
  }
  return stopsOf(best);
}

/** The hours at which one can be there: that of its beginning, or, where a door is open for long, any. */
function visitsOf(item: Reachable, from: Date, to: Date | undefined): Visit[] {
  const { startsAt, endsAt } = item;
  const isOpenForLong = endsAt.getTime() - startsAt.getTime() >= openFor * minute;
  if (!isOpenForLong) return startsAt < from ? [] : [{ item, enters: startsAt, leaves: endsAt }];
  const closes = to === undefined || endsAt < to ? endsAt : to;
  const visits: Visit[] = [];
  for (let at = Math.max(startsAt.getTime(), from.getTime()); ; at += step * minute) {
    const leaves = new Date(at + stay * minute);
    if (leaves > closes || visits.length === mostHours) return visits;
    visits.push({ item, enters: new Date(at), leaves });
  }
}

/** A way with one more visit; null where it is too far, too early or too late for that. */
function goOn(before: Way, visit: Visit): Way | null {
  const waits = visit.enters.getTime() - before.visit.leaves.getTime();
  if (waits < 0 || waits > mostBetween || before.count === mostStops || leadsTo(before, visit.item.placeId))
    return null;
  const metres = metresBetween(before.visit.item, visit.item);
  if (metres > farthest || before.metres + metres > longest) return null;
  const onFoot = ((metres * detour) / pace) * minute;
  if (waits < onFoot || waits > onFoot + longestWait * minute) return null;
  return { visit, before, count: before.count + 1, metres: before.metres + metres };
}

const leadsTo = (way: Way | null, placeId: number): boolean =>
  way !== null && (way.visit.item.placeId === placeId || leadsTo(way.before, placeId));

const isBetter = (one: Way, other: Way | null): boolean =>
  other === null || one.count > other.count || (one.count === other.count && one.metres < other.metres);

function stopsOf(way: Way | null): Stop[] {
  if (way === null) return [];
  return [...stopsOf(way.before), stopAt(way.visit.item, way.visit.enters, way.before?.visit.item)];
}

/** Metres of a whole way. */
export const lengthOf = (stops: readonly PlaceOnRoute[]): number =>
  stops.reduce((sum, { distance }) => sum + (distance ?? 0), 0);

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
