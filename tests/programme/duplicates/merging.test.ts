import { beforeEach, describe, expect, it } from "vitest";
import { insertArticle } from "../../../bot/articles/edit-store.ts";
import { findCardOfEvent } from "../../../bot/programme/card/card-store.ts";
import { pairOf, partEvents } from "../../../bot/programme/duplicates/merge-store.ts";
import { settleAll } from "../../../bot/programme/duplicates/settle-store.ts";
import type { EventDraft, OccurrenceDraft } from "../../../bot/programme/event.ts";
import { saveEvent } from "../../../bot/programme/save-store.ts";
import { testDatabase } from "../../support/database.ts";
import { personRow } from "../../support/factories/person.ts";

const now = new Date("2026-11-20T12:00:00Z");
const { database } = await testDatabase();
for (const id of [1, 2]) await database.person.create({ data: personRow(now, { id }) });

beforeEach(() => database.$executeRaw`TRUNCATE "Event", "Delivery" CASCADE`);

const at = (day: number, hour = 16): Date => new Date(Date.UTC(2026, 11, day, hour));
const dateOn = (source: string, day: number, hour?: number): OccurrenceDraft => ({
  startsAt: at(day, hour),
  place: {
    origin: `${source}:stage`,
    texts: { ru: { title: "Театр на площади" } },
    latitude: 55.79,
    longitude: 49.12,
  },
});

let edition = 0;
/** What a source says of one event from now on; resolves to its number. */
async function tells(
  source: string,
  changes: Partial<EventDraft> = {},
  days: readonly number[] = [5],
): Promise<number> {
  edition += 1;
  const draft: EventDraft = {
    section: "theatre",
    attendanceMode: "on_site",
    texts: { ru: { title: "Ревизор" } },
    occurrences: days.map((day) => dateOn(source, day)),
    isFree: false,
    ...changes,
  };
  const origin = { source, recordId: "1", fingerprint: String(edition) };
  const { eventId } = await saveEvent(database, draft, origin, { now, timeZone: "Europe/Moscow" });
  return eventId;
}

const settle = async () => {
  const ids = await database.event.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  const eventIds = ids.map(({ id }) => id);
  return settleAll(database, eventIds, now);
};
const shown = () =>
  database.event.findMany({
    where: { withdrawnAt: null },
    include: { texts: true, links: true, occurrences: true },
    orderBy: { id: "asc" },
  });
const pairs = () => database.eventPair.findMany({ orderBy: { firstId: "asc" } });
const firstDate = (eventId: number) =>
  database.occurrence.findFirstOrThrow({ where: { eventId }, orderBy: { startsAt: "asc" } });
const part = (keptId: number, goneId: number) =>
  database.$transaction((tx) => partEvents(tx, { keptId, goneId }, { state: "distinct" }, now));

describe("events of two sources that are one", () => {
  it("are shown once, part by part as the better source has them, and follow both", async () => {
    const poor = await tells("kudago", {
      texts: { ru: { title: "Спектакль «Ревизор»", body: "Много слов." }, en: { title: "The Inspector" } },
      ageMin: 12,
      links: [{ kind: "site", url: "https://k.example.org/" }],
    });
    const better = await tells("culture", { priceMin: 300, priceMax: 900 });
    expect(await settle()).toEqual({ merged: 1, suspected: 0, parted: 0 });
    expect(await shown()).toMatchObject([
      {
        id: better,
        priceMin: 300,
        ageMin: 12,
        links: [{ kind: "site", url: "https://k.example.org/" }],
        texts: [
          { language: "ru", title: "Ревизор", body: "Много слов." },
          { language: "en", title: "The Inspector" },
        ],
      },
    ]);
    // What the lesser one says now is shown where the better one still says nothing.
    await tells("kudago", { texts: { ru: { title: "Ревизор", body: "Другие слова." } }, ageMin: 16 });
    await tells("culture", { ageMin: 6, isFree: true });
    expect(await shown()).toMatchObject([
      { id: better, isFree: true, priceMin: null, ageMin: 6, links: [], texts: [{ body: "Другие слова." }, {}] },
    ]);
    expect(await settle()).toEqual({ merged: 0, suspected: 0, parted: 0 });
    await part(better, poor);
    expect(await shown()).toMatchObject([
      { id: poor, ageMin: 16 },
      { id: better, ageMin: 6, texts: [{ language: "ru", title: "Ревизор", body: null }] },
    ]);
  });

  it("keep what a person wrote", async () => {
    await tells("kudago", { ageMin: 12 });
    const better = await tells("culture", { priceMin: 300 });
    await database.event.update({ where: { id: better }, data: { ageMin: 18, editedFields: ["ageMin"] } });
    await settle();
    expect(await shown()).toMatchObject([{ ageMin: 18, priceMin: 300 }]);
  });

  it("have reminders and ratings of both, and give them back where it was wrong", async () => {
    const [poor, better] = [await tells("kudago"), await tells("culture")];
    const [from, to] = [await firstDate(poor), await firstDate(better)];
    const reminder = (personId: bigint, occurrenceId: number) => ({
      personId,
      occurrenceId,
      minutes: 60,
      createdAt: now,
    });
    await database.reminder.createMany({
      data: [reminder(1n, from.id), reminder(2n, from.id), reminder(2n, to.id)],
    });
    await database.rating.create({ data: { personId: 1n, occurrenceId: from.id, stars: 5, ratedAt: now } });
    await settle();
    const planned = () =>
      database.delivery.findMany({
        where: { kind: "reminder", occurrenceId: to.id },
        select: { personId: true },
        orderBy: { personId: "asc" },
      });
    expect(await planned()).toEqual([{ personId: 1n }, { personId: 2n }]);
    expect(await database.rating.findMany()).toMatchObject([{ occurrenceId: to.id }]);
    await part(better, poor);
    expect(await planned()).toEqual([{ personId: 2n }]);
    expect(await database.reminder.count({ where: { occurrenceId: from.id } })).toBe(2);
    expect(await database.rating.findMany()).toMatchObject([{ occurrenceId: from.id, movedFrom: null }]);
    // Somebody told them apart: nobody asks again.
    expect(await settle()).toEqual({ merged: 0, suspected: 0, parted: 0 });
    expect(await shown()).toHaveLength(2);
  });

  it("have reviews of both on one card, and each its own where it was wrong", async () => {
    const [poor, better] = [await tells("kudago"), await tells("culture")];
    const review = (eventId: number, byline: string) =>
      insertArticle(
        database,
        {
          ...{ kind: "review", institutionId: null, pictureUrl: null },
          texts: { ru: { title: byline, body: byline, byline, pictureAlt: null } },
          links: { eventIds: [eventId], collectionIds: [] },
        },
        { now, publishedAt: now },
      );
    const [first, second] = [await review(poor, "Сафин"), await review(better, "Каримова")];
    await settle();
    const on = async (eventId: number) =>
      (await findCardOfEvent(database, eventId, now))?.reviews.map(({ articleId }) => articleId);
    expect(await on(better)).toEqual([second, first]);
    await part(better, poor);
    expect(await on(better)).toEqual([second]);
    expect(await on(poor)).toEqual([first]);
  });

  it("stay with the one that has all dates, in the words of the better one", async () => {
    const wide = await tells("kudago", { texts: { ru: { title: "Ревизор 12+" } } }, [5, 6, 7]);
    await tells("culture", { priceMin: 300 }, [6]);
    await settle();
    expect(await shown()).toMatchObject([
      { id: wide, priceMin: 300, texts: [{ title: "Ревизор" }], occurrences: [{}, {}, {}] },
    ]);
  });

  it("are two again when the hidden one gets a day that the other one has not", async () => {
    const poor = await tells("kudago");
    await tells("culture", {}, [5, 6]);
    await settle();
    await tells("kudago", {}, [5, 9]);
    expect(await settle()).toEqual({ merged: 0, suspected: 0, parted: 1 });
    expect(await shown()).toHaveLength(2);
    expect(await pairs()).toMatchObject([{ state: "suspected", reason: "dates", keptId: null }]);
    // The better one follows: they are one again.
    await tells("culture", {}, [5, 6, 9]);
    expect(await settle()).toMatchObject({ merged: 1 });
    expect((await shown()).map(({ id }) => id)).not.toContain(poor);
  });

  it("of three sources are one", async () => {
    await tells("kudago", { ageMin: 12 });
    await tells("timepad", { heldIn: "tt" });
    await tells("culture");
    expect(await settle()).toMatchObject({ merged: 2 });
    expect(await shown()).toMatchObject([{ ageMin: 12, heldIn: "tt" }]);
  });
});

describe("what may be one is asked:", () => {
  it.each<[string, Partial<EventDraft>]>([
    ["title", { texts: { ru: { title: "Ревизор Гоголя на большой сцене театра" } } }],
    ["place", { occurrences: [{ startsAt: at(5) }] }],
    [
      "hour",
      { occurrences: [{ ...dateOn("kudago", 5), startsAt: new Date("2026-12-04T21:00:00Z"), hasStartTime: false }] },
    ],
    ["dates", { occurrences: [dateOn("kudago", 5), dateOn("kudago", 8)] }],
  ])("%s", async (reason, changes) => {
    await tells("kudago", changes);
    await tells("culture", {}, [5, 6]);
    expect(await settle()).toEqual({ merged: 0, suspected: 1, parted: 0 });
    expect(await pairs()).toMatchObject([{ state: "suspected", reason }]);
    expect(await settle()).toEqual({ merged: 0, suspected: 0, parted: 0 });
  });

  it("before what a person made is hidden", async () => {
    await database.event.update({
      where: { id: await tells("kudago") },
      data: { publishedAt: null, origin: { delete: true } },
    });
    const better = await tells("culture");
    expect(await settle()).toMatchObject({ merged: 0, suspected: 1 });
    expect(await pairs()).toMatchObject([{ reason: "by_hand", secondId: better }]);
  });

  it("and no more when it is something else by now", async () => {
    await tells("kudago", { texts: { ru: { title: "Ревизор Гоголя на большой сцене театра" } } });
    await tells("culture");
    await settle();
    await tells("kudago", { texts: { ru: { title: "Вишнёвый сад" } } });
    await settle();
    expect(await pairs()).toEqual([]);
  });
});

it("two records of one source are two events", async () => {
  const first = await tells("kudago");
  await database.origin.update({ where: { eventId: first }, data: { recordId: "0" } });
  await tells("kudago");
  expect(await settle()).toEqual({ merged: 0, suspected: 0, parted: 0 });
  expect(pairOf({ keptId: 2, goneId: 1 })).toEqual({ firstId: 1, secondId: 2 });
});
