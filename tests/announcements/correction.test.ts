import { describe, expect, it } from "vitest";
import { pause, resume } from "../../bot/announcements/announcement-store.ts";
import { countSent } from "../../bot/announcements/audience/count-store.ts";
import { correct } from "../../bot/announcements/draft/correction-store.ts";
import { findNextWeek } from "../../bot/announcements/draft/series-store.ts";
import { RateMeter } from "../../bot/announcements/progress/progress.ts";
import { findProgress } from "../../bot/announcements/progress/progress-store.ts";
import { tellClass } from "../../bot/announcements/sending/class-message-store.ts";
import { idOf } from "../support/addresses.ts";
import { testDatabase } from "../support/database.ts";
import { courseRow, groupRow } from "../support/factories/course.ts";
import { done, nothing, openHall, text } from "./crowd.ts";

const { database } = await testDatabase();

const better = { ru: text("Всем, в семь"), tt: text("Барыгызга"), en: text("To all") };

describe("what was sent", () => {
  it("is changed for everybody who got it, and counted on its own", async () => {
    const { actor, announce, deliver, crowd, outcomes, state } = await openHall(database, 3);
    const id = await announce();
    await deliver();
    const corrected = done(await correct(database, actor(), id, { kind: "edit", texts: better }));
    expect(corrected).toMatchObject({ kind: "correcting", count: 3, state: "scheduled" });
    if (corrected.kind !== "correcting") return;
    await deliver();
    expect(crowd.map(({ chat }) => chat.map(({ text: said }) => said))).toEqual([
      ["Всем, в семь"],
      ["Всем, в семь"],
      ["Всем, в семь"],
    ]);
    expect(await outcomes(corrected.id)).toEqual({ ...nothing, sent: 3 });
    expect(await outcomes(id)).toEqual({ ...nothing, sent: 3 });
    expect(await state(corrected.id)).toBe("done");
    expect(await database.announcement.findUniqueOrThrow({ where: { id } })).toMatchObject({ edition: 1 });
  });

  it("is changed where it was sent, and said right from the first to the others", async () => {
    const { actor, announce, move, deliver, crowd, telegram, clock } = await openHall(database, 3);
    const id = await announce();
    await move();
    // One has it when it is paused.
    await database.$executeRaw`UPDATE "Delivery" SET "dueAt" = "dueAt" + interval '1 hour' WHERE "id" > (SELECT min("id") FROM "Delivery")`;
    await deliver();
    await pause(database, actor(), id);
    await correct(database, actor(), id, { kind: "edit", texts: better });
    await deliver();
    await database.$executeRaw`UPDATE "Delivery" SET "dueAt" = "dueAt" - interval '1 hour' WHERE "state" = 'pending'`;
    // Texts are kept for a second.
    clock.advance({ seconds: 1 });
    await resume(database, actor(), id);
    await deliver();
    expect(crowd.flatMap(({ chat }) => chat.map(({ text: said }) => said))).toEqual(Array(3).fill("Всем, в семь"));
    expect(telegram.calls.filter(({ method }) => method === "editMessageText")).toHaveLength(1);
  });

  it("is not changed while it is running, into what Telegram cannot put there, or where nobody got it", async () => {
    const { actor, announce, move, deliver } = await openHall(database, 1);
    const id = await announce();
    await move();
    const edit = (texts: typeof better) => correct(database, actor(), id, { kind: "edit", texts });
    expect(done(await edit(better))).toEqual({ kind: "elsewhere", state: "running" });
    await pause(database, actor(), id);
    expect(done(await edit(better))).toEqual({ kind: "nobody" });
    await resume(database, actor(), id);
    await deliver();
    const photo = { kind: "photo" as const, fileId: "p", caption: "", entities: [] };
    expect(done(await correct(database, actor(), id, { kind: "edit", texts: { ...better, en: photo } }))).toEqual({
      kind: "unfitting",
      language: "en",
    });
  });

  it("has to be agreed to by a second admin where many got it", async () => {
    const { actor, announce, deliver } = await openHall(database, 2);
    const id = await announce();
    await deliver();
    const options = { secondAdminFrom: 2 };
    expect(done(await correct(database, actor(), id, { kind: "delete" }, options))).toMatchObject({
      state: "proposed",
    });
  });
});

describe("what was sent more than 48 hours ago", () => {
  const later = (hours: number, first: number) => database.$executeRaw`
    UPDATE "Delivery" SET "attemptedAt" = "attemptedAt" - make_interval(hours => ${hours}::int)
    WHERE "personId" = ${BigInt(first)}`;

  it("is counted apart, stays, and stands in the account of the deletion, which pauses for nothing", async () => {
    const { actor, announce, deliver, crowd, outcomes, state, clock } = await openHall(database, 3);
    const id = await announce();
    await deliver();
    await later(49, await idOf(database, crowd[0]));
    const recipients = { kind: "recipients", announcementId: id } as const;
    const count = (correction: "edit" | "delete") => countSent(database, { ...recipients, correction }, clock.now());
    expect(await count("delete")).toEqual({ count: 2, tooOld: 1 });
    expect(await count("edit")).toEqual({ count: 3, tooOld: 0 });
    const deletion = done(await correct(database, actor(), id, { kind: "delete" }));
    if (deletion.kind !== "correcting") throw new Error(deletion.kind);
    expect(deletion.count).toBe(2);
    await deliver();
    expect(crowd.map(({ chat }) => chat.length)).toEqual([1, 0, 0]);
    expect(await outcomes(deletion.id)).toEqual({ ...nothing, sent: 2, expired: 1 });
    expect(await state(deletion.id)).toBe("done");
  });

  it("is not asked of Telegram once it got too old while the deletion waited", async () => {
    const { actor, announce, deliver, move, outcomes, clock, telegram } = await openHall(database, 2);
    const id = await announce();
    await deliver();
    clock.advance({ seconds: 47 * 3_600 });
    const deletion = done(await correct(database, actor(), id, { kind: "delete" }));
    if (deletion.kind !== "correcting") throw new Error(deletion.kind);
    await move();
    clock.advance({ seconds: 2 * 3_600 });
    await deliver();
    expect(await outcomes(deletion.id)).toEqual({ ...nothing, expired: 2 });
    expect(telegram.calls.filter(({ method }) => method === "deleteMessages")).toEqual([]);
  });

  it("is not deleted at all where it is all of it", async () => {
    const { actor, announce, deliver, clock } = await openHall(database, 1);
    const id = await announce();
    await deliver();
    clock.advance({ seconds: 48 * 3_600 });
    expect(done(await correct(database, actor(), id, { kind: "delete" }))).toEqual({ kind: "too old" });
  });
});

describe("what comes every week", () => {
  it.each([
    [true, "cancelled"],
    [false, "scheduled"],
  ])("is deleted, and the weeks to come end with it: %s", async (endsSeries, state) => {
    const hall = await openHall(database, 1);
    const id = await hall.announce({ startAt: hall.clock.now(), isWeekly: true });
    await hall.deliver();
    hall.clock.advance({ seconds: 7 * 24 * 3_600 });
    await hall.deliver();
    const next = await findNextWeek(database, id);
    if (next === null) throw new Error("it comes again");
    // Messages of the first week can be deleted no more; the second week's were sent just now.
    const second = await database.announcement.findFirstOrThrow({ where: { parentId: id } });
    expect(await findNextWeek(database, second.id)).toEqual(next);
    expect(done(await correct(database, hall.actor(), second.id, { kind: "delete", endsSeries }))).toMatchObject({
      count: 1,
    });
    expect(await hall.state(next.id)).toBe(state);
    await hall.deliver();
    expect(hall.crowd[0]?.chat).toHaveLength(1);
    hall.clock.advance({ seconds: 7 * 24 * 3_600 });
    await hall.deliver();
    expect(hall.crowd[0]?.chat).toHaveLength(endsSeries ? 1 : 2);
  });
});

it("a class is told, whoever mutes announcements, at once and with an account", async () => {
  const { actor, deliver, crowd, outcomes, clock } = await openHall(database, 3);
  const [first, second] = await Promise.all(crowd.map((person) => idOf(database, person)));
  if (first === undefined || second === undefined) return;
  await database.person.update({ where: { id: first }, data: { mutesAnnouncements: true } });
  const now = clock.now();
  const course = await database.course.create({
    data: courseRow(now, {
      texts: { create: { language: "ru", title: "Первые шаги" } },
      groups: { create: groupRow(now, {}) },
    }),
    include: { groups: true },
  });
  const groupId = course.groups[0]?.id ?? 0;
  const enrolment = { groupId, ticket: 1, createdAt: now, changedAt: now };
  await database.enrolment.create({ data: { ...enrolment, personId: first, state: "enrolled" } });
  await database.enrolment.create({ data: { ...enrolment, personId: second, state: "waiting" } });
  const { announcementId, count } = await database.$transaction((tx) =>
    tellClass(tx, { groupId, content: text("Завтра в семь"), by: actor().by, now }),
  );
  expect(count).toBe(1);
  await deliver();
  expect(crowd.map(({ chat }) => chat.map(({ text: said }) => said))).toEqual([
    ["Сообщение группе «Первые шаги»\n\nЗавтра в семь"],
    [],
    [],
  ]);
  expect(await outcomes(announcementId)).toEqual({ ...nothing, sent: 1 });
});

it("its progress says how fast it goes and how long it takes", async () => {
  const { announce, move, clock } = await openHall(database, 4);
  const id = await announce();
  await move();
  const meter = new RateMeter();
  const look = () => findProgress(database, id, { now: clock.now(), meter });
  expect(await look()).toMatchObject({ state: "running", audience: 4, pending: 4, perSecond: null, secondsLeft: null });
  clock.advance({ seconds: 2 });
  await database.$executeRaw`
    UPDATE "Delivery" SET "state" = 'sent' WHERE "id" IN (SELECT "id" FROM "Delivery" ORDER BY "id" LIMIT 1)`;
  expect(await look()).toMatchObject({ sent: 1, pending: 3, perSecond: 0.5, secondsLeft: 6 });
});

it("a rate is that of the last ten seconds", () => {
  const meter = new RateMeter();
  const at = (seconds: number) => new Date(seconds * 1_000);
  expect(meter.note(1, at(0), 0)).toBeNull();
  expect(meter.note(1, at(10), 10)).toBe(1);
  expect(meter.note(1, at(20), 110)).toBe(10);
  expect(meter.note(2, at(20), 110)).toBeNull();
});
