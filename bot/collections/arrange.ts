import { type AttendanceMode, type OccurrenceStatus, type Section, sections } from "../programme/event.ts";

/** One date of what a collection holds. */
export interface ProgrammeItem {
  occurrenceId: number;
  eventId: number;
  section: Section;
  attendanceMode: AttendanceMode;
  startsAt: Date;
  endsAt: Date;
  status: OccurrenceStatus;
  placeId: number | null;
  /** What the place is called. */
  place: string | null;
  /** Degrees, WGS 84. */
  latitude: number | null;
  longitude: number | null;
  /** Where staff laid it; null: nobody did. */
  position: number | null;
  /** The reader is reminded of it. */
  isChosen: boolean;
}

/** By the hour, by the place, by the kind; in that order a button leads from one to the next. */
export const arrangements = ["hour", "place", "section"] as const;
export type Arrangement = (typeof arrangements)[number];

/** What an item stands under. */
export type ItemHeading =
  | { kind: "day"; date: Date }
  | { kind: "place"; title: string }
  | { kind: "online" | "somewhere" | "over" }
  | { kind: "section"; section: Section };

export interface ArrangedItem<Item extends ProgrammeItem = ProgrammeItem> {
  item: Item;
  /** Null: what is laid by hand has none. */
  heading: ItemHeading | null;
}

export interface Arranging {
  now: Date;
  /** Laid by hand where it has no dates; otherwise by time. */
  isDated: boolean;
}

/**
 * Lays a programme out. By the hour it stands by days, and in the order of staff's where a collection has no dates; by the
 * place in the order of the alphabet, what is seen from home last; by the kind as the sections stand everywhere. What is
 * over comes last of all, since whoever looks wants to know where to go.
 */
export function arrange<Item extends ProgrammeItem>(
  items: readonly Item[],
  by: Arrangement,
  how: Arranging,
): ArrangedItem<Item>[] {
  const [coming, over] = [items.filter((item) => !isOver(item, how)), items.filter((item) => isOver(item, how))];
  const ordered = coming.toSorted(orders[by](how)).map((item) => ({ item, heading: headingOf(item, by, how) }));
  return [...ordered, ...over.toSorted(byTime).map((item) => ({ item, heading: { kind: "over" } as const }))];
}

/** A recording in a collection without dates is never over. */
const isOver = ({ endsAt }: ProgrammeItem, { now, isDated }: Arranging): boolean => isDated && endsAt <= now;

type Order = (one: ProgrammeItem, other: ProgrammeItem) => number;

const byTime: Order = (one, other) =>
  one.startsAt.getTime() - other.startsAt.getTime() || one.occurrenceId - other.occurrenceId;

const orders: Readonly<Record<Arrangement, (how: Arranging) => Order>> = {
  hour:
    ({ isDated }) =>
    (one, other) =>
      (isDated ? 0 : (one.position ?? last) - (other.position ?? last)) || byTime(one, other),
  place: () => (one, other) => placeName(one).localeCompare(placeName(other), "ru") || byTime(one, other),
  section: () => (one, other) => sections.indexOf(one.section) - sections.indexOf(other.section) || byTime(one, other),
};

/** Behind whatever was laid by hand. */
const last = Number.MAX_SAFE_INTEGER;

/** What has a place before what has none, and that before what is seen from home; no name begins with such a letter. */
const placeName = ({ place, attendanceMode }: ProgrammeItem): string =>
  attendanceMode === "online" ? "\u{10FFFF}" : (place ?? "\u{10FFFE}");

function headingOf(item: ProgrammeItem, by: Arrangement, { isDated }: Arranging): ItemHeading | null {
  switch (by) {
    case "hour":
      return isDated ? { kind: "day", date: item.startsAt } : null;
    case "place":
      if (item.attendanceMode === "online") return { kind: "online" };
      return item.place === null ? { kind: "somewhere" } : { kind: "place", title: item.place };
    case "section":
      return { kind: "section", section: item.section };
  }
}

/** How much a programme is; what it counts are rows of its lists (`gatherShowings`). */
export function countProgramme(items: readonly ProgrammeItem[]): { events: number; places: number } {
  return {
    events: items.length,
    places: new Set(
      items.flatMap(({ placeId, attendanceMode }) => (attendanceMode === "online" ? [] : (placeId ?? []))),
    ).size,
  };
}
