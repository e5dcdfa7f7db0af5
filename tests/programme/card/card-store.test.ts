import { expect, it } from "vitest";
import { findCard, findCards } from "../../../bot/programme/card/card-store.ts";
import { testDatabase } from "../../support/database.ts";
import { evening } from "../../support/evening.ts";
import { personRow } from "../../support/factories/person.ts";

const statements: string[] = [];
const { database } = await testDatabase({ onStatement: (sql) => statements.push(sql) }, "city");
const { now } = evening;

it("whoever opens a card at the same time as others finds their own reminders", async () => {
  const [first, second] = await database.occurrence.findMany({ take: 2, orderBy: { id: "asc" } });
  if (!first || !second) throw new Error("the demo city has more than two dates");
  for (const id of [1, 2, 3]) await database.person.create({ data: personRow(now, { id }) });
  await database.reminder.createMany({
    data: [
      { personId: 1, occurrenceId: first.id, minutes: 60, createdAt: now },
      { personId: 2, occurrenceId: first.id, minutes: 15, createdAt: now },
      { personId: 2, occurrenceId: first.id, minutes: 1_440, createdAt: now },
      { personId: 2, occurrenceId: second.id, minutes: 0, createdAt: now },
    ],
  });
  const gone = 2_000_000_000;
  statements.length = 0;
  const cards = await Promise.all([
    ...[1, 2, 3].flatMap((person) => [
      findCard(database, first.id, now, person),
      findCard(database, second.id, now, person),
    ]),
    findCard(database, first.id, now),
    findCard(database, gone, now, 1),
  ]);
  const [of1, , of2, other] = cards;
  expect(of1).toMatchObject({ occurrenceId: first.id, reminders: [60] });
  expect(of2).toMatchObject({ occurrenceId: first.id, reminders: [1_440, 15] });
  expect(other).toMatchObject({ occurrenceId: second.id, reminders: [0] });
  expect(cards.slice(4).map((card) => card?.reminders)).toEqual([[], [], [], undefined]);
  expect(cards.at(-1)).toBeNull();
  expect(statements).toHaveLength(1);
});

it("several cards come in the order asked for, those gone left out", async () => {
  const dates = await database.occurrence.findMany({ take: 3, orderBy: { id: "desc" } });
  const ids = dates.map(({ id }) => id);
  const cards = await findCards(database, [ids[1] ?? 0, 2_000_000_000, ids[0] ?? 0, ids[2] ?? 0], now);
  expect(cards.map(({ occurrenceId }) => occurrenceId)).toEqual([ids[1], ids[0], ids[2]]);
});
