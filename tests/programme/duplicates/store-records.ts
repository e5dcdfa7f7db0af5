import type { Database } from "../../../bot/database/database.ts";
import { eventRow, occurrenceRow } from "../../support/factories/event.ts";
import type { InventedRecord } from "./three-sources.ts";

/** Stores records in bulk, without an index for searches; returns of which event each of theirs tells. */
export async function storeRecords(
  database: Database,
  records: readonly InventedRecord[],
  now: Date,
): Promise<Map<number, number>> {
  const places = new Map(
    records.flatMap(({ draft }) => draft.occurrences.flatMap(({ place }) => (place ? [[place.origin, place]] : []))),
  );
  const stored = await database.place.createManyAndReturn({
    data: [...places.values()].map(({ origin, latitude = null, longitude = null }) => ({
      origin,
      latitude,
      longitude,
    })),
  });
  const placeIds = new Map(stored.map(({ id, origin }) => [origin, id]));
  await database.placeText.createMany({
    data: stored.map(({ id, origin }) => ({
      placeId: id,
      language: "ru",
      title: places.get(origin ?? "")?.texts.ru?.title ?? "",
    })),
  });
  const events = await database.event.createManyAndReturn({
    data: records.map(({ draft: { section, attendanceMode, isFree, priceMin = null, priceMax = null } }) =>
      eventRow(now, { section, attendanceMode, isFree, priceMin, priceMax, audiences: [], accessibility: [] }),
    ),
    select: { id: true },
  });
  const numbered = records.map((record, index) => ({ ...record, eventId: events[index]?.id ?? 0 }));
  await database.eventText.createMany({
    data: numbered.map(({ eventId, draft }) => ({ eventId, language: "ru", title: draft.texts.ru?.title ?? "" })),
  });
  await database.origin.createMany({
    data: numbered.map(({ eventId, source, recordId }) => ({
      ...{ eventId, source, recordId, fingerprint: recordId, importedAt: now },
    })),
  });
  await database.occurrence.createMany({
    data: numbered.flatMap(({ eventId, draft }) =>
      draft.occurrences.map(({ startsAt, place }) =>
        occurrenceRow(now, { eventId, startsAt, placeId: placeIds.get(place?.origin ?? "") ?? null }),
      ),
    ),
  });
  return new Map(numbered.map(({ eventId, truth }) => [eventId, truth]));
}
