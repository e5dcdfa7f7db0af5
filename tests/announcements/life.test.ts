import { describe, expect, it } from "vitest";
import { cancel, confirm, pause, resume, schedule, second } from "../../bot/announcements/announcement-store.ts";
import { createDraft } from "../../bot/announcements/draft/draft-store.ts";
import { markBlocked } from "../../bot/people/address-store.ts";
import { idOf } from "../support/addresses.ts";
import { testDatabase } from "../support/database.ts";
import { personRow } from "../support/factories/person.ts";
import { admin, done, draftOf, nothing, openHall } from "./crowd.ts";

const { database } = await testDatabase();

const moved = (state: string) => ({ kind: "moved", state });
const elsewhere = (state: string | null) => ({ kind: "elsewhere", state });

describe("an announcement is confirmed", () => {
  it("with the number that was said, and asked again when that has grown by more than a twentieth", async () => {
    const { actor, state } = await openHall(database, 2);
    const id = done(await createDraft(database, actor(), draftOf()));
    expect(done(await confirm(database, actor(), { id, count: 1 }))).toEqual({ kind: "grown", count: 2 });
    expect(await state(id)).toBe("draft");
    expect(done(await confirm(database, actor(), { id, count: 2 }))).toEqual(moved("scheduled"));
  });

  it("not where it would reach nobody", async () => {
    const { actor } = await openHall(database);
    const id = done(await createDraft(database, actor(), draftOf()));
    expect(done(await confirm(database, actor(), { id, count: 0 }))).toEqual({ kind: "nobody" });
  });

  it("by a second admin where it is for many, and not by the same one", async () => {
    const { actor, other, state } = await openHall(database, 2);
    const id = done(await createDraft(database, actor(), draftOf()));
    expect(done(await confirm(database, actor(), { id, count: 2 }, { secondAdminFrom: 2 }))).toEqual(moved("proposed"));
    expect(done(await second(database, actor(), id))).toEqual({ kind: "your own" });
    expect(await state(id)).toBe("proposed");
    expect(done(await second(database, actor(other), id))).toEqual(moved("scheduled"));
    expect(done(await second(database, actor(other), id))).toEqual(elsewhere("scheduled"));
  });

  it("once, of two who press at the same time", async () => {
    const { actor, other } = await openHall(database, 2);
    const id = done(await createDraft(database, actor(), draftOf()));
    const both = await Promise.all([actor(), actor(other)].map((by) => confirm(database, by, { id, count: 2 })));
    expect(both.map((acted) => done(acted).kind).sort()).toEqual(["elsewhere", "moved"]);
  });

  it("by nobody without the right, and each move stands in the audit log", async () => {
    const { actor, announce } = await openHall(database, 2);
    const editor = await admin(database, 3, "editor");
    const id = await announce();
    for (const act of [confirm(database, actor(editor), { id, count: 2 }), pause(database, actor(editor), id)])
      expect(await act).toEqual({ kind: "forbidden" });
    const entries = await database.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map(({ action }) => action)).toEqual(["announcements.send.draft", "announcements.send.confirm"]);
    expect(entries[1]).toMatchObject({ subject: `announcement:${id}`, after: { state: "scheduled", count: 2 } });
  });
});

describe("a running announcement", () => {
  it("is paused, resumed where it stopped, and done; everybody is counted once", async () => {
    const { actor, announce, move, deliver, state, outcomes, crowd } = await openHall(database, 5);
    const id = await announce();
    await move();
    expect(await state(id)).toBe("running");
    expect(done(await pause(database, actor(), id))).toEqual(moved("paused"));
    await deliver();
    expect(crowd.flatMap(({ chat }) => chat)).toEqual([]);
    expect(await outcomes(id)).toEqual({ ...nothing, pending: 5 });
    expect(done(await pause(database, actor(), id))).toEqual(elsewhere("paused"));
    expect(done(await resume(database, actor(), id))).toEqual(moved("running"));
    await deliver();
    expect(crowd.map(({ chat }) => chat.length)).toEqual([1, 1, 1, 1, 1]);
    expect(await state(id)).toBe("done");
    expect(await outcomes(id)).toEqual({ ...nothing, sent: 5 });
  });

  it("gives back what was claimed and not tried when it is paused", async () => {
    const { actor, announce, move } = await openHall(database, 3);
    const id = await announce();
    await move();
    await database.$executeRaw`UPDATE "Delivery" SET "state" = 'claimed', "claimedBy" = 'somebody'`;
    await pause(database, actor(), id);
    expect(await database.delivery.count({ where: { state: "pending", claimedBy: null } })).toBe(3);
  });

  it("is cancelled: what was not sent never is", async () => {
    const { actor, announce, move, deliver, state, outcomes, crowd } = await openHall(database, 4);
    const id = await announce();
    await move();
    expect(done(await cancel(database, actor(), id))).toEqual(moved("cancelled"));
    await deliver();
    expect(crowd.flatMap(({ chat }) => chat)).toEqual([]);
    expect(await outcomes(id)).toEqual({ ...nothing, cancelled: 4 });
    expect(done(await resume(database, actor(), id))).toEqual(elsewhere("cancelled"));
    expect((await database.announcement.findUniqueOrThrow({ where: { id } })).finishedAt).not.toBeNull();
    expect(await state(id)).toBe("cancelled");
  });

  it("counts people who blocked the bot before their turn or at it, and does not try the former", async () => {
    const { announce, move, deliver, outcomes, crowd, telegram, state, clock } = await openHall(database, 4);
    const id = await announce();
    await move();
    const [before, atTurn] = crowd;
    await markBlocked(database, { door: "telegram", externalId: String(before?.user.id) }, true, clock.now());
    void atTurn?.blocksBot();
    await deliver();
    expect(await outcomes(id)).toEqual({ ...nothing, sent: 2, blocked: 2 });
    expect(telegram.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(3);
    expect(await state(id)).toBe("done");
  });

  it("is through although somebody had themselves erased", async () => {
    const { announce, move, deliver, outcomes, crowd, state } = await openHall(database, 3);
    const id = await announce();
    await move();
    await database.person.delete({ where: { id: await idOf(database, crowd[0]) } });
    await deliver();
    expect(await state(id)).toBe("done");
    expect(await outcomes(id)).toEqual({ ...nothing, sent: 2, cancelled: 1 });
  });

  it("counts what expired, and what is uncertain once", async () => {
    const { announce, move, deliver, outcomes, telegram, clock } = await openHall(database, 2);
    const id = await announce();
    await move();
    telegram.fail({ method: "sendMessage", times: 1, with: "reset after accepting" });
    await deliver();
    expect(await outcomes(id)).toMatchObject({ uncertain: 1 });
    clock.advance({ seconds: 8 * 86_400 });
    await deliver();
    const account = await outcomes(id);
    expect(account).toMatchObject({ uncertain: 1, pending: 0 });
    expect((account?.sent ?? 0) + (account?.expired ?? 0)).toBe(1);
  });

  it("pauses by itself when fifty in a row fail, says why, and is resumed with a clean slate", async () => {
    const { actor, announce, deliver, move, telegram, state, outcomes } = await openHall(database, 60);
    const id = await announce();
    telegram.fail({
      method: "sendMessage",
      times: 60,
      with: { code: 400, description: "Bad Request: BUTTON_URL_INVALID" },
    });
    await deliver();
    expect(await outcomes(id)).toEqual({ ...nothing, failed: 60 });
    const { pauseReason } = await database.announcement.findUniqueOrThrow({ where: { id } });
    expect(pauseReason).toBe("in a row: 400 Bad Request: BUTTON_URL_INVALID");
    expect(await state(id)).toBe("paused");
    await resume(database, actor(), id);
    await move();
    expect(await state(id)).toBe("done");
  });
});

describe("an announcement begins", () => {
  it("when its time has come, and the week after that again at the same wall clock", async () => {
    const { clock, actor, announce, deliver, state, crowd } = await openHall(database, 1);
    const startAt = new Date(clock.now().getTime() + 3_600_000);
    const id = await announce({ startAt, isWeekly: true });
    await deliver();
    expect(await state(id)).toBe("scheduled");
    clock.advance({ seconds: 3_600 });
    await deliver();
    expect(await state(id)).toBe("done");
    const next = await database.announcement.findFirstOrThrow({ where: { parentId: id }, include: { texts: true } });
    expect(next).toMatchObject({ state: "scheduled", isWeekly: true });
    expect(next.startAt).toEqual(new Date(startAt.getTime() + 7 * 86_400_000));
    expect(next.texts).toHaveLength(3);
    clock.advance({ seconds: 7 * 86_400 });
    await deliver();
    expect(crowd[0]?.chat).toHaveLength(2);
    const third = await database.announcement.findFirstOrThrow({ where: { parentId: next.id } });
    expect(done(await cancel(database, actor(), third.id))).toEqual(moved("cancelled"));
  });

  it("every week until its last day, and none after that", async () => {
    const { clock, announce, deliver } = await openHall(database, 1);
    const startAt = clock.now();
    const repeatUntil = new Date(startAt.getTime() + 8 * 86_400_000);
    const id = await announce({ startAt, isWeekly: true, repeatUntil });
    await deliver();
    const next = await database.announcement.findFirstOrThrow({ where: { parentId: id } });
    expect(next).toMatchObject({ state: "scheduled", repeatUntil });
    clock.advance({ seconds: 7 * 86_400 });
    await deliver();
    expect(await database.announcement.findFirst({ where: { parentId: next.id } })).toBeNull();
  });

  it("for nobody who came after it, and in the hours of each one's own clock", async () => {
    const { clock, announce, deliver, crowd, outcomes } = await openHall(database, 2);
    // 18:00 in Moscow is 01:00 in Vladivostok.
    const [here, there] = crowd;
    await database.person.update({
      where: { id: await idOf(database, there) },
      data: { timeZone: "Asia/Vladivostok" },
    });
    const id = await announce({ hours: { from: 600, until: 1_200 } });
    await database.person.create({
      data: personRow(new Date(clock.now().getTime() + 1), { id: 77n }),
    });
    await deliver();
    expect([here?.chat.length, there?.chat.length]).toEqual([1, 0]);
    clock.advance({ seconds: 9 * 3_600 - 1 });
    await deliver();
    expect(there?.chat).toHaveLength(0);
    clock.advance({ seconds: 1 });
    await deliver();
    expect(there?.chat).toHaveLength(1);
    expect(await outcomes(id)).toEqual({ ...nothing, sent: 2 });
  });

  it("and what did not get its turn within the hours waits for the next morning", async () => {
    const { clock, announce, move, deliver, crowd } = await openHall(database, 1);
    await announce({ hours: { from: 600, until: 1_200 } });
    await move();
    clock.advance({ seconds: 2 * 3_600 });
    await deliver();
    expect(crowd[0]?.chat).toEqual([]);
    expect(await database.delivery.findFirstOrThrow()).toMatchObject({
      state: "pending",
      attempts: 0,
      dueAt: new Date("2026-11-21T07:00:00Z"),
    });
    clock.advance({ seconds: 14 * 3_600 });
    await deliver();
    expect(crowd[0]?.chat).toHaveLength(1);
  });

  it("at another time when it is put off, until it has begun", async () => {
    const { clock, actor, announce, deliver, state } = await openHall(database, 1);
    const id = await announce();
    const startAt = new Date(clock.now().getTime() + 60_000);
    expect(
      done(await schedule(database, actor(), { id, startAt, hours: null, isWeekly: false, repeatUntil: null })),
    ).toEqual(moved("scheduled"));
    await deliver();
    expect(await state(id)).toBe("scheduled");
    clock.advance({ seconds: 60 });
    await deliver();
    expect(
      done(await schedule(database, actor(), { id, startAt, hours: null, isWeekly: false, repeatUntil: null })),
    ).toEqual(elsewhere("done"));
  });
});
