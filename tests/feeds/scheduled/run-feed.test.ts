import { describe, expect, it } from "vitest";
import { resumeFeed } from "../../../bot/feeds/scheduled/feed-store.ts";
import { december5, day as oneDay, page, record } from "../kudago-records.ts";
import { serve } from "../sources/server.ts";
import { day, firstRun, openFeedOffice } from "./feed-office.ts";

const feeds = await openFeedOffice();
const { database, office, make, run, titles } = feeds;

const recordOf = (id: number, changes: object = {}) =>
  record({ id, title: `концерт номер ${id}`, dates: [{ start: december5 + id * oneDay }], ...changes });

/** A feed whose answer may be changed between its runs. */
async function open(records: unknown[]) {
  const state = { records, asked: 0 };
  const root = await serve((_, response) => {
    state.asked += 1;
    response.end(page(state.records));
  });
  return { state, address: `${root}/events/` };
}

const nextDay = (): void => {
  office.now = new Date(office.now.getTime() + day);
};
const ids = [1, 2, 3, 4];
const usual = () => open(ids.map((id) => recordOf(id)));

describe("a run of a feed", () => {
  it("says what is new, changed, unchanged, refused and vanished, and keeps it", async () => {
    const { state, address } = await usual();
    const feedId = await make({ kind: "kudago", address });
    expect(await run(feedId)).toMatchObject({ outcome: "done", account: { read: 4, created: 4 } });
    state.records = [recordOf(1), recordOf(2, { title: "концерт иначе" }), recordOf(3, { title: "" }), recordOf(5)];
    nextDay();
    const account = { read: 4, created: 1, updated: 1, unchanged: 1, refused: 1, vanished: 1 };
    expect(await run(feedId)).toMatchObject({ outcome: "done", account });
    const runs = await database.feedRun.findMany({ where: { feedId }, orderBy: { id: "asc" } });
    expect(runs).toMatchObject([
      { outcome: "done", startedAt: firstRun },
      { outcome: "done", account: { ...account, remarks: [{ id: "3", problem: { code: "no_title" } }] } },
    ]);
  });

  it("leaves what vanished as it is, and lists it until it is back", async () => {
    const { state, address } = await usual();
    const feedId = await make({ kind: "kudago", address });
    await run(feedId);
    state.records = ids.slice(1).map((id) => recordOf(id));
    nextDay();
    await run(feedId);
    const missing = () => database.feedRecord.findMany({ where: { feedId, missingSince: { not: null } } });
    expect(await missing()).toMatchObject([{ recordId: "1", missingSince: office.now }]);
    expect(await database.occurrence.count({ where: { status: "cancelled" } })).toBe(0);
    nextDay();
    expect(await run(feedId)).toMatchObject({ account: { vanished: 0 } });
    expect(await missing()).toHaveLength(1);
    state.records = ids.map((id) => recordOf(id));
    nextDay();
    await run(feedId);
    expect(await missing()).toEqual([]);
  });

  it("keeps a date that a record has no more, and says so", async () => {
    const dates = [1, 2].map((days) => ({ start: december5 + days * oneDay }));
    const { state, address } = await open([recordOf(1, { dates }), recordOf(2)]);
    const feedId = await make({ kind: "kudago", address });
    await run(feedId);
    state.records = [recordOf(1, { dates: dates.slice(1) }), recordOf(2)];
    nextDay();
    const remarks = [{ id: "1", problem: { code: "vanished_date", said: "06.12.2026 19:00" } }];
    expect(await run(feedId)).toMatchObject({ account: { updated: 1, remarks } });
    nextDay();
    expect(await run(feedId)).toMatchObject({ account: { unchanged: 2, remarks } });
    expect(await database.occurrence.count({ where: { status: "scheduled" } })).toBe(3);
  });

  it("leaves alone what a person wrote", async () => {
    const { state, address } = await usual();
    const feedId = await make({ kind: "kudago", address });
    await run(feedId);
    const { eventId } = await database.origin.findFirstOrThrow({ where: { recordId: "1" } });
    await database.event.update({ where: { id: eventId }, data: { editedFields: ["texts", "occurrences"] } });
    await database.eventText.updateMany({ where: { eventId }, data: { title: "Рукой" } });
    state.records = ids.map((id) => recordOf(id, { title: `новое имя ${id}`, price: "100 руб." }));
    nextDay();
    await run(feedId);
    expect(await titles()).toEqual(["Рукой", "Новое имя 2", "Новое имя 3", "Новое имя 4"]);
    expect(await database.event.findUnique({ where: { id: eventId } })).toMatchObject({ priceMin: 100 });
  });

  it.each([
    ["publish", true],
    ["draft", false],
    ["review", false],
  ] as const)("with what is new to %s shows it to residents: %j", async (action, isShown) => {
    const { address } = await usual();
    await run(await make({ kind: "kudago", address, action }));
    expect(await database.event.count({ where: { publishedAt: isShown ? { not: null } : null } })).toBe(4);
  });

  it("that was held is carried out when staff says so", async () => {
    const { state, address } = await usual();
    const feedId = await make({ kind: "kudago", address });
    await run(feedId);
    state.records = [recordOf(1)];
    nextDay();
    expect(await run(feedId)).toMatchObject({ outcome: "held", account: { expected: 4, kept: 1 } });
    expect(await run(feedId, { isForced: true })).toMatchObject({ outcome: "done", account: { vanished: 3 } });
    nextDay();
    expect(await run(feedId)).toMatchObject({ outcome: "done", account: { vanished: 0 } });
  });
});

describe("an institution's feed", () => {
  it("brings that institution's events, whatever its records say", async () => {
    const { institutionId } = feeds;
    const { address } = await usual();
    await run(await make({ kind: "kudago", address, institutionId }, 2));
    expect(await database.event.count({ where: { institutionId } })).toBe(4);
    // A number means something within the institution alone.
    await run(await make({ kind: "kudago", address }));
    expect(await database.event.count()).toBe(8);
  });

  it("does not touch another institution's events", async () => {
    const { institutionId } = feeds;
    const { state, address } = await usual();
    const feedId = await make({ kind: "kudago", address, institutionId }, 2);
    await run(feedId);
    const other = await database.institution.create({ data: {} });
    await database.event.updateMany({ data: { institutionId: other.id } });
    state.records = ids.map((id) => recordOf(id, { title: `чужое ${id}` }));
    nextDay();
    const account = { updated: 0, refused: 4, remarks: [{ problem: { code: "other_house" } }, {}, {}, {}] };
    expect(await run(feedId)).toMatchObject({ account });
    expect(await titles()).toEqual(ids.map((id) => `Концерт номер ${id}`));
  });

  it("cannot be made by an editor of another one, and pauses when its maker may not make it any more", async () => {
    const { institutionId } = feeds;
    const { address } = await usual();
    const other = await database.institution.create({ data: {} });
    await expect(make({ kind: "kudago", address, institutionId: other.id }, 2)).rejects.toThrow("forbidden");
    const feedId = await make({ kind: "kudago", address, institutionId }, 2);
    await database.staffRole.deleteMany({ where: { personId: 2n } });
    expect(await run(feedId)).toEqual({ kind: "orphaned" });
    expect(await database.feed.findUnique({ where: { id: feedId } })).toMatchObject({ pausedAt: office.now });
    expect(await titles()).toEqual([]);
    const admin = { by: 1, now: office.now };
    await resumeFeed(database, admin, feedId);
    expect(await run(feedId)).toMatchObject({ outcome: "done" });
  });
});
