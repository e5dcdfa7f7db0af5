import { expect, it } from "vitest";
import { forget } from "../../bot/privacy/erase-store.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { eventRow } from "../support/factories/event.ts";
import { personRow } from "../support/factories/person.ts";

const { database } = await testDatabase();
const { now } = evening;

it("whoever is forgotten may let what is shown stand without a name, and nothing else", async () => {
  const { id: personId } = await database.person.create({ data: personRow(now, {}) });
  const { id: eventId } = await database.event.create({ data: eventRow(now, {}) });
  const row = { personId, eventId, name: "Коллега", writtenAt: now, isNewcomer: false };
  const waits = { waitingSince: now, hold: "first" } as const;
  await database.comment.create({ data: { ...row, text: "Показан", state: "published", publishedAt: now } });
  await database.comment.create({ data: { ...row, text: "Ждёт", state: "waiting", ...waits } });
  await database.comment.create({ data: { ...row, text: "Отклонён", state: "rejected" } });
  await forget(database, Number(personId), now, "nameless");
  const left = await database.comment.findMany({ select: { text: true, name: true, personId: true } });
  expect(left).toEqual([{ text: "Показан", name: null, personId: null }]);
});
