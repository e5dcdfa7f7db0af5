import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findCard } from "../../bot/programme/card/card-store.ts";
import { rate } from "../../bot/voices/rating-store.ts";
import type { Stars } from "../../bot/voices/stars.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { eventRow } from "../support/factories/event.ts";

const { database } = await testDatabase();
const { now } = evening;
const hour = 3_600_000;
const people = [1, 2, 3, 4, 5];

/** Three dates of one event that have begun, and one that has not. */
const dates: number[] = [];

beforeAll(async () => {
  const seen = { firstSeenAt: now, lastSeenAt: now };
  for (const id of people)
    await database.person.create({ data: { id, language: "ru", firstName: `Г ${id}`, ...seen } });
  const { id: eventId } = await database.event.create({
    data: eventRow(now, { texts: { create: { language: "ru", title: "Джаз" } } }),
  });
  for (const inHours of [-30, -20, -10, 10]) {
    const startsAt = new Date(now.getTime() + inHours * hour);
    const when = { startsAt, endsAt: new Date(startsAt.getTime() + hour), startsLocal: startsAt, changedAt: now };
    const { id } = await database.occurrence.create({ data: { eventId, ...when, timeZone: "Europe/Moscow" } });
    dates.push(id);
  }
});

beforeEach(async () => {
  await database.rating.deleteMany();
  await database.reminder.deleteMany();
  await database.delivery.deleteMany();
});

const date = (index: number) => dates[index] ?? 0;
const wants = (personId: number, index: number) =>
  database.reminder.create({ data: { personId, occurrenceId: date(index), minutes: 60, createdAt: now } });
const rates = (personId: number, index: number, stars: Stars) =>
  rate(database, { personId, occurrenceId: date(index) }, stars, now);
const shown = async () => (await findCard(database, date(0), now))?.rating;

describe("a rating", () => {
  it("is taken from anybody, and the later replaces the earlier", async () => {
    expect(await rates(1, 0, 4)).toEqual({ kind: "rated" });
    expect(await rates(1, 0, 5)).toEqual({ kind: "rated" });
    expect(await database.rating.findMany()).toMatchObject([{ stars: 5 }]);
  });

  it("is not taken before it began, nor of what there is not", async () => {
    expect(await rates(1, 3, 1)).toEqual({ kind: "not yet" });
    expect(await rate(database, { personId: 1, occurrenceId: 2_000_000_000 }, 1, now)).toEqual({ kind: "gone" });
    expect(await database.rating.count()).toBe(0);
  });

  it("of somebody who came today and did nothing else is marked, all day", async () => {
    await rates(1, 0, 4);
    await wants(2, 3);
    await rates(2, 0, 4);
    await rates(1, 1, 4);
    const given = await database.rating.findMany({ orderBy: { id: "asc" } });
    expect(given.map(({ isNewcomer }) => isNewcomer)).toEqual([true, false, true]);
  });
});

describe("the mean on a card", () => {
  it("is not shown of four people, though each rated all dates", async () => {
    for (const index of [0, 1, 2]) for (const person of people.slice(0, 4)) await rates(person, index, 1);
    expect(await shown()).toBeNull();
  });

  it("counts people, each by what they said last", async () => {
    for (const index of [0, 1, 2]) await rates(1, index, 1);
    await rate(database, { personId: 1, occurrenceId: date(0) }, 3, new Date(now.getTime() + 1));
    for (const person of [2, 3, 4, 5]) await rates(person, 0, 4);
    expect(await shown()).toEqual({ average: (40 + 3 + 16) / 15, count: 5 });
  });
});
