import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Candidate, Placed } from "../../bot/planning/candidate.ts";
import { type Frame, spare } from "../../bot/planning/fit.ts";
import { findAddition, findReplacement, mostPieces, planEvening, scoreOf } from "../../bot/planning/plan-evening.ts";
import { wayBetween } from "../../bot/planning/way.ts";

const minute = 60_000;
/** Four in the afternoon of a day in Kazan; minutes of these tests count from here. */
const start = Date.parse("2026-11-21T13:00:00Z");
const at = (minutes: number) => start + minutes * minute;
const frame: Frame = { from: at(0), until: at(480), company: "anyone" };

const kremlin = { latitude: 55.799, longitude: 49.105 };
/** So many metres to the north. */
const north = (metres: number) => ({ latitude: kremlin.latitude + metres / 111_195, longitude: kremlin.longitude });

let made = 0;
const candidate = (row: Partial<Candidate> & Pick<Candidate, "spans">): Candidate => {
  made += 1;
  const key = row.key ?? `d${made}`;
  const spot = { id: made, point: kremlin };
  return { key, subjects: [key], kind: key, stay: null, begins: spot, ends: spot, worth: 4, ...row };
};
/** A date from one minute to another. */
const date = (from: number, until: number, row: Partial<Candidate> = {}) =>
  candidate({ spans: [{ from: at(from), until: at(until) }], ...row });
/** Doors that are open from one minute to another, for a stay of an hour. */
const museum = (from: number, until: number, row: Partial<Candidate> = {}) =>
  candidate({ spans: [{ from: at(from), until: at(until) }], stay: 60 * minute, worth: 3, ...row });
const placed = (of: Candidate): Placed => ({
  candidate: of,
  startsAt: of.spans[0]?.from ?? 0,
  endsAt: of.spans[0]?.until ?? 0,
});
const times = (pieces: readonly Placed[]) =>
  pieces.map(({ startsAt, endsAt }) => [(startsAt - start) / minute, (endsAt - start) / minute]);

describe("the way between two pieces", () => {
  const spot = (metres: number, id = metres) => ({ id, point: north(metres) });
  it.each([
    ["stays in the same house", spot(0, 1), spot(0, 1), "anyone", { kind: "none", minutes: 0 }],
    ["stays at home", null, null, "anyone", { kind: "none", minutes: 0 }],
    ["walks 780 m with its corners at 4.5 km/h", spot(0), spot(600), "anyone", { kind: "walk", minutes: 15 }],
    ["walks it more slowly with the old", spot(0), spot(600), "seniors", { kind: "walk", minutes: 20 }],
    ["rides where nobody walks", spot(0), spot(5_000), "anyone", { kind: "ride", minutes: 40 }],
    ["rides a kilometre with the old", spot(0), spot(1_000), "seniors", { kind: "ride", minutes: 20 }],
    [
      "leaves time for what is on no map",
      spot(0),
      { id: null, point: null },
      "anyone",
      { kind: "unknown", minutes: 40 },
    ],
  ] as const)("%s", (_, from, to, company, way) => {
    expect(wayBetween(from, to, company)).toEqual(way);
  });
});

describe("an evening", () => {
  it("leads by a museum to a concert and on to a late one, with the way between", () => {
    const concert = date(180, 300, { ends: { id: 7, point: north(600) }, begins: { id: 7, point: north(600) } });
    const plan = planEvening([], [concert, museum(-240, 150), date(330, 420)], frame);
    // 25 minutes before the concert begins: 15 on foot, and ten to spare; on the quarter.
    expect(times(plan)).toEqual([
      [90, 150],
      [180, 300],
      [330, 420],
    ]);
  });

  it("never enters a museum that would close meanwhile", () => {
    const plan = planEvening([placed(date(180, 300))], [museum(-240, 50)], frame);
    expect(times(plan)).toEqual([[180, 300]]);
  });

  it("takes nothing that one could not reach", () => {
    const far = { id: 9, point: north(20_000) };
    const plan = planEvening([placed(date(60, 180))], [date(200, 300, { begins: far, ends: far })], frame);
    expect(plan).toHaveLength(1);
  });

  it("takes one event of an institution once, and rather another kind than a second of one", () => {
    const first = date(0, 90, { subjects: ["event 1", "5 лекция"], kind: "music" });
    const again = date(120, 200, { subjects: ["event 2", "5 лекция"], kind: "music" });
    const alike = date(120, 200, { kind: "music", key: "d_a" });
    const other = date(120, 200, { kind: "theatre", key: "d_z" });
    const plan = planEvening([placed(first)], [again, alike, other], frame, 2);
    expect(plan[1]?.candidate.key).toBe("d_z");
  });

  it("is empty where nothing is on, and of one piece where nothing goes with it", () => {
    expect(planEvening([], [], frame)).toEqual([]);
    expect(planEvening([], [date(0, 480)], frame)).toHaveLength(1);
  });

  it("changes a piece for the next best one in its place, and finds one to add", () => {
    const [first, last] = [placed(date(0, 60)), placed(date(300, 400))];
    const better = date(100, 200, { worth: 5, key: "d_better" });
    const good = date(110, 210, { key: "d_good" });
    const now = planEvening([first, last], [better, good], frame);
    expect(now[1]?.candidate.key).toBe("d_better");
    expect(findReplacement([first, last], 1, [good], frame)?.candidate.key).toBe("d_good");
    expect(findReplacement([first, last], 1, [date(300, 350)], frame)).toBeNull();
    expect(findAddition([first, last], [good, better], frame)?.candidate.key).toBe("d_better");
  });
});

describe("whatever there is", () => {
  const spots = fc.record({ id: fc.integer({ min: 1, max: 8 }), metres: fc.integer({ min: 0, max: 6_000 }) });
  const somewhere = fc
    .option(spots, { nil: null, freq: 4 })
    .map((spot) => (spot === null ? { id: null, point: null } : { id: spot.id, point: north(spot.metres) }));
  const anything = fc
    .record({
      from: fc.integer({ min: -60, max: 460 }),
      length: fc.integer({ min: 15, max: 240 }),
      stay: fc.option(fc.constantFrom(30, 45, 60, 90), { nil: null }),
      spot: somewhere,
      kind: fc.constantFrom("music", "theatre", "museums"),
      subject: fc.integer({ min: 1, max: 12 }),
      worth: fc.double({ min: 1, max: 7, noNaN: true }),
    })
    .map(({ from, length, stay, spot, kind, subject, worth }) => ({
      ...{ subjects: [`event ${subject}`], kind, worth, begins: spot, ends: spot },
      spans: [{ from: at(from), until: at(from + length) }],
      stay: stay === null ? null : stay * minute,
    }));
  const candidates = fc
    .array(anything, { maxLength: 14 })
    .map((rows) => rows.map((row, index): Candidate => ({ ...row, key: `d${index}` })));
  const companies = fc.constantFrom("anyone", "children", "seniors" as const);

  it("never overlaps, leaves the way, keeps to open hours and to the evening, and takes nothing twice", () => {
    fc.assert(
      fc.property(candidates, companies, fc.integer({ min: 2, max: mostPieces }), (all, company, count) => {
        const evening: Frame = { ...frame, company };
        const plan = planEvening([], all, evening, count);
        expect(plan.length).toBeLessThanOrEqual(count);
        for (const { candidate: one, startsAt, endsAt } of plan) {
          expect(startsAt).toBeGreaterThanOrEqual(evening.from);
          expect(endsAt).toBeLessThanOrEqual(evening.until);
          expect(one.spans.some(({ from, until }) => from <= startsAt && endsAt <= until)).toBe(true);
          expect(endsAt - startsAt).toBe(one.stay ?? (one.spans[0]?.until ?? 0) - (one.spans[0]?.from ?? 0));
        }
        for (const [index, next] of plan.slice(1).entries()) {
          const before = plan[index] ?? next;
          const way = wayBetween(before.candidate.ends, next.candidate.begins, company).minutes;
          expect(next.startsAt - before.endsAt).toBeGreaterThanOrEqual((way + spare) * minute);
        }
        expect(new Set(plan.flatMap(({ candidate: { subjects } }) => subjects)).size).toBe(plan.length);
      }),
      { numRuns: 300 },
    );
  });

  it("is the same evening whichever way round its candidates come", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const keys = (pieces: readonly Placed[]) => pieces.map(({ candidate: { key } }) => key);
        expect(keys(planEvening([], all.toReversed(), frame))).toEqual(keys(planEvening([], all, frame)));
      }),
      { numRuns: 200 },
    );
  });

  it("is never worse than its best single piece, and whatever was fixed is still there", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const alone = all.flatMap((one) => planEvening([], [one], frame));
        const score = scoreOf(planEvening([], all, frame), frame);
        for (const one of alone) expect(score).toBeGreaterThanOrEqual(scoreOf([one], frame));
        const [fixed] = alone;
        if (fixed !== undefined) expect(planEvening([fixed], all, frame)).toContain(fixed);
      }),
      { numRuns: 100 },
    );
  });
});
