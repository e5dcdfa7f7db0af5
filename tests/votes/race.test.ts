import { expect, it } from "vitest";
import { castBallot } from "../../bot/votes/ballot-store.ts";
import { findVote } from "../../bot/votes/vote-store.ts";
import { openInstance, testDatabase } from "../support/database.ts";

const now = new Date("2026-11-20T15:00:00Z");
const { database, url } = await testDatabase();

const text = { language: "ru" as const, question: "Что ставить?", options: ["Комедию", "Драму", "Мюзикл"] };
const ask = (endsAt: Date | null = null) =>
  database.vote.create({ data: { results: "always", createdAt: now, endsAt, texts: { create: text } } });

it("two thousand voices of a thousand people at once from three instances are a thousand", async () => {
  const { id: voteId } = await ask();
  await database.$executeRaw`
    INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
    SELECT id, 'ru', 'Житель', ${now}, ${now} FROM generate_series(1, 1000) id`;
  const instances = [1, 2, 3].map(() => openInstance(url, { connections: 8 }));
  const voices = Array.from({ length: 2_000 }, (_, n) => ({ personId: (n % 1_000) + 1, option: n % 3 }));
  await Promise.all(voices.map((voice, n) => castBallot(instances[n % 3] ?? database, { voteId, ...voice }, now)));
  const counts = (await findVote(database, voteId))?.counts ?? [];
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1_000);
  expect(await database.ballot.count({ where: { voteId } })).toBe(1_000);
  await Promise.all(instances.map((instance) => instance.$disconnect()));
});

it("of two presses at once one is new, and the other tells what it changed", async () => {
  const { id: voteId } = await ask();
  const instances = [1, 2].map(() => openInstance(url, { connections: 20 }));
  const people = Array.from({ length: 20 }, (_, index) => index + 1);
  const press = (option: (instance: number) => number) =>
    Promise.all(
      people.flatMap((personId) =>
        instances.map((instance, n) => castBallot(instance, { voteId, personId, option: option(n) }, now)),
      ),
    );
  const count = (told: string[], kind: string) => told.filter((each) => each === kind).length;
  const alike = await press(() => 0);
  expect([count(alike, "cast"), count(alike, "same")]).toEqual([people.length, people.length]);
  const changed = await press(() => 1);
  expect([count(changed, "changed"), count(changed, "same")]).toEqual([people.length, people.length]);
  await Promise.all(instances.map((instance) => instance.$disconnect()));
});

it("a voice without the rule that a person has one would count twice", async () => {
  const { id: voteId } = await ask();
  await database.$executeRaw`ALTER TABLE "Ballot" DISABLE TRIGGER ALL`;
  await database.$executeRaw`DROP INDEX "Ballot_voteId_personId_key"`;
  for (const option of [0, 1]) await database.ballot.create({ data: { voteId, personId: 1, option, castAt: now } });
  expect((await findVote(database, voteId))?.counts).toEqual([1, 1, 0]);
  await database.ballot.deleteMany();
  await database.$executeRaw`CREATE UNIQUE INDEX "Ballot_voteId_personId_key" ON "Ballot" ("voteId", "personId")`;
});

it("takes no voice for what has ended, is not an option, or is not there", async () => {
  const { id: open } = await ask(new Date(now.getTime() + 1));
  const { id: ended } = await ask(now);
  const cast = (voteId: number, option: number) => castBallot(database, { voteId, personId: 1, option }, now);
  expect(await Promise.all([cast(open, 2), cast(open, 3), cast(ended, 0), cast(9_999, 0)])).toEqual([
    ...["cast", "gone", "ended", "gone"],
  ]);
});
