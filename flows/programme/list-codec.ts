import {
  after,
  type Codec,
  fields,
  flag,
  id,
  optional,
  page,
  text,
  whole,
} from "../../bot/doors/telegram/screen/codec.ts";
import { letterOf, oneOf, severalOf } from "../../bot/doors/telegram/screen/list-codec.ts";
import { sectionCodec } from "../../bot/doors/telegram/screen/section-codec.ts";
import { accessibilities, ageRatings, audiences } from "../../bot/programme/event.ts";
import {
  archives,
  dayParts,
  type Filters,
  farthest,
  kinds,
  type Listing,
  type Overview,
  overviews,
  priceLimits,
  radii,
  type Scope,
} from "../../bot/programme/listing/list-query.ts";
import { languages } from "../../bot/words/language.ts";

/** Ten-thousandths of a degree are eleven metres. */
const precision = 10_000;

/** Degrees from minus to plus `most`, in base 36. */
const degrees = (most: number): Codec<number> => ({
  pattern: "-?[0-9a-z]{1,5}",
  encode: (value) => Math.round(value * precision).toString(36),
  decode(digits) {
    const value = Number.parseInt(digits, 36) / precision;
    return Math.abs(value) <= most ? value : undefined;
  },
});

const near = fields("N{latitude}.{longitude}.{radius}", {
  latitude: degrees(90),
  longitude: degrees(180),
  radius: oneOf([...radii, farthest] as const),
});

const named = letterOf(
  ["tonight", "home", "town", "today", "tomorrow", "weekend", "next_weekend", "week", "live", "ongoing", ...archives],
  {
    tonight: "t",
    home: "h",
    town: "i",
    today: "d",
    tomorrow: "m",
    weekend: "w",
    next_weekend: "x",
    week: "e",
    live: "l",
    ongoing: "o",
    archive: "a",
    archive_new: "n",
    past: "p",
    past_best: "b",
  },
);

const day = fields("D{year}{month}{day}{of}", {
  year: text("20[0-9]{2}"),
  month: text("[0-9]{2}"),
  day: text("[0-9]{2}"),
  of: optional(letterOf(overviews, { weekend: "w", next_weekend: "x", week: "e" })),
});

export const scopeCodec: Codec<Scope> = {
  pattern: `[a-z]|${day.pattern}|${near.pattern}`,
  encode(value) {
    if (value.kind === "near") return near.encode(value);
    if (value.kind !== "date") return named.encode(value.kind);
    const [year = "", month = "", date = ""] = value.date.split("-");
    return day.encode({ year, month, day: date, of: value.of ?? null });
  },
  decode(data) {
    const kind = named.decode(data);
    if (kind !== undefined) return { kind };
    const date = day.decode(data);
    if (date !== undefined) return parseDate(`${date.year}-${date.month}-${date.day}`, date.of);
    const place = near.decode(data);
    return place && { kind: "near", ...place };
  },
};

function parseDate(date: string, of: Overview | null): Scope | undefined {
  const parsed = new Date(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  return exists ? { kind: "date", date, ...(of && { of }) } : undefined;
}

const kind = letterOf(kinds, { stream: "s", on_site: "o", recording: "r" }, ["stream", "on_site", "recording"]);
const age = letterOf(ageRatings, { 0: "a", 6: "b", 12: "c", 16: "d", 18: "e" }, [0, 6, 12, 16, 18]);
const audience = letterOf(audiences, { children: "c", family: "f", seniors: "s" }, ["children", "family", "seniors"]);
const accessibility = letterOf(
  accessibilities,
  { sign_language: "l", subtitles: "s", wheelchair: "w", quiet_hour: "q" },
  ["sign_language", "subtitles", "wheelchair", "quiet_hour"],
);

/** Each group is a capital letter, and a letter for each of its values; the institution is written by its number. */
const groups = fields("{section}{kind}{free}{age}{audience}{accessibility}{heldIn}{price}{part}{institution}{year}", {
  section: optional(after("S", severalOf(sectionCodec))),
  kind: optional(after("K", severalOf(kind))),
  free: flag("F", ""),
  age: optional(after("A", age)),
  audience: optional(after("U", severalOf(audience))),
  accessibility: optional(after("X", severalOf(accessibility))),
  heldIn: optional(after("L", severalOf(letterOf(languages, { ru: "r", tt: "t", en: "e" })))),
  price: optional(after("P", letterOf(priceLimits, { 300: "a", 500: "b", 1000: "c", 2000: "d" }))),
  part: optional(after("D", severalOf(letterOf(dayParts, { morning: "m", day: "d", evening: "e", night: "n" })))),
  institution: optional(after("I", id)),
  year: optional(after("Y", whole(2000, 2099, 10))),
});

/** Version 0.2.0 knew one value of a group, and wrote the group as a small letter. Buttons of that time are read by it. */
const formerly = fields("{section}{kind}{free}{age}{audience}{accessibility}", {
  section: optional(after("s", sectionCodec)),
  kind: optional(after("k", kind)),
  free: flag("f", ""),
  age: optional(after("a", age)),
  audience: optional(after("u", audience)),
  accessibility: optional(after("x", accessibility)),
});

const none = {
  ...{ section: null, kind: null, age: null, audience: null, accessibility: null },
  ...{ heldIn: null, price: null, part: null, institution: null, year: null },
};

export const filtersCodec: Codec<Filters> = {
  pattern: `${groups.pattern}|${formerly.pattern}`,
  encode: ({ free = false, ...chosen }) => groups.encode({ ...none, ...chosen, free }),
  decode: (data) => withoutGaps(groups.decode(data) ?? parseFormer(data)),
};

/** The filters of a search, which came after those of lists: behind a page there is no small letter to be told from. */
export const searchFiltersCodec: Codec<Filters> = {
  ...filtersCodec,
  pattern: groups.pattern,
  decode: (data) => withoutGaps(groups.decode(data)),
};

const withoutGaps = (chosen: object | undefined): Filters | undefined =>
  chosen && Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== null && value !== false));

function parseFormer(data: string) {
  const former = formerly.decode(data);
  if (former === undefined) return undefined;
  const { section, kind, audience, accessibility, ...others } = former;
  return {
    ...others,
    section: section && [section],
    kind: kind && [kind],
    audience: audience && [audience],
    accessibility: accessibility && [accessibility],
  };
}

/**
 * A list's place, filters and page as a few characters, so that every button carries the whole state of its screen:
 * "t~SmF~2" is the third page of tonight's free music.
 */
export const listingCodec: Codec<Listing> = fields("{scope}~{filters}~{page}", {
  scope: scopeCodec,
  filters: filtersCodec,
  page,
});

/**
 * Bytes of a list that a button of a card still carries, whatever else it says: Telegram takes 64, and the longest one
 * (reminders/callbacks.ts) writes 15 before it.
 */
export const longestCarried = 49;

/** Whether every button can carry a list: with a shared place and nearly all filters it is too long. */
export const isCarried = (listing: Listing): boolean =>
  Buffer.byteLength(listingCodec.encode({ ...listing, page: 36 ** 3 - 1 })) <= longestCarried;
