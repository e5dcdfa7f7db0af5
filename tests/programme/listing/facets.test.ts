import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Database } from "../../../bot/database/database.ts";
import { findFacets } from "../../../bot/programme/listing/facet-store.ts";
import { countMatching, withFilter } from "../../../bot/programme/listing/facets.ts";
import { filterGroups, type Scope } from "../../../bot/programme/listing/list-query.ts";
import { findListed } from "../../../bot/programme/listing/list-store.ts";
import { plantDemoCity } from "../../../prisma/seed/plant-store.ts";
import { testDatabase } from "../../support/database.ts";
import { anyFilters } from "./listings.ts";

const zone = "Europe/Moscow";
const now = new Date("2026-11-20T14:30:00Z");
let database: Database;

beforeAll(async () => {
  ({ database } = await testDatabase());
  await plantDemoCity(database, { now, timeZone: zone });
});

const kazan = { kind: "near", latitude: 55.796, longitude: 49.108 } as const;
const scope = fc.constantFrom<Scope>(
  { kind: "today" },
  { kind: "home" },
  { kind: "town" },
  { kind: "tomorrow" },
  { kind: "weekend" },
  { kind: "next_weekend" },
  { kind: "week" },
  { kind: "live" },
  { kind: "ongoing" },
  { kind: "archive" },
  { kind: "date", date: "2026-11-28" },
  { ...kazan, radius: 1 },
  { ...kazan, radius: 10 },
);

const find = (scope: Scope, filters: object, page = 0) =>
  findListed(database, { scope, filters, page }, { language: "ru", now, zone });

it("the panel counts what the list shows, for any list and any filters", async () => {
  await fc.assert(
    fc.asyncProperty(scope, anyFilters, async (scope, filters) => {
      const facets = await findFacets(database, scope, filters, { now, zone });
      const { total } = await find(scope, filters);
      expect(countMatching(facets, filters)).toBe(total);
    }),
    { numRuns: 80 },
  );
});

it("the pages of a list are the list: nothing twice, nothing left out", async () => {
  await fc.assert(
    fc.asyncProperty(scope, anyFilters, async (scope, filters) => {
      const ids: number[] = [];
      const { total, rows } = await find(scope, filters);
      for (let page = 0, { length } = rows; length > 0; page += 1) {
        const { rows: next } = await find(scope, filters, page);
        ids.push(...next.map(({ occurrenceId }) => occurrenceId));
        ({ length } = next);
      }
      expect(ids).toHaveLength(total);
      expect(new Set(ids).size).toBe(total);
    }),
    { numRuns: 15 },
  );
});

it("the button to the exhibitions counts what it leads to, with the same filters", async () => {
  await fc.assert(
    fc.asyncProperty(anyFilters, async (filters) => {
      const [{ ongoing }, { total }] = [
        await find({ kind: "weekend" }, filters),
        await find({ kind: "ongoing" }, filters),
      ];
      expect(ongoing).toBe(total);
    }),
    { numRuns: 30 },
  );
});

it("setting a filter never lets more through, taking it away never less", () => {
  const facet = fc.record({
    section: fc.constantFrom("music", "theatre"),
    attendanceMode: fc.constantFrom("online", "on_site", "mixed"),
    isFree: fc.boolean(),
    ageMin: fc.constantFrom(null, 0, 6, 18),
    audiences: fc.subarray(["children", "seniors"]),
    accessibility: fc.subarray(["subtitles", "wheelchair"]),
    hasRecording: fc.boolean(),
    heldIn: fc.constantFrom(null, "ru", "tt"),
    price: fc.constantFrom(null, 0, 300, 2000),
    parts: fc.subarray(["morning", "evening"]),
    count: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(facet), anyFilters, (facets, filters) => {
      const all = countMatching(facets, filters);
      for (const group of filterGroups) {
        expect(countMatching(facets, withFilter(filters, group, undefined))).toBeGreaterThanOrEqual(all);
      }
    }),
  );
});
