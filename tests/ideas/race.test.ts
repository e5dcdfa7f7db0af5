import { beforeAll, expect, it } from "vitest";
import { answerIdea, mergeIdea } from "../../bot/ideas/answer-store.ts";
import { threshold } from "../../bot/ideas/idea.ts";
import { propose } from "../../bot/ideas/propose-store.ts";
import { support, withdrawVoice } from "../../bot/ideas/voice-store.ts";
import { openInstance, testDatabase } from "../support/database.ts";
import { roleRow } from "../support/factories/person.ts";

const now = new Date("2026-11-20T15:00:00Z");
const { database, url } = await testDatabase();
const authorId = 1;

beforeAll(async () => {
  await database.$executeRaw`
    INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
    SELECT id, 'ru', 'Житель', ${now}, ${now} FROM generate_series(1, 1001) id`;
  await database.staffRole.create({ data: roleRow(now, { personId: authorId, role: "moderator" }) });
});

let count = 0;
async function idea(): Promise<number> {
  count += 1;
  const later = new Date(now.getTime() + count * 8 * 86_400_000);
  const made = await propose(database, { authorId, title: `Идея ${count}`, body: "Текст", language: "ru" }, later);
  if (made.kind !== "proposed") throw new Error(made.kind);
  return made.id;
}

const seen = (id: number) => database.idea.findUniqueOrThrow({ where: { id } });

/** Two thousand supports of a thousand people at once from three instances. */
async function everybodySupports(ideaId: number): Promise<string[]> {
  const instances = [1, 2, 3].map(() => openInstance(url, { connections: 6 }));
  const people = Array.from({ length: 2_000 }, (_, n) => (n % 1_000) + 2);
  const said = await Promise.all(
    people.map((personId, n) => support(instances[n % 3] ?? database, { ideaId, personId }, now)),
  );
  await Promise.all(instances.map((instance) => instance.$disconnect()));
  return said;
}

it("two thousand supports of a thousand people at once from three instances are a thousand", {
  timeout: 600_000,
}, async () => {
  const ideaId = await idea();
  const said = await everybodySupports(ideaId);
  expect(said.filter((each) => each === "given")).toHaveLength(1_000);
  expect(said.filter((each) => each === "already")).toHaveLength(1_000);
  expect(await database.ideaVoice.count({ where: { ideaId } })).toBe(1_001);
  const { voices, dueAt } = await seen(ideaId);
  expect(voices).toBe(1_001);
  expect(dueAt).toEqual(new Date(now.getTime() + threshold.answerDays * 86_400_000));
});

it("a voice without the rule that a person has one would count twice", async () => {
  const ideaId = await idea();
  await database.$executeRaw`DROP INDEX "IdeaVoice_ideaId_personId_key"`;
  const voice = { ideaId, personId: 2n, givenAt: now, isFresh: false, knownTo: 0 };
  await database.ideaVoice.createMany({ data: [voice, voice] });
  expect(await database.ideaVoice.count({ where: { ideaId, personId: 2 } })).toBe(2);
  await database.ideaVoice.deleteMany({ where: { ideaId, personId: 2 } });
  await database.$executeRaw`CREATE UNIQUE INDEX "IdeaVoice_ideaId_personId_key" ON "IdeaVoice" ("ideaId", "personId")`;
});

it("counting what was read before would lose voices that two give at once", async () => {
  const ideaId = await idea();
  const { voices } = await seen(ideaId);
  // Both read one, and write what they read and one more.
  for (const _ of [1, 2]) await database.idea.update({ where: { id: ideaId }, data: { voices: voices + 1 } });
  expect((await seen(ideaId)).voices).toBe(2);
  await database.idea.update({ where: { id: ideaId }, data: { voices } });
  await Promise.all([2, 3].map((personId) => support(database, { ideaId, personId }, now)));
  expect((await seen(ideaId)).voices).toBe(3);
});

it("voices given and taken back at once are counted by what is there", async () => {
  const ideaId = await idea();
  const people = Array.from({ length: 40 }, (_, n) => n + 2);
  await Promise.all(people.map((personId) => support(database, { ideaId, personId }, now)));
  await Promise.all([
    ...people.map((personId) => withdrawVoice(database, { ideaId, personId })),
    ...people.map((personId) => withdrawVoice(database, { ideaId, personId })),
    ...people.map((personId) => support(database, { ideaId, personId: personId + 100 }, now)),
  ]);
  expect((await seen(ideaId)).voices).toBe(await database.ideaVoice.count({ where: { ideaId } }));
  expect(await withdrawVoice(database, { ideaId, personId: authorId })).toBe(false);
});

it("four proposals at once of one person are three", async () => {
  const person = 500;
  const title = ["Каток", "Библиотека", "Хор", "Музей"];
  const made = await Promise.all(
    title.map((each) => propose(database, { authorId: person, title: each, body: "Да", language: "ru" }, now)),
  );
  expect(made.map(({ kind }) => kind).toSorted()).toEqual(["proposed", "proposed", "proposed", "too many"]);
});

it("two ideas merged into each other at once: one goes into the other", async () => {
  const [one, two] = [await idea(), await idea()];
  const merge = (ideaId: number, intoId: number) => mergeIdea(database, { by: authorId, now }, { ideaId, intoId });
  const merged = await Promise.all([merge(one, two), merge(two, one)]);
  expect(merged.filter((each) => each.kind === "done" && each.value)).toHaveLength(1);
  const states = [await seen(one), await seen(two)].map(({ state }) => state);
  expect(states.toSorted()).toEqual(["merged", "new"]);
});

it("takes no voice for what is closed, gone or taken away, and answers nothing twice", async () => {
  const [open, declined, empty] = [await idea(), await idea(), await idea()];
  await database.idea.update({ where: { id: empty }, data: { title: "" } });
  const actor = { by: authorId, now };
  const decline = () => answerIdea(database, actor, declined, { to: "declined", answer: "Нет" });
  expect(await decline()).toEqual({ kind: "done", value: true });
  expect(await decline()).toEqual({ kind: "done", value: false });
  const give = (ideaId: number) => support(database, { ideaId, personId: 7 }, now);
  expect([await give(open), await give(open), await give(declined), await give(empty), await give(99_999)]).toEqual([
    ...["given", "already", "closed", "gone", "gone"],
  ]);
  expect(await answerIdea(database, { by: 7, now }, open, { to: "accepted" })).toEqual({ kind: "forbidden" });
});
