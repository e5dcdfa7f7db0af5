import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParsedRecord } from "../../bot/feeds/feed-format.ts";
import { parseKudagoRecord } from "../../bot/feeds/kudago/parse.ts";
import { permanentEnd } from "../../bot/programme/occurrence-end.ts";
import { day, december5, hour, record } from "./kudago-records.ts";

const zone = "Europe/Moscow";

function parse(changes: Record<string, unknown> = {}): Extract<ParsedRecord, { kind: "event" }> {
  const parsed = parseKudagoRecord(record(changes), zone);
  if (parsed.kind === "refused") throw new Error(`refused: ${parsed.problem.code}`);
  return parsed;
}

const draftOf = (changes: Record<string, unknown>) => parse(changes).draft;
const seconds = (iso: string) => Date.parse(iso) / 1000;

describe("a KudaGo record", () => {
  it("becomes an event", () => {
    expect(parse()).toEqual({
      kind: "event",
      recordId: "7001",
      warnings: [],
      draft: {
        section: "music",
        attendanceMode: "on_site",
        texts: {
          ru: {
            title: "Концерт «Вечер джаза»",
            summary: "Четыре музыканта — и один рояль.",
            body: "Первое отделение.\n\n• Эллингтон\n• Монк\n\nВторое отделение.",
          },
        },
        occurrences: [
          {
            startsAt: new Date("2026-12-05T16:00:00Z"),
            endsAt: new Date("2026-12-05T18:00:00Z"),
            place: {
              origin: "kudago:55",
              texts: { ru: { title: "Клуб «Старый причал»", address: "ул. Речная, 3" } },
              latitude: 55.79,
              longitude: 49.12,
            },
          },
        ],
        isFree: false,
        priceMin: 500,
        priceMax: 1500,
        currency: "RUB",
        ageMin: 12,
        posterUrl: "https://media.example.org/poster.jpg",
        links: [{ kind: "site", url: "https://example.org/kzn/event/koncert-vecher-dzhaza/" }],
      },
    });
  });

  it.each([
    ["not an object", 17, undefined, "no_event"],
    ["a list", [], undefined, "no_event"],
    ["without id", { ...record(), id: undefined }, undefined, "no_id"],
    ["without title", { ...record(), title: null }, "7001", "no_title"],
    ["with a title of nothing", { ...record(), title: " <b>\u200b</b> " }, "7001", "no_title"],
    ["without dates", { ...record(), dates: undefined }, "7001", "no_dates"],
    ["with dates that are a word", { ...record(), dates: "завтра" }, "7001", "no_dates"],
  ])("%s is refused", (_, raw, recordId, code) => {
    expect(parseKudagoRecord(raw, zone)).toEqual({ kind: "refused", recordId, problem: { code } });
  });

  it("whose dates all make no sense is refused with the reason", () => {
    const parsed = parseKudagoRecord(record({ dates: [{ start: null, end: 5 }] }), zone);
    expect(parsed).toMatchObject({ kind: "refused", problem: { code: "no_usable_date" } });
  });

  it.each([
    ["a place known by its number", { id: 117 }, { origin: "kudago:117", texts: {} }],
    ["no place", null, undefined],
    ["a place that is a number", 117, undefined],
    ["coordinates in the ocean", { id: 1, coords: { lat: 0, lon: 0 } }, { origin: "kudago:1", texts: {} }],
    ["coordinates off the globe", { id: 1, coords: { lat: 400, lon: 0 } }, { origin: "kudago:1", texts: {} }],
  ])("may have %s", (_, place, expected) => {
    expect(draftOf({ place }).occurrences[0]?.place).toEqual(expected);
  });

  it.each([
    ["12+", 12],
    ["16", 16],
    [6, 6],
    ["0+", 0],
    [0, undefined],
    [null, undefined],
    ["", undefined],
    ["14+", 16],
    ["21+", 18],
    ["от 6 лет", 6],
    ["без ограничений", undefined],
  ])("with the age %j is for %j", (raw, expected) => {
    expect(draftOf({ age_restriction: raw }).ageMin).toBe(expected);
  });

  it.each([
    ["онлайн-концерт «Весна»", "online"],
    ["прямая трансляция балета", "online"],
    ["трансляция балета в кинотеатре «Мир»", "on_site"],
    ["концерт офлайн", "on_site"],
  ])("titled %j is %s", (title, mode) => {
    const { attendanceMode, occurrences } = draftOf({ title });
    expect(attendanceMode).toBe(mode);
    expect(occurrences[0]?.place === undefined).toBe(mode === "online");
  });

  it("of the location “online” is online", () => {
    expect(draftOf({ location: { slug: "online" } }).attendanceMode).toBe("online");
  });

  it("for children and families says so", () => {
    expect(draftOf({ title: "семейный концерт для детей" }).audiences).toEqual(["children", "family"]);
    expect(draftOf({ categories: ["kids", "concert"] }).audiences).toEqual(["children"]);
  });

  it.each([
    "javascript:alert(1)",
    "ftp://example.org/a.jpg",
    "http://user:secret@example.org/a.jpg",
    "//",
    "",
    `https://example.org/${"a".repeat(3000)}`,
  ])("leaves out the poster %j", (image) => {
    expect(draftOf({ images: [{ image }] })).not.toHaveProperty("posterUrl");
  });

  it("of whatever shape is refused or read, but never breaks the import", () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(record())), anything), fc.boolean(), (changes, full) => {
        const parsed = parseKudagoRecord(full ? { ...record(), ...changes } : changes, zone);
        expect(["event", "refused"]).toContain(parsed.kind);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("its dates", () => {
  const spans = (dates: unknown, more: Record<string, unknown> = {}) =>
    draftOf({ dates, place: null, ...more }).occurrences;

  it("keep their order and lose their doubles", () => {
    const starts = spans([
      { start: december5 + day, end: december5 + day },
      { start: december5, end: null },
      { start: december5, end: december5 + hour },
    ]);
    expect(starts).toEqual([
      { startsAt: new Date("2026-12-05T16:00:00Z"), endsAt: new Date("2026-12-05T17:00:00Z") },
      { startsAt: new Date("2026-12-06T16:00:00Z") },
    ]);
  });

  it("have no end where it is before the start, and say so", () => {
    const { draft, warnings } = parse({ dates: [{ start: december5, end: december5 - hour }] });
    expect(draft.occurrences[0]).not.toHaveProperty("endsAt");
    expect(warnings).toEqual([{ code: "end_before_start" }]);
  });

  it("from midnight to midnight are days without an hour", () => {
    expect(spans([{ start: seconds("2026-12-05T00:00+03:00"), end: seconds("2026-12-07T00:00+03:00") }])).toEqual([
      { startsAt: new Date("2026-12-04T21:00:00Z"), endsAt: new Date("2026-12-06T21:00:00Z"), hasStartTime: false },
    ]);
  });

  it("with start_time null have no hour", () => {
    expect(spans([{ start: december5, end: null, start_time: null }])[0]?.hasStartTime).toBe(false);
    expect(spans([{ start: december5, end: null, start_time: "19:00:00" }])[0]).not.toHaveProperty("hasStartTime");
  });

  it("may span years", () => {
    const [span] = spans([{ start: seconds("2025-05-01T12:00+03:00"), end: seconds("2026-12-31T22:00+03:00") }]);
    expect(span).toEqual({
      startsAt: new Date("2025-05-01T09:00:00Z"),
      endsAt: new Date("2026-12-31T19:00:00Z"),
    });
  });

  it.each([[{ end: 253_370_754_000 }], [{ end: null, is_endless: true }]])(
    "without an end (%j) are for good",
    (end) => {
      expect(spans([{ start: december5, ...end }])[0]?.endsAt).toEqual(permanentEnd);
    },
  );

  it("without a start begin at publication, or on 1 January of the year they end", () => {
    const dates = [{ start: -62_135_433_000, end: seconds("2026-12-31T22:00+03:00") }];
    expect(spans(dates)[0]?.startsAt).toEqual(new Date("2025-12-31T21:00:00Z"));
    const published = { publication_date: seconds("2026-10-03T15:20+03:00") };
    expect(spans(dates, published)[0]).toMatchObject({
      startsAt: new Date("2026-10-02T21:00:00Z"),
      hasStartTime: false,
    });
  });

  it("are left out one by one where they make no sense", () => {
    const { draft, warnings } = parse({ dates: [{ start: 12 }, { start: december5 }, { start: 9e15 }, "morgen"] });
    expect(draft.occurrences).toHaveLength(1);
    expect(warnings).toHaveLength(2);
  });

  it("of any numbers give valid dates in order, ends after starts", () => {
    const moment = fc.option(fc.oneof(fc.integer({ min: -7e10, max: 3e11 }), fc.double()), { nil: null });
    const dates = fc.array(fc.record({ start: moment, end: moment, is_endless: fc.boolean() }));
    fc.assert(
      fc.property(dates, (list) => {
        const parsed = parseKudagoRecord(record({ dates: list }), zone);
        if (parsed.kind === "refused") return;
        for (const { startsAt, endsAt } of parsed.draft.occurrences) {
          expect(startsAt.getTime()).not.toBeNaN();
          if (endsAt) expect(endsAt.getTime()).toBeGreaterThan(startsAt.getTime());
        }
      }),
      { numRuns: 1000 },
    );
  });
});

// Absent in a plain checkout: the sample belongs to its publisher.
const sample = new URL("../../../shared/data/kudago-sample.json", import.meta.url);
const isThere = existsSync(sample);
if (!isThere) console.warn(`SKIPPED: 50 real KudaGo records, because ${sample.pathname} is absent.`);

describe.skipIf(!isThere)("the 50 real records", () => {
  const read = () => {
    const { results }: { results: unknown[] } = JSON.parse(readFileSync(sample, "utf8"));
    return results.map((raw) => parseKudagoRecord(raw, zone)).filter((parsed) => parsed.kind === "event");
  };
  const find = (id: string) => {
    const draft = read().find(({ recordId }) => recordId === id)?.draft;
    if (!draft) throw new Error(`no record ${id}`);
    return draft;
  };

  it("are all read, 116 dates, two of them without a section", () => {
    const events = read();
    expect(events).toHaveLength(50);
    expect(events.flatMap(({ draft }) => draft.occurrences)).toHaveLength(116);
    expect(events.flatMap(({ warnings }) => warnings).filter(({ code }) => code === "guessed_section")).toHaveLength(2);
  });

  it("tell free from paid", () => {
    const free = read().filter(({ draft }) => draft.isFree);
    expect(free.map(({ recordId }) => recordId)).toEqual(["131257", "132879", "131979", "132961", "132195"]);
  });

  it("are placed in sections", () => {
    const counts = new Map<string, number>();
    for (const { draft } of read()) counts.set(draft.section, (counts.get(draft.section) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toMatchInlineSnapshot(`
      {
        "cinema": 4,
        "excursions": 4,
        "knowledge": 7,
        "museums": 1,
        "music": 16,
        "shows": 6,
        "theatre": 12,
      }
    `);
  });

  it("give prices", () => {
    expect(find("53919")).toMatchObject({ priceMin: 100, priceMax: 300, section: "museums" });
    expect(find("132669")).toMatchObject({ priceMin: 150, priceMax: 500, currency: "EUR" });
    expect(find("131591")).toMatchObject({ priceMin: 1150, priceMax: 1300, section: "excursions" });
    expect(find("131224")).not.toHaveProperty("priceMin");
  });
});
