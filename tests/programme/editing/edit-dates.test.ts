import { describe, expect, it } from "vitest";
import {
  addOccurrences,
  cancelOccurrence,
  moveAll,
  moveOccurrence,
  postponeOccurrence,
  restoreOccurrence,
} from "../../../bot/programme/editing/changes/change-dates-store.ts";
import { setLinks } from "../../../bot/programme/editing/changes/change-event-store.ts";
import { countTold } from "../../../bot/programme/editing/changes/count-told-store.ts";
import { openDesk } from "./desk.ts";
import { admin, now, reader, timeZone } from "./staff.ts";

const { database, desk, read, edition, publish, dateId, follow, deliveries } = await openDesk();

describe("a date", () => {
  it("of a draft moves and goes as if it had never been announced", async () => {
    const startsAt = new Date("2026-12-07T15:30:00Z");
    await moveOccurrence(database, admin, await edition(), { occurrenceId: await dateId(), startsAt });
    await cancelOccurrence(database, admin, await edition(), { occurrenceId: await dateId() });
    expect((await read()).occurrences).toMatchObject([{ startsAt, status: "scheduled", previousStartsAt: null }]);
  });

  it("moved, postponed, cancelled and restored is told to those who follow it", async () => {
    await publish();
    await follow();
    const occurrenceId = await dateId();
    expect(await countTold(database, [occurrenceId, await dateId(1)], now)).toEqual({
      people: 1,
      dates: [{ occurrenceId, people: 1 }],
    });
    const startsAt = new Date("2026-12-05T17:00:00Z");
    await moveOccurrence(database, admin, await edition(), { occurrenceId, startsAt, placeId: desk.house.garden });
    expect((await read()).occurrences[0]).toMatchObject({
      ...{ startsAt, endsAt: new Date("2026-12-05T19:00:00Z"), status: "moved", placeId: desk.house.garden },
      previousStartsAt: new Date("2026-12-05T15:30:00Z"),
    });
    expect(await deliveries("change")).toMatchObject([{ personId: BigInt(reader), lane: "normal" }]);
    expect(await deliveries("reminder")).toMatchObject([{ dueAt: new Date("2026-12-05T16:00:00Z") }]);

    expect(await postponeOccurrence(database, admin, await edition(), { occurrenceId })).toMatchObject({
      kind: "done",
    });
    expect(await deliveries("reminder")).toEqual([]);
    await cancelOccurrence(database, admin, await edition(), { occurrenceId });
    expect(await deliveries("change")).toMatchObject([{ lane: "urgent" }]);
    await restoreOccurrence(database, admin, await edition(), { occurrenceId });
    expect((await read()).occurrences[0]).toMatchObject({ startsAt, status: "moved" });
    expect(await deliveries("reminder")).toHaveLength(1);
  });

  it("of another event is missing", async () => {
    expect(await cancelOccurrence(database, admin, await edition(), { occurrenceId: 0 })).toEqual({ kind: "missing" });
  });

  it("is added once; all coming ones move together by the wall clock", async () => {
    await publish();
    const dates = [
      { startsAt: new Date("2026-12-05T15:30:00Z"), placeId: desk.house.stage },
      { startsAt: new Date("2026-12-12T15:30:00Z"), placeId: desk.house.stage },
    ];
    await addOccurrences(database, admin, await edition(), { dates, timeZone });
    expect((await read()).occurrences).toHaveLength(3);
    await cancelOccurrence(database, admin, await edition(), { occurrenceId: await dateId(2) });
    await moveAll(database, admin, await edition(), { days: 1, time: { hour: 20, minute: 0 } });
    expect((await read()).occurrences.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      "2026-12-06T17:00:00.000Z",
      "2026-12-07T17:00:00.000Z",
      "2026-12-12T15:30:00.000Z",
    ]);
  });
});

describe("a recording", () => {
  const recording = { kind: "recording" as const, url: "https://video.example/1" };

  it("is told once to those who followed a date that is over, and not before it is published", async () => {
    await publish();
    await follow();
    await database.rating.create({ data: { personId: 4, occurrenceId: await dateId(), stars: 5, ratedAt: now } });
    const after = { by: 1, now: new Date("2026-12-05T20:00:00Z") };
    await setLinks(database, after, await edition(), [recording]);
    const told = await deliveries("recording");
    expect(told.map(({ personId }) => Number(personId)).sort()).toEqual([4, reader]);
    expect(told[0]).toMatchObject({ lane: "bulk", silent: true, occurrenceId: await dateId() });
    await setLinks(database, after, await edition(), [recording, { ...recording, url: "https://video.example/2" }]);
    expect(await deliveries("recording")).toHaveLength(2);
  });

  it("of what has not taken place is told to nobody", async () => {
    await publish();
    await follow();
    await setLinks(database, admin, await edition(), [recording]);
    expect(await deliveries("recording")).toEqual([]);
  });
});
