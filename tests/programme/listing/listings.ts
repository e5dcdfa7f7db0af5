import fc from "fast-check";
import { accessibilities, ageRatings, audiences, sections } from "../../../bot/programme/event.ts";
import { type Filters, kinds, type Listing, radii, type Scope } from "../../../bot/programme/listing/list-query.ts";

/** Any choice of filters. */
export const anyFilters: fc.Arbitrary<Filters> = fc.record(
  {
    section: fc.constantFrom(...sections),
    kind: fc.constantFrom(...kinds),
    free: fc.constant(true as const),
    age: fc.constantFrom(...ageRatings),
    audience: fc.constantFrom(...audiences),
    accessibility: fc.constantFrom(...accessibilities),
  },
  { requiredKeys: [] },
);

const degrees = (most: number) =>
  fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((value) => (value === 0 ? 0 : value / 10_000));

const anyScope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom("tonight", "today", "tomorrow", "weekend", "live", "ongoing", "archive").map((kind) => ({ kind })),
  fc
    .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => ({ kind: "date" as const, date: date.toISOString().slice(0, 10) })),
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
