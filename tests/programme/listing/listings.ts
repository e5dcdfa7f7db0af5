import fc from "fast-check";
import { accessibilities, ageRatings, audiences, sections } from "../../../bot/programme/event.ts";
import {
  dayParts,
  type Filters,
  kinds,
  type Listing,
  overviews,
  priceLimits,
  radii,
  type Scope,
} from "../../../bot/programme/listing/list-query.ts";
import { languages } from "../../../bot/words/language.ts";

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });

/** Any choice of filters but an institution, which has to exist. */
export const anyFilters: fc.Arbitrary<Filters> = fc.record(
  {
    section: some(sections),
    kind: some(kinds),
    free: fc.constant(true as const),
    age: fc.constantFrom(...ageRatings),
    audience: some(audiences),
    accessibility: some(accessibilities),
    heldIn: some(languages),
    price: fc.constantFrom(...priceLimits),
    part: some(dayParts),
  },
  { requiredKeys: [] },
);

const degrees = (most: number) =>
  fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((value) => (value === 0 ? 0 : value / 10_000));

const anyScope: fc.Arbitrary<Scope> = fc.oneof(
  fc
    .constantFrom(
      ...(["tonight", "home", "town", "today", "tomorrow", "live", "ongoing", "archive"] as const),
      ...overviews,
    )
    .map((kind) => ({ kind })),
  fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }).chain((date) =>
    fc.record(
      {
        kind: fc.constant("date" as const),
        date: fc.constant(date.toISOString().slice(0, 10)),
        of: fc.constantFrom(...overviews),
      },
      { requiredKeys: ["kind", "date"] },
    ),
  ),
  fc.record({
    kind: fc.constant("near" as const),
    latitude: degrees(90),
    longitude: degrees(180),
    radius: fc.constantFrom(...radii),
  }),
);

export const anyListing: fc.Arbitrary<Listing> = fc.record({
  scope: anyScope,
  filters: anyFilters,
  page: fc.integer({ min: 0, max: 36 ** 3 - 1 }),
});
