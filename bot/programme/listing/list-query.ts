import type { Language } from "../../words/language.ts";
import type { Accessibility, AgeRating, Audience, Section } from "../event.ts";

/** What a list shows, before filters. Dates are days of the city's calendar, "2026-11-21". */
export type Scope =
  /** `tonight` shows the half that has something, what one sees from home first; `home` and `town` are its halves. */
  | { kind: "tonight" | "home" | "town" | "today" | "tomorrow" | "live" | "ongoing" }
  | { kind: Archive }
  | { kind: Overview }
  /** `of`: the overview that the day was chosen from, and leads back to. */
  | { kind: "date"; date: string; of?: Overview }
  /** Degrees, WGS 84; `radius` in kilometres. */
  | { kind: "near"; latitude: number; longitude: number; radius: Radius | typeof farthest };

/** Several days, which begin with how much there is when. */
export const overviews = ["weekend", "next_weekend", "week"] as const;
export type Overview = (typeof overviews)[number];

/** What is over: recordings or all of it, the best rated or the newest first. */
export const archives = ["archive", "archive_new", "past", "past_best"] as const;
export type Archive = (typeof archives)[number];

export const isArchive = (kind: Scope["kind"]): kind is Archive => archives.some((each) => each === kind);

/** Whether only what has a recording is listed; the rest of it is looked back to for a year. */
export const isOfRecordings = (kind: Archive): boolean => kind === "archive" || kind === "archive_new";

export const isBestFirst = (kind: Archive): boolean => kind === "archive" || kind === "past_best";

export const radii = [1, 3, 10] as const;
export type Radius = (typeof radii)[number];

/** Kilometres within which the nearest is looked for where nothing is near. */
export const farthest = 1000;

export const kinds = ["stream", "on_site", "recording"] as const;
export type Kind = (typeof kinds)[number];

/** Highest prices that can be asked for, in roubles. */
export const priceLimits = [300, 500, 1000, 2000] as const;
export type PriceLimit = (typeof priceLimits)[number];

/** Until noon, until five, until ten, and the night. */
export const dayParts = ["morning", "day", "evening", "night"] as const;
export type DayPart = (typeof dayParts)[number];

/** The hours of each part by the city's clock, from one to before the other; the night goes on until `morning`. */
export const partHours = { morning: [5, 12], day: [12, 17], evening: [17, 22], night: [22, 29] } as const;

/** The two halves of a day in an overview. */
export const halves = { daytime: ["morning", "day"], evening: ["evening", "night"] } as const;
export type Half = keyof typeof halves;

/**
 * What has to be true of an event. A group that is left out lets everything through; of several values one is enough,
 * except for accessibility, of which all are needed. No list is empty.
 */
export interface Filters {
  section?: readonly Section[];
  kind?: readonly Kind[];
  free?: true;
  /** Suitable at this age: rated so or lower. */
  age?: AgeRating;
  audience?: readonly Audience[];
  accessibility?: readonly Accessibility[];
  /** The language that an event is held in. */
  heldIn?: readonly Language[];
  /** Costs no more than this, one way of taking part at least. */
  price?: PriceLimit;
  part?: readonly DayPart[];
  /** Who puts it on, by id. */
  institution?: number;
  /** The year in which it was; of what is over alone. */
  year?: number;
}

export const filterGroups = [
  "section",
  "kind",
  "free",
  "age",
  "audience",
  "accessibility",
  "heldIn",
  "price",
  "part",
  "institution",
  "year",
] as const;
export type FilterGroup = (typeof filterGroups)[number];

export interface Listing {
  scope: Scope;
  filters: Filters;
  /** From 0. */
  page: number;
}

/** Rows on a page: as many as a phone shows together with their buttons. */
export const pageSize = 5;
