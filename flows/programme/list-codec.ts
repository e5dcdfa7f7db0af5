import { after, type Codec, fields, flag, optional, page } from "../../bot/doors/telegram/screen/codec.ts";
import { letterOf, oneOf } from "../../bot/doors/telegram/screen/list-codec.ts";
import { sectionCodec } from "../../bot/doors/telegram/screen/section-codec.ts";
import { accessibilities, ageRatings, audiences } from "../../bot/programme/event.ts";
import { type Filters, kinds, type Listing, radii, type Scope } from "../../bot/programme/listing/list-query.ts";

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
  radius: oneOf(radii),
});

const named = letterOf(["tonight", "today", "tomorrow", "weekend", "live", "ongoing", "archive"], {
  tonight: "t",
  today: "d",
  tomorrow: "m",
  weekend: "w",
  live: "l",
  ongoing: "o",
  archive: "a",
});

const scope: Codec<Scope> = {
  pattern: `[a-z]|D[0-9]{8}|${near.pattern}`,
  encode(value) {
    if (value.kind === "date") return `D${value.date.replaceAll("-", "")}`;
    return value.kind === "near" ? near.encode(value) : named.encode(value.kind);
  },
  decode(data) {
    const kind = named.decode(data);
    if (kind !== undefined) return { kind };
    const [, year, month, day] = /^D(20\d\d)(\d\d)(\d\d)$/.exec(data) ?? [];
    if (year !== undefined) return readDate(`${year}-${month}-${day}`);
    const place = near.decode(data);
    return place && { kind: "near", ...place };
  },
};

function readDate(date: string): Scope | undefined {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? { kind: "date", date } : undefined;
}

/** Each group is a letter, and a letter for its value. */
const groups = fields("{section}{kind}{free}{age}{audience}{accessibility}", {
  section: optional(after("s", sectionCodec)),
  kind: optional(
    after("k", letterOf(kinds, { stream: "s", on_site: "o", recording: "r" }, ["stream", "on_site", "recording"])),
  ),
  free: flag("f", ""),
  age: optional(after("a", letterOf(ageRatings, { 0: "a", 6: "b", 12: "c", 16: "d", 18: "e" }, [0, 6, 12, 16, 18]))),
  audience: optional(
    after("u", letterOf(audiences, { children: "c", family: "f", seniors: "s" }, ["children", "family", "seniors"])),
  ),
  accessibility: optional(
    after(
      "x",
      letterOf(accessibilities, { sign_language: "l", subtitles: "s", wheelchair: "w", quiet_hour: "q" }, [
        "sign_language",
        "subtitles",
        "wheelchair",
        "quiet_hour",
      ]),
    ),
  ),
});

const none = { section: null, kind: null, age: null, audience: null, accessibility: null };

export const filtersCodec: Codec<Filters> = {
  pattern: groups.pattern,
  encode: ({ free = false, ...chosen }) => groups.encode({ ...none, ...chosen, free }),
  decode(data) {
    const chosen = groups.decode(data);
    return (
      chosen && Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== null && value !== false))
    );
  },
};

/**
 * A list's place, filters and page as a few characters, so that every button carries the whole state of its screen:
 * "t~smf~2" is the third page of tonight's free music. At most 34 bytes.
 */
export const listingCodec: Codec<Listing> = fields("{scope}~{filters}~{page}", { scope, filters: filtersCodec, page });
