import { describe, expect, it } from "vitest";
import { defaults, toggleSection } from "../../bot/digests/digest.ts";
import { shareRows } from "../../bot/digests/rules.ts";
import { sections } from "../../bot/programme/event.ts";

const several = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}${index + 1}`);

describe("the rows of a digest", () => {
  it.each([
    { there: [0, 0, 0], told: [0, 0, 0] },
    { there: [9, 9, 9], told: [2, 2, 2] },
    { there: [9, 0, 0], told: [6, 0, 0] },
    { there: [9, 1, 0], told: [5, 1, 0] },
    { there: [1, 9, 1], told: [1, 4, 1] },
    { there: [3, 3, 1], told: [3, 2, 1] },
    { there: [1, 1, 1], told: [1, 1, 1] },
  ])("are shared in turn, streams first: of $there, $told", ({ there: [streams = 0, inTown = 0, news = 0], told }) => {
    const offer = { streams: several("s", streams), inTown: several("t", inTown), news: several("n", news) };
    const shared = shareRows(offer);
    expect([shared.streams.length, shared.inTown.length, shared.news.length]).toEqual(told);
    expect(shared.streams).toEqual(offer.streams.slice(0, told[0]));
  });
});

describe("the sections of a digest", () => {
  it("are added and taken away one by one, in the order of the programme", () => {
    const music = toggleSection(defaults.daily, "music");
    const both = toggleSection(music, "theatre");
    expect(both.sections).toEqual(["theatre", "music"]);
    expect(toggleSection(both, "music").sections).toEqual(["theatre"]);
  });

  it("are all again when each is chosen, and when none is left", () => {
    const each = sections.reduce(toggleSection, defaults.daily);
    expect(each.sections).toEqual([]);
    expect(toggleSection(toggleSection(defaults.daily, "music"), "music").sections).toEqual([]);
  });
});
