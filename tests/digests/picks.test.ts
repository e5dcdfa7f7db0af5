import { describe, expect, it } from "vitest";
import { choosePicks } from "../../bot/digests/picks.ts";
import type { DigestReason } from "../../bot/digests/rules.ts";
import type { Audience, Section } from "../../bot/programme/event.ts";

const followed: DigestReason = { kind: "followed", wanting: { kind: "section", section: "music" } as never };

interface Given {
  section?: Section;
  because?: DigestReason | null;
  audiences?: Audience[];
  isNew?: boolean;
}

const rowOf = (eventId: number, { section = "music", because = null, audiences = [], isNew = false }: Given = {}) => ({
  ...{ eventId, section, because, audiences, isNew },
  startsAt: new Date(Date.UTC(2026, 10, 20 + eventId)),
});

const picked = (rows: ReturnType<typeof rowOf>[], opened: Audience[] = []) =>
  choosePicks(rows, opened).map(({ row, because }) => [row.eventId, because.kind]);

describe("three picks of a digest", () => {
  it.each<[why: string, rows: ReturnType<typeof rowOf>[], opened: Audience[], picks: [number, string][]]>([
    ["nothing, where nothing is pictured", [], [], []],
    [
      "what is followed goes before what others praised",
      [
        rowOf(1, { because: { kind: "rated", average: 5, count: 9 } }),
        rowOf(2, { because: followed, section: "theatre" }),
      ],
      [],
      [
        [2, "followed"],
        [1, "rated"],
      ],
    ],
    [
      "what is for those for whom cards were opened goes before what many wait for",
      [
        rowOf(1, { because: { kind: "reminded", count: 34 } }),
        rowOf(2, { audiences: ["children"], section: "theatre" }),
        rowOf(3, { isNew: true, section: "cinema" }),
      ],
      ["children"],
      [
        [2, "opened"],
        [1, "reminded"],
        [3, "new"],
      ],
    ],
    [
      "one of a section before a second one, of equal reasons the earlier date",
      [rowOf(1), rowOf(2), rowOf(3, { section: "theatre" }), rowOf(4, { section: "cinema" })],
      [],
      [
        [1, "section"],
        [3, "section"],
        [4, "section"],
      ],
    ],
    [
      "of somebody who opened nothing no audience is a reason",
      [rowOf(1, { audiences: ["seniors"] })],
      [],
      [[1, "section"]],
    ],
  ])("are %s", (_, rows, opened, picks) => {
    expect(picked(rows, opened)).toEqual(picks);
  });
});
