import { beforeAll, expect, it } from "vitest";
import { askGuest } from "../../bot/questions/ask-store.ts";
import { mergeQuestion, stepQuestion } from "../../bot/questions/guide-store.ts";
import { unvoiceQuestion, voiceQuestion } from "../../bot/questions/voice-store.ts";
import { openInstance, testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { eventRow } from "../support/factories/event.ts";
import { roleRow } from "../support/factories/person.ts";

const { now, timeZone } = evening;
const { database, url } = await testDatabase();
const people = Array.from({ length: 150 }, (_, n) => n + 2);
const moderator = 1;
let eventId = 0;

beforeAll(async () => {
  await database.$executeRaw`
    INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
    SELECT id, 'ru', 'Житель', ${now}, ${now} FROM generate_series(1, 400) id`;
  await database.staffRole.create({ data: roleRow(now, { personId: moderator, role: "moderator" }) });
  const startsAt = new Date(now.getTime() + 3_600_000);
  const times = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), startsLocal: startsAt, changedAt: now };
  const event = await database.event.create({
    data: {
      ...eventRow(now, { isConversation: true, publishedAt: now }),
      texts: { create: { language: "ru", title: "Беседа" } },
      occurrences: { create: { ...times, timeZone } },
    },
  });
  eventId = event.id;
});

let asked = 0;
async function question(): Promise<number> {
  asked += 1;
  const one = await askGuest(database, { authorId: 200 + asked, eventId, text: `Вопрос номер ${asked}` }, now);
  if (one.kind !== "asked") throw new Error(one.kind);
  return one.id;
}

const votesOf = async (id: number) => (await database.question.findUniqueOrThrow({ where: { id } })).voices;
const rowsOf = (questionId: number) => database.questionVoice.count({ where: { questionId } });

it("three hundred votes of 150 people at once from three connections are 150", { timeout: 600_000 }, async () => {
  const questionId = await question();
  const instances = [1, 2, 3].map(() => openInstance(url, { connections: 4 }));
  const said = await Promise.all(
    [...people, ...people].map((personId, n) =>
      voiceQuestion(instances[n % 3] ?? database, { questionId, personId }, now),
    ),
  );
  await Promise.all(instances.map((instance) => instance.$disconnect()));
  expect(said.filter((each) => each === "given")).toHaveLength(150);
  expect(said.filter((each) => each === "already")).toHaveLength(150);
  expect([await votesOf(questionId), await rowsOf(questionId)]).toEqual([151, 151]);
});

it("a vote without the rule that a person has one would count twice", async () => {
  const questionId = await question();
  await database.$executeRaw`DROP INDEX "QuestionVoice_questionId_personId_key"`;
  const voice = { questionId, personId: 2n, givenAt: now, isNewcomer: false };
  await database.questionVoice.createMany({ data: [voice, voice] });
  expect(await rowsOf(questionId)).toBe(3);
  await database.questionVoice.deleteMany({ where: { questionId, personId: 2 } });
  await database.$executeRaw`
    CREATE UNIQUE INDEX "QuestionVoice_questionId_personId_key" ON "QuestionVoice" ("questionId", "personId")`;
});

it("votes that come while two questions are merged are lost by neither, and nobody has two", async () => {
  const [one, two] = [await question(), await question()];
  const some = people.slice(0, 12);
  const vote = (questionId: number, personId: number) => voiceQuestion(database, { questionId, personId }, now);
  await Promise.all(some.slice(0, 6).flatMap((personId) => [vote(one, personId), vote(two, personId)]));
  const merge = (id: number, intoId: number) => mergeQuestion(database, { by: moderator, now }, { id, intoId });
  const [first, second] = await Promise.all([
    merge(one, two),
    merge(two, one),
    ...some.slice(6).map((personId) => vote(one, personId)),
    ...some.slice(6).map((personId) => vote(two, personId)),
  ]);
  expect([first, second].filter((each) => typeof each === "object" && each.kind === "done" && each.value)).toHaveLength(
    1,
  );
  for (const id of [one, two]) expect(await votesOf(id)).toBe(await rowsOf(id));
  const { mergedIntoId } = await database.question.findFirstOrThrow({
    where: { id: { in: [one, two] }, state: "merged" },
  });
  // Both authors' and those of the twelve.
  expect([one, two]).toContain(mergedIntoId);
  expect(await votesOf(mergedIntoId ?? 0)).toBeGreaterThanOrEqual(8);
});

it("a sixth question of five at once is refused; an author's vote stays, and nothing closed takes one", async () => {
  const authorId = 390;
  const said = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((n) => askGuest(database, { authorId, eventId, text: `Спрашиваю в ${n} раз` }, now)),
  );
  expect(said.map(({ kind }) => kind).toSorted()).toEqual([...Array(5).fill("asked"), "too many"]);
  const id = await question();
  expect(await unvoiceQuestion(database, { questionId: id, personId: 200 + asked })).toBe(false);
  const step = (name: "take_up" | "hide" | "finish") =>
    stepQuestion(database, { by: moderator, now }, { id, step: name });
  expect(await step("take_up")).toEqual({ kind: "done", value: true });
  expect(await step("take_up")).toEqual({ kind: "done", value: false });
  await step("finish");
  expect(await voiceQuestion(database, { questionId: id, personId: 5 }, now)).toBe("closed");
  await step("hide");
  expect(await voiceQuestion(database, { questionId: id, personId: 5 }, now)).toBe("gone");
  expect(await stepQuestion(database, { by: 5, now }, { id, step: "restore" })).toEqual({ kind: "forbidden" });
});
