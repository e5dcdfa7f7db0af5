import { beforeEach, describe, expect, it } from "vitest";
import {
  acceptOffer,
  changeCapacity,
  closeGroup,
  declineOffer,
  enrol,
  expireOffers,
  findPosition,
  leave,
  leaveAll,
  offerPlaces,
} from "../../../bot/classes/enrolments/enrolment-store.ts";
import { testDatabase } from "../../support/database.ts";
import { lessonRow } from "../../support/factories/course.ts";
import { findBroken } from "./count.ts";
import { inviteMany, openGroup } from "./school.ts";

const { database, url } = await testDatabase();
const noon = new Date("2026-11-20T12:00:00Z");
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

let first = 1_000;
let people: number[] = [];
beforeEach(async () => {
  await database.course.deleteMany();
  first += 100;
  people = await inviteMany(url, first, 8);
});

const enrols = (index: number, groupId: number, now = noon) =>
  enrol(database, { groupId, personId: people[index] ?? 0, now });

async function leaves(index: number, groupId: number, now = noon) {
  const own = await database.enrolment.findFirst({
    where: { groupId, personId: BigInt(people[index] ?? 0) },
    orderBy: { id: "desc" },
  });
  return leave(database, { enrolmentId: own?.id ?? 0, personId: people[index] ?? 0, now });
}

/** Who is in a group or its line, as "0 enrolled, 1 offered, 2 waiting". */
async function standing(groupId: number): Promise<string> {
  const rows = await database.enrolment.findMany({
    where: { groupId, state: { not: "left" } },
    orderBy: { ticket: "asc" },
  });
  return rows.map(({ personId, state }) => `${Number(personId) - first} ${state}`).join(", ");
}

async function offerOf(index: number, groupId: number): Promise<number> {
  const offer = await database.offer.findFirst({
    where: { groupId, enrolment: { personId: BigInt(people[index] ?? 0) } },
    orderBy: { id: "desc" },
  });
  return offer?.id ?? 0;
}

const replies = async (index: number, groupId: number, now = noon) => ({
  offerId: await offerOf(index, groupId),
  personId: people[index] ?? 0,
  now,
});

describe("enrolling", () => {
  it("takes places first and then numbers in the line", async () => {
    const { groupId } = await openGroup(database, { capacity: 1, now: noon });
    expect(await enrols(0, groupId)).toMatchObject({ kind: "enrolled" });
    expect(await enrols(1, groupId)).toMatchObject({ kind: "waiting", position: 1 });
    const third = await enrols(2, groupId);
    expect(third).toMatchObject({ kind: "waiting", position: 2 });
    expect(third.kind === "waiting" && (await findPosition(database, third.enrolmentId))).toBe(2);
    expect(await enrols(1, groupId)).toMatchObject({ kind: "already", state: "waiting" });
    expect(await enrols(0, groupId)).toMatchObject({ kind: "already", state: "enrolled" });
    expect(await findBroken(database)).toEqual([]);
  });

  it("pressed many times at once is one place, or one number in the line", async () => {
    const { groupId } = await openGroup(database, { capacity: 1, now: noon });
    for (const [index, kind] of [
      [0, "enrolled"],
      [1, "waiting"],
    ] as const) {
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => enrols(index, groupId)));
      expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual([...Array(7).fill("already"), kind].sort());
    }
    expect(await findBroken(database)).toEqual([]);
  });

  it("in two groups of a course at once is a place in one of them", async () => {
    const one = await openGroup(database, { capacity: 5, now: noon });
    const two = await openGroup(database, { capacity: 5, courseId: one.courseId, now: noon });
    const outcomes = await Promise.all([enrols(0, one.groupId), enrols(0, two.groupId)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["already", "enrolled"]);
    expect(await findBroken(database)).toEqual([]);
  });

  it("in a new group of a course that one has finished is possible", async () => {
    const { groupId: finished, courseId } = await openGroup(database, { capacity: 1, now: noon, lessonsIn: [2] });
    await enrols(0, finished);
    const { groupId } = await openGroup(database, { capacity: 1, courseId, now: noon });
    expect(await enrols(0, groupId)).toMatchObject({ kind: "already", groupId: finished });
    expect(await enrols(0, groupId, later(4))).toMatchObject({ kind: "enrolled" });
    expect(await standing(finished)).toBe("0 enrolled");
  });

  it("is refused where a group is closed, unknown, or its course is no longer published", async () => {
    const closed = await openGroup(database, { capacity: 1, now: noon });
    await database.$transaction((tx) => closeGroup(tx, closed.groupId, noon));
    const withdrawn = await openGroup(database, { capacity: 1, now: noon });
    await database.course.update({ where: { id: withdrawn.courseId }, data: { withdrawnAt: noon } });
    for (const groupId of [closed.groupId, withdrawn.groupId, 999_999]) {
      expect(await enrols(0, groupId)).toEqual({ kind: "closed" });
    }
  });

  it("in one group ends waiting for the others of the course, and nobody is in two of them", async () => {
    const full = await openGroup(database, { capacity: 1, now: noon });
    const roomy = await openGroup(database, { capacity: 5, courseId: full.courseId, now: noon });
    await enrols(0, full.groupId);
    await enrols(1, full.groupId);
    await enrols(2, full.groupId);
    await enrols(1, roomy.groupId);
    expect(await standing(full.groupId)).toBe("0 enrolled, 2 waiting");
    expect(await enrols(0, roomy.groupId)).toMatchObject({ kind: "already", groupId: full.groupId, state: "enrolled" });
    expect(await findBroken(database)).toEqual([]);
  });
});

describe("a place that becomes free", () => {
  it("is offered to the first in line, who takes it once however often they press", async () => {
    const { groupId } = await openGroup(database, { capacity: 1, now: noon });
    for (const index of [0, 1, 2]) await enrols(index, groupId);
    expect(await leaves(0, groupId)).toEqual({ kind: "left", groupId });
    expect(await leaves(0, groupId)).toEqual({ kind: "left", groupId });
    expect(await standing(groupId)).toBe("1 offered, 2 waiting");
    const reply = await replies(1, groupId);
    const accepted = await acceptOffer(database, reply);
    expect(accepted).toMatchObject({ kind: "accepted", groupId });
    expect(await acceptOffer(database, reply)).toEqual(accepted);
    expect(await declineOffer(database, reply)).toEqual(accepted);
    expect(await acceptOffer(database, { ...reply, personId: people[2] ?? 0 })).toEqual({ kind: "gone" });
    await leaves(1, groupId);
    expect(await acceptOffer(database, reply)).toEqual({ kind: "gone" });
    expect(await standing(groupId)).toBe("2 offered");
  });

  it("goes to the next when it is declined, and when nobody answers in time", async () => {
    const { groupId } = await openGroup(database, { capacity: 1, now: noon });
    for (const index of [0, 1, 2, 3]) await enrols(index, groupId);
    await leaves(0, groupId);
    const declined = await replies(1, groupId);
    expect(await declineOffer(database, declined)).toEqual({ kind: "declined", groupId });
    expect(await declineOffer(database, declined)).toEqual({ kind: "declined", groupId });
    expect(await acceptOffer(database, declined)).toEqual({ kind: "declined", groupId });
    expect(await standing(groupId)).toBe("2 offered, 3 waiting");

    await expireOffers(database, later(25));
    const slept = await replies(2, groupId, later(25));
    expect(await acceptOffer(database, slept)).toEqual({ kind: "late", groupId, expiresAt: later(25) });
    expect(await standing(groupId)).toBe("3 offered");
    expect(await expireOffers(database, later(25))).toEqual({ expired: 0, offered: 0 });
    expect(await findBroken(database)).toEqual([]);
  });

  it("is taken back by a tap that comes too late, even if the job has not run yet", async () => {
    const { groupId } = await openGroup(database, { capacity: 1, now: noon });
    for (const index of [0, 1, 2]) await enrols(index, groupId);
    await leaves(0, groupId);
    const late = { kind: "late", groupId, expiresAt: later(25) };
    const reply = await replies(1, groupId, later(25));
    expect(await acceptOffer(database, reply)).toEqual(late);
    expect(await acceptOffer(database, reply)).toEqual(late);
    expect(await standing(groupId)).toBe("2 offered");
    expect(await expireOffers(database, later(25))).toEqual({ expired: 0, offered: 0 });
  });

  it("waits for a lesson that is far enough, and newcomers stand in line meanwhile", async () => {
    const { groupId } = await openGroup(database, { capacity: 1, lessonsIn: [2], now: noon });
    await enrols(0, groupId);
    await enrols(1, groupId);
    await leaves(0, groupId);
    expect(await enrols(2, groupId)).toMatchObject({ kind: "waiting", position: 2 });
    expect(await expireOffers(database, noon)).toEqual({ expired: 0, offered: 0 });
    await database.lesson.create({
      data: lessonRow(noon, { groupId, number: 2, startsAt: later(26) }),
    });
    expect(await expireOffers(database, noon)).toEqual({ expired: 0, offered: 1 });
    expect(await standing(groupId)).toBe("1 offered, 2 waiting");
  });

  it("because the group is larger is offered at once, and a group is never made too small", async () => {
    const { groupId } = await openGroup(database, { capacity: 2, now: noon });
    for (const index of [0, 1, 2, 3, 4]) await enrols(index, groupId);
    const resize = (capacity: number) => database.$transaction((tx) => changeCapacity(tx, groupId, capacity, noon));
    expect(await resize(4)).toEqual({ kind: "changed", offered: 2 });
    expect(await standing(groupId)).toBe("0 enrolled, 1 enrolled, 2 offered, 3 offered, 4 waiting");
    expect(await resize(3)).toEqual({ kind: "too few", taken: 4 });
    expect(await findBroken(database)).toEqual([]);
  });

  it("in a second group is offered to those who wait for the full one, in their order", async () => {
    const { groupId, courseId } = await openGroup(database, { capacity: 1, now: noon });
    for (const index of [0, 1, 2, 3]) await enrols(index, groupId);
    const second = await openGroup(database, { capacity: 2, courseId, now: noon });
    expect(await database.$transaction((tx) => offerPlaces(tx, second.groupId, noon))).toBe(2);
    expect(await standing(second.groupId)).toBe("1 offered, 2 offered");
    expect(await standing(groupId)).toBe("0 enrolled, 1 waiting, 2 waiting, 3 waiting");

    expect(await declineOffer(database, await replies(1, second.groupId))).toMatchObject({ kind: "declined" });
    expect(await standing(second.groupId)).toBe("2 offered, 3 offered");
    await acceptOffer(database, await replies(2, second.groupId));
    expect(await standing(groupId)).toBe("0 enrolled, 1 waiting, 3 waiting");
    await expireOffers(database, later(26));
    // Who declined or slept is not asked again.
    expect(await standing(second.groupId)).toBe("2 enrolled");
    expect(await standing(groupId)).toBe("0 enrolled, 1 waiting, 3 waiting");
    expect(await findBroken(database)).toEqual([]);
  });

  it("by erasing somebody is offered in every group they were in", async () => {
    const [one, two] = [
      await openGroup(database, { capacity: 1, now: noon }),
      await openGroup(database, { capacity: 1, now: noon }),
    ];
    for (const { groupId } of [one, two]) for (const index of [0, 1]) await enrols(index, groupId);
    await database.$transaction((tx) => leaveAll(tx, people[0] ?? 0, noon));
    expect(await standing(one.groupId)).toBe("1 offered");
    expect(await standing(two.groupId)).toBe("1 offered");
  });
});

describe("a group that closes", () => {
  it("ends its line, and keeps what it promised", async () => {
    const { groupId } = await openGroup(database, { capacity: 1, now: noon });
    for (const index of [0, 1, 2]) await enrols(index, groupId);
    await leaves(0, groupId);
    expect(await database.$transaction((tx) => closeGroup(tx, groupId, noon))).toBe(1);
    expect(await standing(groupId)).toBe("1 offered");
    expect(await acceptOffer(database, await replies(1, groupId))).toMatchObject({ kind: "accepted" });
    await leaves(1, groupId);
    expect(await standing(groupId)).toBe("");
    expect(await findBroken(database)).toEqual([]);
  });
});
