import { beforeEach, describe, expect, it } from "vitest";
import { emailOf } from "../../bot/zoom/tasks/run-registrant.ts";
import { queueZoom } from "../../bot/zoom/tasks/task-store.ts";
import { lessonRow } from "../support/factories/course.ts";
import { accounts, hour, type School, useSchool } from "./school.ts";

const { open } = useSchool();
let school: School;

beforeEach(async () => {
  school = await open();
});

const week = 7 * 24;
describe("a group", () => {
  it("has one meeting whose dates are its lessons, and a link for everybody in it", async () => {
    const groupId = await school.group([24, 24 + week, 24 + 3 * week]);
    const alsu = await school.enrol(groupId, "Алсу Рашитовна Галиева");
    const marat = await school.enrol(groupId, "Марат");
    await school.settle();
    expect(school.starts()).toEqual([["2026-11-21T07:00:00Z", "2026-11-28T07:00:00Z", "2026-12-12T07:00:00Z"]]);
    const [meeting] = school.zoom.meetings();
    expect(meeting).toMatchObject({ topic: "Первые шаги", timezone: "Europe/Moscow", settings: { approval_type: 1 } });
    expect(meeting?.registrants.map(({ email, first_name, last_name }) => [email, first_name, last_name])).toEqual(
      expect.arrayContaining([
        [emailOf(alsu), "Алсу", "Рашитовна Галиева"],
        [emailOf(marat), "Марат", "-"],
      ]),
    );
    expect(await school.linkOf(alsu)).toBe(meeting?.registrants.find(({ email }) => email === emailOf(alsu))?.join_url);
    expect(await school.linkOf(alsu)).not.toBe(await school.linkOf(marat));
    const lessons = await school.database.lesson.findMany({ orderBy: { number: "asc" } });
    expect(lessons.map(({ zoomOccurrenceId }) => zoomOccurrenceId)).toEqual(
      meeting?.dates.map(({ occurrence_id }) => occurrence_id),
    );
    expect(await school.pending()).toEqual([]);
  });

  it("is spread over the accounts: the one with the fewest meetings takes the next", async () => {
    for (let n = 0; n < 4; n += 1) {
      await school.group([24]);
      await school.settle();
    }
    expect(accounts.map(({ accountId }) => school.zoom.meetingsOf(accountId).length)).toEqual([2, 2]);
  });

  it("whose lessons were all cancelled for a while registers those who came meanwhile", async () => {
    const groupId = await school.group([24, 48]);
    await school.settle();
    await school.database.lesson.updateMany({ where: { number: 2 }, data: { status: "cancelled" } });
    school.clock.advance({ seconds: 26 * 3_600 });
    const alsu = await school.enrol(groupId);
    await school.settle();
    const startsAt = new Date(school.clock.now().getTime() + 48 * hour);
    await school.database.lesson.create({ data: lessonRow(school.clock.now(), { groupId, number: 3, startsAt }) });
    await school.queueMeeting(groupId);
    await school.settle();
    expect(await school.linkOf(alsu)).toBeDefined();
  });

  it("moves, cancels and adds dates as its lessons do, and every link stays", async () => {
    const groupId = await school.group([24, 24 + week, 24 + 2 * week]);
    const alsu = await school.enrol(groupId);
    await school.settle();
    const link = await school.linkOf(alsu);
    const lessons = await school.database.lesson.findMany({ orderBy: { number: "asc" } });
    const [first, second] = lessons;
    const startsAt = new Date("2026-11-22T09:30:00Z");
    await school.database.lesson.update({
      where: { id: first?.id ?? 0 },
      data: { startsAt, endsAt: new Date(startsAt.getTime() + 2 * hour), status: "moved" },
    });
    await school.database.lesson.update({ where: { id: second?.id ?? 0 }, data: { status: "cancelled" } });
    await school.queueMeeting(groupId);
    await school.settle();
    expect(school.starts()).toEqual([["2026-11-22T09:30:00Z", "2026-12-05T07:00:00Z"]]);

    const later = new Date("2026-12-20T07:00:00Z");
    await school.database.lesson.create({
      data: lessonRow(school.clock.now(), { groupId, number: 4, startsAt: later }),
    });
    await school.queueMeeting(groupId);
    await school.settle();
    expect(school.starts()).toEqual([["2026-11-22T09:30:00Z", "2026-12-05T07:00:00Z", "2026-12-20T07:00:00Z"]]);
    expect(await school.linkOf(alsu)).toBe(link);
    expect(await school.pending()).toEqual([]);
  });

  it("that meets where staff said needs no meeting; without that link it gets one, and so does everybody in it", async () => {
    const meets = (groupId: number, typedLink: string | null) =>
      school.database.group.update({ where: { id: groupId }, data: { typedLink } });
    const [never, before] = [await school.group([24]), await school.group([24])];
    await meets(never, "https://meet.example.org/1");
    await school.settle();
    expect(school.zoom.meetings()).toHaveLength(1);
    await meets(before, "https://meet.example.org/2");
    const learners = [await school.enrol(never), await school.enrol(before)];
    await school.settle();
    expect(school.active()).toEqual([]);
    expect(await school.pending()).toEqual([]);
    for (const groupId of [never, before]) {
      await meets(groupId, null);
      await school.queueMeeting(groupId);
    }
    await school.settle();
    expect(school.zoom.meetings()).toHaveLength(2);
    for (const enrolmentId of learners) expect(await school.linkOf(enrolmentId)).toBeDefined();
    expect(await school.pending()).toEqual([]);
  });

  it("whose lessons are over needs no meeting any more", async () => {
    const groupId = await school.group([-48, -24]);
    await school.enrol(groupId);
    await school.settle();
    expect(school.zoom.calls).toEqual([]);
    expect(await school.pending()).toEqual([]);
  });

  it("gets a new meeting, and everybody a new link, when somebody deleted it at Zoom", async () => {
    const groupId = await school.group([24, 24 + week]);
    const alsu = await school.enrol(groupId);
    await school.settle();
    const old = await school.linkOf(alsu);
    school.zoom.deleteMeeting(school.zoom.meetings()[0]?.id ?? 0);
    const marat = await school.enrol(groupId);
    await school.settle();
    expect(school.zoom.meetings()).toHaveLength(1);
    expect(school.active()).toHaveLength(2);
    expect(await school.linkOf(alsu)).not.toBe(old);
    expect(await school.linkOf(marat)).toBeDefined();
    expect(await school.pending()).toEqual([]);
  });
});

describe("a registrant", () => {
  it("who leaves is taken out, and one who left before being registered never gets in", async () => {
    const groupId = await school.group([24]);
    const alsu = await school.enrol(groupId);
    await school.settle();
    await school.leave(alsu);
    const marat = await school.enrol(groupId);
    await school.leave(marat);
    await school.settle();
    expect(school.active()).toEqual([]);
    expect(school.zoom.meetings()[0]?.registrants).toHaveLength(1);
    expect(await school.pending()).toEqual([]);
  });

  it("who hosts the meeting needs no link, and is not tried again", async () => {
    const groupId = await school.group([24]);
    const teacher = await school.enrol(groupId);
    school.zoom.hosts.add(emailOf(teacher));
    await school.settle();
    expect(await school.pending()).toEqual([]);
    const asked = () => school.zoom.calls.filter((call) => call.endsWith("/registrants")).length;
    // Twice where a look at the meeting came between.
    const before = asked();
    expect(before).toBeGreaterThan(0);
    school.clock.advance({ seconds: 12 * 3_600 });
    await school.settle();
    expect(asked()).toBe(before);
  });

  it("is taken out although everything about the person was erased", async () => {
    const groupId = await school.group([24]);
    const alsu = await school.enrol(groupId);
    await school.settle();
    await school.erase(alsu);
    await school.settle();
    expect(school.active()).toEqual([]);
    expect(await school.pending()).toEqual([]);
  });

  it.each(["leaves", "is erased"])(
    "whose registration Zoom took without an answer, and who then %s, is taken out",
    async (how) => {
      const groupId = await school.group([24]);
      await school.settle();
      school.zoom.fail("cut after", /registrants/);
      const alsu = await school.enrol(groupId);
      await school.worker.drain();
      expect(school.active()).toHaveLength(1);
      if (how === "leaves") await school.leave(alsu);
      else await school.erase(alsu);
      await school.settle();
      expect(school.active()).toEqual([]);
      expect(await school.pending()).toEqual([]);
    },
  );
});

describe("a task", () => {
  it("is stored once, however often it is asked for", async () => {
    const groupId = await school.group([24]);
    for (let n = 0; n < 3; n += 1) await school.queueMeeting(groupId);
    await queueZoom(school.database, [], school.clock.now());
    expect(await school.pending()).toHaveLength(1);
  });

  it("asked for again while it is under way runs once more", async () => {
    const groupId = await school.group([24]);
    await school.settle();
    await school.queueMeeting(groupId);
    const claimed = school.worker.drain();
    await school.queueMeeting(groupId);
    await claimed;
    await school.settle();
    expect(await school.pending()).toEqual([]);
  });

  it("of a worker that died is taken up again, and its meeting found and not made anew", async () => {
    const groupId = await school.group([24]);
    school.zoom.fail("cut after", /POST \/users\/me\/meetings$/);
    await school.worker.drain();
    expect(school.zoom.meetings()).toHaveLength(1);
    await school.database.$executeRaw`
      UPDATE "ZoomTask" SET "claimedUntil" = ${new Date(school.clock.now().getTime() + 60_000)}, "dueAt" = ${new Date(school.clock.now().getTime() + 60_000)}`;
    await school.worker.drain();
    expect(await school.database.meeting.count()).toBe(0);
    school.clock.advance({ seconds: 61 });
    await school.settle();
    expect(school.zoom.meetings()).toHaveLength(1);
    expect(await school.database.meeting.findUnique({ where: { groupId } })).toMatchObject({
      zoomId: BigInt(school.zoom.meetings()[0]?.id ?? 0),
    });
  });
});

describe("the token", () => {
  it("is fetched once an hour and account", async () => {
    const groupId = await school.group([48]);
    for (let n = 0; n < 5; n += 1) await school.enrol(groupId);
    await school.settle();
    const fetched = () => school.calls.filter(({ name }) => name === "token").length;
    expect(fetched()).toBe(1);
    school.clock.advance({ seconds: 3_600 });
    await school.enrol(groupId);
    await school.settle();
    expect(fetched()).toBe(2);
  });
});

it("stops when it is told to, with what is under way done", async () => {
  const groupId = await school.group([24]);
  await school.enrol(groupId);
  school.worker.start();
  await school.worker.stop();
  expect((await school.database.zoomTask.findMany({ where: { claimedUntil: { not: null } } })).length).toBe(0);
});
