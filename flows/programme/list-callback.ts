import { accessibilities, ageRatings, audiences, sections } from "../../bot/programme/event.ts";
import { type Filters, kinds, type Listing, radii, type Scope } from "../../bot/programme/listing/list-query.ts";

/**
 * A list's place, filters and page as a few characters, so that every button carries the whole state of its screen:
 * "t~s1f~2" is the third page of tonight's free music. At most 34 bytes.
 */
export function packListing({ scope, filters, page }: Listing): string {
  return [packScope(scope), packFilters(filters), page.toString(36)].join("~");
}

export function unpackListing(text: string): Listing | undefined {
  const [scopeText = "", filterText = "", pageText = "", ...rest] = text.split("~");
  const scope = unpackScope(scopeText);
  const filters = unpackFilters(filterText);
  if (scope === undefined || filters === undefined || rest.length > 0 || !/^[0-9a-z]{1,3}$/.test(pageText))
    return undefined;
  return { scope, filters, page: Number.parseInt(pageText, 36) };
}

const letters = {
  t: "tonight",
  d: "today",
  m: "tomorrow",
  w: "weekend",
  l: "live",
  o: "ongoing",
  a: "archive",
} as const;
const isLetter = (text: string): text is keyof typeof letters => Object.hasOwn(letters, text);

/** Ten-thousandths of a degree are eleven metres. */
const precision = 10_000;

function packScope(scope: Scope): string {
  switch (scope.kind) {
    case "date":
      return `D${scope.date.replaceAll("-", "")}`;
    case "near":
      return `N${packDegrees(scope.latitude)}.${packDegrees(scope.longitude)}.${scope.radius}`;
    default:
      return Object.keys(letters).find((letter) => isLetter(letter) && letters[letter] === scope.kind) ?? "t";
  }
}

function unpackScope(text: string): Scope | undefined {
  if (isLetter(text)) return { kind: letters[text] };
  const date = /^D(20\d\d)(\d\d)(\d\d)$/.exec(text);
  if (date) return unpackDate(`${date[1]}-${date[2]}-${date[3]}`);
  const near = /^N(-?[0-9a-z]{1,5})\.(-?[0-9a-z]{1,5})\.(\d+)$/.exec(text);
  if (!near) return undefined;
  const [latitude, longitude] = [near[1], near[2]].map((degrees) => Number.parseInt(degrees ?? "", 36) / precision);
  const radius = radii.find((candidate) => String(candidate) === near[3]);
  if (radius === undefined || latitude === undefined || longitude === undefined) return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? { kind: "near", latitude, longitude, radius }
    : undefined;
}

const packDegrees = (degrees: number) => Math.round(degrees * precision).toString(36);

function unpackDate(date: string): Scope | undefined {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? { kind: "date", date } : undefined;
}

/** Each group is a letter and the place of its value in its list. */
export function packFilters({ section, kind, free, age, audience, accessibility }: Filters): string {
  const at = <T>(letter: string, list: readonly T[], value: T | undefined) =>
    value === undefined ? "" : `${letter}${list.indexOf(value)}`;
  return [
    at("s", sections, section),
    at("k", kinds, kind),
    free ? "f" : "",
    at("a", ageRatings, age),
    at("u", audiences, audience),
    at("x", accessibilities, accessibility),
  ].join("");
}

export function unpackFilters(text: string): Filters | undefined {
  const parts = /^(?:s(\d))?(?:k(\d))?(f)?(?:a(\d))?(?:u(\d))?(?:x(\d))?$/.exec(text);
  if (!parts) return undefined;
  const [, section, kind, free, age, audience, accessibility] = parts;
  const values = {
    section: pick(sections, section),
    kind: pick(kinds, kind),
    free: free ? (true as const) : undefined,
    age: pick(ageRatings, age),
    audience: pick(audiences, audience),
    accessibility: pick(accessibilities, accessibility),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

const pick = <T>(list: readonly T[], index: string | undefined): T | undefined =>
  index === undefined ? undefined : list[Number(index)];
