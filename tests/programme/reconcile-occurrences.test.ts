import { describe, expect, it } from "vitest";
import {
  type AnnouncedOccurrence,
  type KnownOccurrence,
  reconcileOccurrences,
} from "../../bot/programme/reconcile-occurrences.ts";

const now = new Date("2026-12-01T12:00:00Z");
const evening = (dayOfMonth: number) => new Date(Date.UTC(2026, 11, dayOfMonth, 16));
const later = (start: Date, hours = 2) => new Date(start.getTime() + hours * 3_600_000);

function announced(dayOfMonth: number, changes: Partial<AnnouncedOccurrence> = {}): AnnouncedOccurrence {
  const startsAt = evening(dayOfMonth);
  return { startsAt, endsAt: later(startsAt), hasStartTime: true, hasEndTime: true, placeId: 1, ...changes };
}

function known(dayOfMonth: number, changes: Partial<KnownOccurrence> = {}): KnownOccurrence {
  return { ...announced(dayOfMonth), id: dayOfMonth, status: "scheduled", previousStartsAt: null, ...changes };
}

/** "5 moved → moved 7" for "row 5: the change is moved, its status now moved, its day the 7th". */
function steps(old: KnownOccurrence[], fresh: AnnouncedOccurrence[]): string[] {
  return reconcileOccurrences(old, fresh, now).map((step) => {
    const { status, startsAt } = step.values;
    const what = step.kind === "add" ? "add" : `${step.id} ${step.change ?? "revised"}`;
    return `${what} → ${status} ${startsAt.getUTCDate()}`;
  });
}

describe("dates are compared with what the source announces now", () => {
  it.each<[string, KnownOccurrence[], AnnouncedOccurrence[], string[]]>([
    ["the same", [known(5), known(6)], [announced(6), announced(5)], []],
    ["a new event", [], [announced(5)], ["add → scheduled 5"]],
    ["one more date", [known(5)], [announced(5), announced(7)], ["add → scheduled 7"]],
    ["the only coming date is another", [known(5)], [announced(7)], ["5 moved → moved 7"]],
    ["it moved a second time", [known(5, { status: "moved" })], [announced(7)], ["5 moved → moved 7"]],
    ["past dates do not hinder a move", [known(-9), known(5)], [announced(-9), announced(7)], ["5 moved → moved 7"]],
    [
      "one of several coming dates is another",
      [known(5), known(6)],
      [announced(6), announced(9)],
      ["5 cancelled → cancelled 5", "add → scheduled 9"],
    ],
    ["a coming date is gone", [known(5), known(6)], [announced(6)], ["5 cancelled → cancelled 5"]],
    ["all coming dates are gone", [known(5)], [], ["5 cancelled → cancelled 5"]],
    ["a past date is gone", [known(-9), known(5)], [announced(5)], []],
    ["a concert that has begun is gone", [known(1, { startsAt: new Date("2026-12-01T11:00:00Z") })], [], []],
    ["an exhibition is gone while it runs", [known(-9, { endsAt: evening(20) })], [], ["-9 cancelled → cancelled 21"]],
    ["a postponed date has a new one", [known(-9, { status: "postponed" })], [announced(7)], ["-9 moved → moved 7"]],
    [
      "a postponed date beside another leaves open which one is new",
      [known(-9, { status: "postponed" }), known(5)],
      [announced(5), announced(7)],
      ["add → scheduled 7"],
    ],
    ["a cancelled date is gone", [known(5, { status: "cancelled" })], [], []],
    ["a cancelled date is back", [known(5, { status: "cancelled" })], [announced(5)], ["5 restored → scheduled 5"]],
    ["a cancelled date is no move", [known(5, { status: "cancelled" })], [announced(7)], ["add → scheduled 7"]],
    ["another place", [known(5)], [announced(5, { placeId: 2 })], ["5 relocated → scheduled 5"]],
    ["a place at last", [known(5, { placeId: null })], [announced(5)], ["5 revised → scheduled 5"]],
    ["another end", [known(5)], [announced(5, { endsAt: evening(6) })], ["5 revised → scheduled 5"]],
    ["cancelled in so many words", [known(5)], [announced(5, { status: "cancelled" })], ["5 cancelled → cancelled 5"]],
    ["postponed", [known(5)], [announced(5, { status: "postponed" })], ["5 postponed → postponed 5"]],
    [
      "moved in so many words, among others",
      [known(5), known(6)],
      [announced(6), announced(9, { status: "moved", previousStartsAt: evening(5) })],
      ["5 moved → moved 9"],
    ],
    ["the same date twice", [], [announced(5), announced(5)], ["add → scheduled 5"]],
    [
      "one start in two places",
      [],
      [announced(5), announced(5, { placeId: 2 })],
      ["add → scheduled 5", "add → scheduled 5"],
    ],
  ])("%s", (_, old, fresh, expected) => {
    expect(steps(old, fresh)).toEqual(expected);
  });

  it("a moved date remembers where it was", () => {
    const [step] = reconcileOccurrences([known(5)], [announced(7)], now);
    expect(step?.values.previousStartsAt).toEqual(evening(5));
  });
});
