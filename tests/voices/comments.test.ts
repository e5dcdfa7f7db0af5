import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { flagComment } from "../../bot/voices/comments/flag-store.ts";
import { forgetComments } from "../../bot/voices/comments/forget-store.ts";
import { banAuthor, decideComment } from "../../bot/voices/comments/moderate-store.ts";
import { appeal, withdrawComment, writeComment } from "../../bot/voices/comments/write-store.ts";
import { limitOf } from "../../bot/voices/limits.ts";
import { rate } from "../../bot/voices/rating-store.ts";
import { stars } from "../../bot/voices/stars.ts";
import { openInstance, testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { eventRow } from "../support/factories/event.ts";
import { personRow, roleRow } from "../support/factories/person.ts";

const { database, url } = await testDatabase();
const { now } = evening;
const cityZone = "Europe/Moscow";
const most = limitOf("comments").most;
let occurrenceId = 0;
let eventId = 0;
const moderator = 900;
const people = Array.from({ length: 60 }, (_, index) => index + 1);

const seen = { firstSeenAt: now, lastSeenAt: now };

beforeAll(async () => {
  await database.person.createMany({
    data: people.map((id) => ({ id, language: "ru" as const, firstName: "Житель", ...seen })),
  });
  await database.person.create({
    data: { ...personRow(now, { id: BigInt(moderator) }), roles: { create: roleRow(now, { role: "moderator" }) } },
  });
  ({ id: eventId } = await database.event.create({
    data: eventRow(now, { texts: { create: { language: "ru", title: "Джаз" } } }),
  }));
  const startsAt = new Date(now.getTime() - 7_200_000);
  const when = { startsAt, endsAt: startsAt, startsLocal: startsAt, changedAt: now, timeZone: cityZone };
  ({ id: occurrenceId } = await database.occurrence.create({ data: { eventId, ...when } }));
});

beforeEach(async () => {
  await database.comment.deleteMany();
  await database.commentBan.deleteMany();
  await database.rating.deleteMany();
  await database.delivery.deleteMany();
});

const write = (personId: number, text: string, at = now) =>
  writeComment(database, { personId, topic: { kind: "event", id: occurrenceId }, text, name: null, now: at });

async function written(personId: number, text = "Мне понравилось"): Promise<number> {
  const outcome = await write(personId, text);
  if (outcome.kind !== "waiting") throw new Error(outcome.kind);
  return outcome.id;
}

const decide = (id: number, kind: "approve" | "reject") =>
  decideComment(
    database,
    { by: moderator, now },
    { id, cityZone, decision: kind === "approve" ? { kind } : { kind, reason: "insult", ownWords: null } },
  );

describe("writing a comment", () => {
  it("replaces the earlier one about the same thing, of which nothing is kept", async () => {
    const first = await written(1, "Скучно");
    await written(1, "Передумал, хорошо");
    expect(await database.comment.findUnique({ where: { id: first } })).toMatchObject({ state: "withdrawn", text: "" });
  });

  it("refuses the same text, what is over the limit, and whoever is banned, and says until when", async () => {
    const id = await written(1, "Мне понравилось");
    expect(await write(1, "мне ПОНРАВИЛОСЬ!")).toEqual({ kind: "said already" });
    for (let count = 1; count < most; count += 1) await written(1, `Текст номер ${count}`);
    const tomorrow = now.getTime() + 86_400_000;
    expect(await write(1, "Ещё один")).toEqual({ kind: "too many", most, again: tomorrow });
    expect(await write(1, "Ещё один", new Date(tomorrow))).toMatchObject({ kind: "waiting" });
    await banAuthor(database, { by: moderator, now }, { id, days: 7 });
    expect(await write(1, "И ещё", new Date(tomorrow))).toEqual({
      kind: "banned",
      until: now.getTime() + 7 * 86_400_000,
    });
    await banAuthor(database, { by: moderator, now }, { id, days: 0 });
    expect(await write(1, "И ещё", new Date(tomorrow))).toMatchObject({ kind: "waiting" });
  });

  it("a hundred times at once takes as many as the limit says", async () => {
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, index) => write(2, `Текст номер ${index}`)));
    expect(outcomes.filter(({ kind }) => kind === "waiting")).toHaveLength(most);
    expect(outcomes.filter(({ kind }) => kind === "too many")).toHaveLength(40 - most);
    const where = { personId: 2n, state: "waiting" as const };
    expect(await database.comment.count({ where })).toBe(1);
  });
});

describe("deciding about a comment", () => {
  it("is done once of two at once, and noted once", async () => {
    const id = await written(1);
    const outcomes = await Promise.all([decide(id, "approve"), decide(id, "approve"), decide(id, "approve")]);
    const done = outcomes.map((outcome) => (outcome.kind === "done" ? outcome.value : outcome.kind)).toSorted();
    expect(done).toEqual(["approved", "settled", "settled"]);
    expect(await database.auditEntry.count({ where: { subject: `comment:${id}` } })).toBe(1);
    expect(await database.delivery.count({ where: { kind: "comment-decided" } })).toBe(1);
  });

  it("is not for whoever has no right to it", async () => {
    const id = await written(1);
    const approve = { id, cityZone, decision: { kind: "approve" } } as const;
    expect(await decideComment(database, { by: 2, now }, approve)).toEqual({ kind: "forbidden" });
  });

  it("is appealed once, by its author alone, and not before it was rejected", async () => {
    const id = await written(1);
    const against = (personId: number) => appeal(database, { id, personId, text: "Почему?", now });
    expect(await against(1)).toBe(false);
    await decide(id, "reject");
    expect(await against(2)).toBe(false);
    expect((await Promise.all([against(1), against(1), against(1)])).filter(Boolean)).toHaveLength(1);
    expect(await database.comment.findUnique({ where: { id } })).toMatchObject({ state: "rejected", hold: "appeal" });
    await decide(id, "reject");
    expect(await against(1)).toBe(false);
  });

  it("does nothing to what its author took back, which goes for good after a month", async () => {
    const id = await written(1);
    expect(await withdrawComment(database, { id, personId: 2 })).toBe(false);
    expect(await withdrawComment(database, { id, personId: 1 })).toBe(true);
    expect(await decide(id, "approve")).toEqual({ kind: "done", value: "settled" });
    await forgetComments(database, now);
    expect(await database.comment.count({ where: { id } })).toBe(1);
    await forgetComments(database, new Date(now.getTime() + 1));
    expect(await database.comment.count({ where: { id } })).toBe(0);
  });
});

describe("at once, from three connections of their own", () => {
  const instances = [1, 2, 3].map(() => openInstance(url, { connections: 4 }));
  const at = (index: number) => instances[index % instances.length] ?? database;

  it("all ratings are counted, and no person twice", async () => {
    const given = people.flatMap((personId) => stars.map((each) => ({ personId, each })));
    const rated = await Promise.all(
      given.map(({ personId, each }, index) => rate(at(index), { personId, occurrenceId }, each, now)),
    );
    expect(rated.every(({ kind }) => kind === "rated")).toBe(true);
    const score = await database.score.findUniqueOrThrow({ where: { eventId } });
    expect(score.people).toBe(people.length);
    const rows = await database.rating.groupBy({ by: ["stars"], _count: { _all: true } });
    const kept = stars.map((each) => rows.find((row) => row.stars === each)?._count._all ?? 0);
    expect(score.counts).toEqual(kept);
  });

  it("every reader's flag counts once, and exactly one hides; counted without the lock, some are missed", async () => {
    const id = await written(1);
    await decide(id, "approve");
    const readers = people.slice(1, 31);
    const outcomes = await Promise.all(
      [...readers, ...readers].map((personId, index) => flagComment(at(index), { id, personId, now })),
    );
    expect(outcomes.filter((outcome) => outcome === "hidden")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "flagged")).toHaveLength(readers.length - 1);
    expect(outcomes.filter((outcome) => outcome === "flagged already")).toHaveLength(readers.length);
    expect(await database.commentFlag.count({ where: { commentId: id } })).toBe(readers.length);
    expect(await database.comment.findUnique({ where: { id } })).toMatchObject({ state: "hidden", hold: "flags" });

    // The control: three transactions that look before any of them has committed each see one flag, and none hides.
    await database.commentFlag.deleteMany();
    const meet = () => {
      let release: () => void = () => {};
      let here = 0;
      const all = new Promise<void>((resolve) => {
        release = resolve;
      });
      return () => {
        here += 1;
        if (here === 3) release();
        return all;
      };
    };
    const [allWrote, allCounted] = [meet(), meet()];
    const seen = await Promise.all(
      [2, 3, 4].map((personId) =>
        database.$transaction(async (tx) => {
          await tx.commentFlag.create({ data: { commentId: id, personId: BigInt(personId), flaggedAt: now } });
          await allWrote();
          const count = await tx.commentFlag.count({ where: { commentId: id, settledAt: null } });
          await allCounted();
          return count;
        }),
      ),
    );
    expect(seen).toEqual([1, 1, 1]);
    for (const instance of instances) await instance.$disconnect();
  });
});
