import { expect, it } from "vitest";
import { countCollection } from "../../bot/collections/numbers-store.ts";
import { findProgramme } from "../../bot/collections/programme-store.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { eventRow, occurrenceRow } from "../support/factories/event.ts";
import { personRow } from "../support/factories/person.ts";

const { now } = evening;
const { database } = await testDatabase({}, "empty");
const hour = 3_600_000;
const starts = new Date(now.getTime() + 24 * hour);

/** An event of a house with dates so many hours after the beginning. */
async function event(institutionId: number, hours: readonly number[], more = {}) {
  const made = await database.event.create({
    data: {
      ...eventRow(now, { institutionId, ...more, texts: { create: { language: "ru", title: "Показ" } } }),
      occurrences: {
        create: hours.map((after) => occurrenceRow(now, { startsAt: new Date(starts.getTime() + after * hour) })),
      },
    },
    include: { occurrences: { orderBy: { startsAt: "asc" } } },
  });
  return { eventId: made.id, dates: made.occurrences.map(({ id }) => id) };
}

it("a Night is counted with its parts, each person once, and nothing of what nobody may see", async () => {
  const [one, other] = await Promise.all(
    ["Музей", "Театр"].map((name) =>
      database.institution.create({ data: { texts: { create: { language: "ru", name } } } }),
    ),
  );
  const first = await event(one?.id ?? 0, [0, 2]);
  const second = await event(other?.id ?? 0, [2]);
  const within = await event(other?.id ?? 0, [2.5]);
  const withdrawn = await event(one?.id ?? 0, [1], { withdrawnAt: now });
  const draft = await event(one?.id ?? 0, [1], { publishedAt: null });
  const outside = await event(one?.id ?? 0, [40]);
  const times = { startsAt: starts, endsAt: new Date(starts.getTime() + 8 * hour), createdAt: now, updatedAt: now };
  const lists = { sections: [], audiences: [] };
  const member = ({ eventId }: { eventId: number }, position: number) => ({ eventId, position });
  const night = await database.collection.create({
    data: {
      ...{ kind: "night", ...times, ...lists, publishedAt: now },
      members: { create: [first, second, withdrawn, draft, outside].map(member) },
    },
  });
  const part = { kind: "night", ...times, ...lists, parentId: night.id } as const;
  const quarter = await database.collection.create({
    data: { ...part, publishedAt: now, members: { create: [within].map(member) } },
  });
  const hidden = await event(one?.id ?? 0, [3]);
  await database.collection.create({ data: { ...part, members: { create: [hidden].map(member) } } });

  const [a, b, c] = await Promise.all([1, 2, 3].map(() => database.person.create({ data: personRow(now, {}) })));
  const wants = (personId: bigint | undefined, occurrenceId: number | undefined, minutes: number) =>
    database.reminder.create({
      data: { personId: personId ?? 0n, occurrenceId: occurrenceId ?? 0, minutes, createdAt: now },
    });
  await wants(a?.id, first.dates[1], 60);
  await wants(a?.id, first.dates[1], 1440);
  await wants(b?.id, second.dates[0], 60);
  await wants(b?.id, within.dates[0], 60);
  await wants(c?.id, outside.dates[0], 60);
  for (const personId of [b?.id, c?.id])
    await database.collectionReminder.create({
      data: { personId: personId ?? 0n, collectionId: quarter.id, createdAt: now },
    });
  await database.reading.create({ data: { eventId: first.eventId, day: now, opened: 7 } });
  await database.reading.create({ data: { eventId: outside.eventId, day: now, opened: 9 } });

  const later = (hours: number) => new Date(starts.getTime() + hours * hour);
  const floor = (date: Date) => new Date(Math.floor(date.getTime() / hour) * hour);
  expect(await countCollection(database, night.id, now)).toEqual({
    ...{ events: 3, dates: 4, places: 0, houses: 2 },
    ...{ people: 3, whole: 2, byParts: 2, reminders: 3, opened: 7 },
    hours: [
      { hour: floor(later(0)), dates: 1, people: 0 },
      { hour: floor(later(2)), dates: 2, people: 2 },
      { hour: floor(later(2.5)), dates: 1, people: 1 },
    ],
  });
  const seen = await findProgramme(database, night.id, { now, language: "ru", personId: Number(b?.id) });
  expect(seen.map(({ occurrenceId, isChosen }) => [occurrenceId, isChosen])).toEqual([
    [first.dates[0], false],
    [first.dates[1], false],
    [second.dates[0], true],
    [within.dates[0], true],
  ]);
});
