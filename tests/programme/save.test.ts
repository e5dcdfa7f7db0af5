import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../bot/database/database.ts";
import type { EventDraft } from "../../bot/programme/event.ts";
import { saveEvent } from "../../bot/programme/save-store.ts";
import { testDatabase } from "../support/database.ts";

const now = new Date("2026-12-01T12:00:00Z");
const options = { now, timeZone: "Europe/Moscow" };
const { database } = await testDatabase();

let record = 0;
/** What the source says at this moment: another fingerprint each time. */
let edition = 0;
beforeEach(() => {
  record += 1;
});

function draft(changes: Partial<EventDraft> = {}): EventDraft {
  return {
    section: "music",
    attendanceMode: "on_site",
    texts: { ru: { title: "Вечер джаза", body: "Рояль и контрабас." } },
    occurrences: [{ startsAt: new Date("2026-12-05T16:00:00Z"), place: pier }],
    isFree: false,
    priceMin: 500,
    links: [{ kind: "site", url: "https://example.org/jazz" }],
    ...changes,
  };
}
const pier = {
  origin: "test:pier",
  texts: { ru: { title: "Старый причал", address: "ул. Речная, 3" } },
  latitude: 55.79,
  longitude: 49.12,
};

function save(changes: Partial<EventDraft> = {}, fingerprint = `edition ${++edition}`) {
  return saveEvent(database, draft(changes), { source: "test", recordId: String(record), fingerprint }, options);
}

function read(eventId: number) {
  return database.event.findUniqueOrThrow({
    where: { id: eventId },
    include: {
      texts: true,
      links: true,
      origin: true,
      occurrences: { include: { place: { include: { texts: true } } }, orderBy: { startsAt: "asc" } },
    },
  });
}

/** The transactions that wrote each row last: equal before and after means that nothing was written. */
async function traces(on: Database): Promise<unknown> {
  return on.$queryRaw`
    SELECT xmin::text, "id"::text FROM "Event" UNION ALL SELECT xmin::text, "recordId" FROM "Origin"
    UNION ALL SELECT xmin::text, "id"::text FROM "Occurrence" UNION ALL SELECT xmin::text, "id"::text FROM "Link"
    UNION ALL SELECT xmin::text, "title" FROM "EventText" UNION ALL SELECT xmin::text, "title" FROM "PlaceText"
    UNION ALL SELECT xmin::text, "id"::text FROM "Place" UNION ALL SELECT xmin::text, "eventId"::text FROM "EventSearch"
    ORDER BY 1, 2`;
}

describe("an event is saved", () => {
  it("whole", async () => {
    const saved = await save();
    const event = await read(saved.eventId);
    expect(saved).toEqual({
      kind: "created",
      eventId: event.id,
      changes: [{ occurrenceId: event.occurrences[0]?.id, kind: "added" }],
    });
    expect(event).toMatchObject({
      section: "music",
      priceMin: 500,
      priceMax: null,
      currency: "RUB",
      publishedAt: now,
      texts: [{ language: "ru", title: "Вечер джаза", body: "Рояль и контрабас.", summary: null }],
      links: [{ kind: "site", url: "https://example.org/jazz" }],
      occurrences: [
        {
          startsAt: new Date("2026-12-05T16:00:00Z"),
          endsAt: new Date("2026-12-05T18:00:00Z"),
          hasEndTime: false,
          startsLocal: new Date("2026-12-05T19:00:00Z"),
          timeZone: "Europe/Moscow",
          status: "scheduled",
          sequence: 0,
          place: { latitude: 55.79, texts: [{ title: "Старый причал", address: "ул. Речная, 3" }] },
        },
      ],
    });
    expect(await database.eventSearch.count({ where: { eventId: event.id } })).toBe(1);
  });

  it("once: the same record again writes nothing at all", async () => {
    const first = await save({}, "same");
    const before = await traces(database);
    expect(await save({}, "same")).toEqual({ kind: "unchanged", eventId: first.eventId });
    expect(await traces(database)).toEqual(before);
  });

  it("once, though eight imports bring the same record at the same moment", async () => {
    const saved = await Promise.all(Array.from({ length: 8 }, () => save({}, "same")));
    expect(saved.map(({ kind }) => kind).sort()).toEqual(["created", ...Array(7).fill("unchanged")]);
    expect(new Set(saved.map(({ eventId }) => eventId)).size).toBe(1);
    expect(await database.origin.count({ where: { recordId: String(record) } })).toBe(1);
  });

  it("with the places it shares with others, though all come at the same moment", async () => {
    const place = (name: string) => ({ origin: `test:race-${name}`, texts: { ru: { title: name } } });
    const at = (hour: number, name: string) => ({
      startsAt: new Date(Date.UTC(2026, 11, 5, hour)),
      place: place(name),
    });
    const saved = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        saveEvent(
          database,
          draft({ occurrences: index % 2 ? [at(16, "A"), at(18, "B")] : [at(16, "B"), at(18, "A")] }),
          { source: "race", recordId: String(index), fingerprint: "same" },
          options,
        ),
      ),
    );
    expect(new Set(saved.map(({ eventId }) => eventId)).size).toBe(10);
    expect(await database.place.count({ where: { origin: { startsWith: "test:race-" } } })).toBe(2);
  });

  it("anew once, though four imports bring the same change at the same moment", async () => {
    const { eventId } = await save();
    const occurrences = [5, 6].map((day) => ({ startsAt: new Date(Date.UTC(2026, 11, day, 16)), place: pier }));
    const saved = await Promise.all([1, 2, 3, 4].map(() => save({ occurrences }, "the same change")));
    expect(saved.map(({ kind }) => kind).sort()).toEqual(["unchanged", "unchanged", "unchanged", "updated"]);
    expect((await read(eventId)).occurrences).toHaveLength(2);
  });
});

describe("a changed record", () => {
  it("updates its event and empties what it no longer says", async () => {
    const { eventId } = await save();
    const saved = await save({
      section: "theatre",
      priceMin: 700,
      texts: { ru: { title: "Вечер блюза" } },
      links: [{ kind: "ticket", url: "https://example.org/buy" }],
    });
    expect(saved).toEqual({ kind: "updated", eventId, changes: [] });
    expect(await read(eventId)).toMatchObject({
      section: "theatre",
      priceMin: 700,
      texts: [{ title: "Вечер блюза", body: null }],
      links: [{ kind: "ticket", url: "https://example.org/buy" }],
    });
  });

  it("stamps its event with the time of the import", async () => {
    const { eventId } = await save();
    expect(await read(eventId)).toMatchObject({ publishedAt: now, createdAt: now, updatedAt: now });
    const later = new Date("2026-12-02T12:00:00Z");
    const origin = { source: "test", recordId: String(record), fingerprint: `edition ${++edition}` };
    await saveEvent(database, draft(), origin, { ...options, now: later });
    expect(await read(eventId)).toMatchObject({ publishedAt: now, createdAt: now, updatedAt: later });
  });

  it("moves its date: the row stays, remembers, and counts up", async () => {
    const { eventId } = await save();
    const [before] = (await read(eventId)).occurrences;
    const saved = await save({ occurrences: [{ startsAt: new Date("2026-12-07T16:30:00Z"), place: pier }] });
    expect(saved).toMatchObject({ changes: [{ occurrenceId: before?.id, kind: "moved" }] });
    const { occurrences } = await read(eventId);
    expect(occurrences).toHaveLength(1);
    expect(occurrences[0]).toMatchObject({
      id: before?.id,
      status: "moved",
      sequence: 1,
      previousStartsAt: new Date("2026-12-05T16:00:00Z"),
      startsAt: new Date("2026-12-07T16:30:00Z"),
      startsLocal: new Date("2026-12-07T19:30:00Z"),
      endsAt: new Date("2026-12-07T18:30:00Z"),
    });
  });

  it("cancels a date that vanished and never deletes it", async () => {
    const { eventId } = await save();
    const saved = await save({ occurrences: [] });
    const { occurrences } = await read(eventId);
    expect(saved).toMatchObject({ changes: [{ occurrenceId: occurrences[0]?.id, kind: "cancelled" }] });
    expect(occurrences).toMatchObject([{ status: "cancelled", sequence: 1 }]);
  });

  it("leaves alone a language that it does not have", async () => {
    const { eventId } = await save();
    await database.eventText.create({ data: { eventId, language: "tt", title: "Джаз кичәсе" } });
    await save({ texts: { ru: { title: "Вечер блюза" } } });
    const { texts } = await read(eventId);
    expect(texts.map(({ title }) => title).sort()).toEqual(["Вечер блюза", "Джаз кичәсе"]);
  });

  it("does not forget a place's name when it brings only the number", async () => {
    const { eventId } = await save();
    await save({
      occurrences: [{ startsAt: new Date("2026-12-05T16:00:00Z"), place: { origin: "test:pier", texts: {} } }],
    });
    const { occurrences } = await read(eventId);
    expect(occurrences[0]).toMatchObject({
      sequence: 0,
      place: { latitude: 55.79, texts: [{ title: "Старый причал" }] },
    });
  });

  it.each<[string, Partial<EventDraft>, object]>([
    ["section", { section: "theatre" }, { section: "music" }],
    ["priceMin", { priceMin: 9 }, { priceMin: 500 }],
    ["texts", { texts: { ru: { title: "Другое" } } }, { texts: [{ title: "Вечер джаза" }] }],
    ["texts.ru", { texts: { ru: { title: "Другое" } } }, { texts: [{ title: "Вечер джаза" }] }],
    ["links", { links: [] }, { links: [{ url: "https://example.org/jazz" }] }],
    ["occurrences", { occurrences: [] }, { occurrences: [{ status: "scheduled" }] }],
    ["institution", { institution: { origin: "test:hall", names: { ru: "Зал" } } }, { institutionId: null }],
  ])("keeps %s as a person left it, and updates the rest", async (field, changes, kept) => {
    const { eventId } = await save();
    await database.event.update({ where: { id: eventId }, data: { editedFields: [field] } });
    await save({ ageMin: 16, ...changes });
    expect(await read(eventId)).toMatchObject({ ageMin: 16, ...kept });
  });
});
