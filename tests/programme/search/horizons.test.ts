import { beforeAll, describe, expect, it } from "vitest";
import { rebuildSearch } from "../../../bot/programme/search/index/index-store.ts";
import { type SearchOutcome, search } from "../../../bot/programme/search/search-store.ts";
import { testDatabase } from "../../support/database.ts";
import { eventRow, occurrenceRow } from "../../support/factories/event.ts";

/** Thursday, 15:00. */
const now = new Date("2026-11-19T12:00:00Z");
const { database } = await testDatabase();

const daily = (count: number, from: number): number[] => Array.from({ length: count }, (_, at) => from + at);

/** Titles, and on which days from now there is an event so called. */
const programme: Record<string, number[]> = {
  Виола: [2, 200, -1_500],
  Арфа: [...daily(70, 1), ...daily(400, -2_000)],
  Труба: [1, 2, 3, ...daily(400, -2_000)],
  "Бесплатный сыр": [400],
};
const events = Object.entries(programme)
  .flatMap(([title, days]) => days.map((day) => ({ title, day })))
  .map((event, at) => ({ ...event, id: at + 1 }));

beforeAll(async () => {
  const none = { audiences: [], accessibility: [], editedFields: [] };
  await database.event.createMany({
    data: events.map(({ id }) => eventRow(now, { ...none, id, section: "shows", isFree: false })),
  });
  await database.eventText.createMany({
    data: events.map(({ id, title }) => ({ eventId: id, language: "ru", title })),
  });
  await database.occurrence.createMany({
    data: events.map(({ id, day }) => {
      const startsAt = new Date(now.getTime() + day * 86_400_000);
      return occurrenceRow(now, { eventId: id, startsAt, endsAt: startsAt, timeZone: "UTC" });
    }),
  });
  await rebuildSearch(database);
});

const ask = (text: string): Promise<SearchOutcome> =>
  search(database, { text, now, zone: "Europe/Moscow", limit: 60, offset: 0 });

const daysOf = (outcome: SearchOutcome): (number | undefined)[] =>
  outcome.kind === "nothing" ? [] : outcome.hits.map(({ eventId }) => events[eventId - 1]?.day);

describe("a search looks", () => {
  it("everywhere for what is rare", async () => {
    const outcome = await ask("виола");
    expect(outcome).toMatchObject({ kind: "found", total: 3, isExact: true });
    expect(daysOf(outcome)).toEqual([2, 200, -1_500]);
  });

  it("no farther than there is enough, and says that there is more", async () => {
    const outcome = await ask("арфа");
    expect(outcome).toMatchObject({ kind: "found", isExact: false });
    expect(daysOf(outcome).slice(0, 40)).toEqual(daily(40, 1));
  });

  it("into an archive that is too large to be ranked, for as much as anybody pages through", async () => {
    const outcome = await ask("труба");
    expect(outcome).toMatchObject({ kind: "found", isExact: false });
    expect(daysOf(outcome).slice(0, 3)).toEqual([1, 2, 3]);
    expect(daysOf(outcome).length).toBeGreaterThan(40);
  });

  it("for an event that is called what looks like a price", async () => {
    const outcome = await ask("бесплатный сыр");
    expect(outcome.kind).toBe("found");
    expect(daysOf(outcome)).toEqual([400]);
  });
});

describe("the index", () => {
  it("keeps no list of fresh entries for each query to read: no words, and of documents at most 64 kB", async () => {
    const [waiting] = await database.$queryRaw<unknown[]>`
      SELECT gin_clean_pending_list('"SearchWord_deletions_idx"')::int AS "words",
        gin_clean_pending_list('"EventSearch_document_idx"')::int <= 8 AS "areDocumentsFew"`;
    expect(waiting).toEqual({ words: 0, areDocumentsFew: true });
  });
});
