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

/** Metres from one stop to the next, and of the whole way, that an evening on foot has. */
const farthest = 1_500;
const longest = 6_000;

/** Minutes at a place where one may come and go, and from how many on a place is one: an exhibition is, a concert is not. */
const stay = 40;
const openFor = 150;

/** Minutes that one waits for something to begin. */
const longestWait = 45;

/** Minutes after the first beginning in which a way may begin: who comes to a Night comes for its beginning. */
const firstSteps = 120;

/**
 * The way through a programme. Of what somebody chose: its places in the order of its hours, a place again where they come
 * back to it. Of nothing chosen: a walk from one place to the nearest that can still be reached in time, once to each, with
 * the hour at which one is there. What is over, called off, at home or not on the map is left out.
 */
export function routeOf(items: readonly ProgrammeItem[], time: RouteTime): Route {
  const { now } = time;
  const reachable = items.flatMap((item) => {
    const { endsAt, status, attendanceMode, placeId, latitude, longitude } = item;
    const isCalledOff = status === "cancelled" || status === "postponed";
    if (endsAt <= now || attendanceMode === "online" || isCalledOff) return [];
    return placeId === null || latitude === null || longitude === null
      ? []
      : [{ ...item, placeId, latitude, longitude }];
  });
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

/** The walk that leads to most places, of all that begin with the programme; of as many, the shortest. */
function walk(reachable: readonly Reachable[], { now, dates }: RouteTime): Stop[] {
  const from = dates === null || dates.startsAt < now ? now : dates.startsAt;
  const open = reachable
    .map((item) => ({ item, opens: later(item.startsAt, from), closes: earlier(item.endsAt, dates?.endsAt) }))
    .filter(({ opens, closes }) => opens < closes);
  const first = Math.min(...open.map(({ opens }) => opens.getTime()));
  const starts = open.filter(({ opens }) => opens.getTime() - first <= firstSteps * minute);
  const nearestStarts = [...Map.groupBy(starts, ({ item }) => item.placeId).values()].flatMap(([one]) => one ?? []);
  let best: Stop[] = [];
  for (const start of nearestStarts) {
    const tried = walkFrom(start, open);
    const isBetter = tried.length === best.length ? lengthOf(tried) < lengthOf(best) : tried.length > best.length;
    if (isBetter) best = tried;
  }
  return best;
}

/** Something to go to, with the time in which its door is open to whoever walks. */
interface Open {
  item: Reachable;
  opens: Date;
  closes: Date;
}

function walkFrom(start: Open, all: readonly Open[]): Stop[] {
  const stops = [stopAt(start.item, start.opens, undefined)];
  const seen = new Set([start.item.placeId]);
  let free = leavesAt(start, start.opens);
  let walked = 0;
  for (let here: Point = start.item; stops.length < mostStops; ) {
    let next: { to: Open; at: Date; metres: number } | undefined;
    for (const to of all) {
      if (seen.has(to.item.placeId)) continue;
      const metres = metresBetween(here, to.item);
      if (metres > farthest || walked + metres > longest) continue;
      const at = entersAt(to, new Date(free.getTime() + ((metres * detour) / pace) * minute));
      if (at === null || at.getTime() - free.getTime() > (longestWait + (metres * detour) / pace) * minute) continue;
      if (next === undefined || at < next.at || (at.getTime() === next.at.getTime() && metres < next.metres))
        next = { to, at, metres };
    }
    if (next === undefined) return stops;
    stops.push(stopAt(next.to.item, next.at, here));
    seen.add(next.to.item.placeId);
    walked += next.metres;
    free = leavesAt(next.to, next.at);
    here = next.to.item;
  }
  return stops;
}

/** When whoever comes is inside: at its beginning, or to the next five minutes where it is open for long; null: too late. */
function entersAt({ item, opens, closes }: Open, comes: Date): Date | null {
  if (comes <= opens) return opens;
  if (!isOpenForLong(item)) return null;
  const at = new Date(Math.ceil(comes.getTime() / (5 * minute)) * 5 * minute);
  return closes.getTime() - at.getTime() >= stay * minute ? at : null;
}

const leavesAt = ({ item, closes }: Open, at: Date): Date =>
  isOpenForLong(item) ? earlier(new Date(at.getTime() + stay * minute), closes) : closes;

const isOpenForLong = ({ startsAt, endsAt }: Reachable): boolean =>
  endsAt.getTime() - startsAt.getTime() >= openFor * minute;

/** Metres of a whole way. */
export const lengthOf = (stops: readonly PlaceOnRoute[]): number =>
  stops.reduce((sum, { distance }) => sum + (distance ?? 0), 0);

const minute = 60_000;
const later = (one: Date, other: Date): Date => (one > other ? one : other);
const earlier = (one: Date, other: Date | undefined): Date => (other === undefined || one < other ? one : other);

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
