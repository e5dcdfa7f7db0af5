import { beforeAll, describe, expect, it } from "vitest";
import { writeComment } from "../../bot/voices/comments/write-store.ts";
import { rateCourse } from "../../bot/voices/course-rating-store.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { courseRow, groupRow } from "../support/factories/course.ts";
import { personRow } from "../support/factories/person.ts";

const { database } = await testDatabase();
const { now } = evening;
const hour = 3_600_000;
const [learner, waiting, other] = [1, 2, 3];
let courseId = 0;

beforeAll(async () => {
  for (const id of [learner, waiting, other])
    await database.person.create({ data: personRow(now, { id: BigInt(id) }) });
  ({ id: courseId } = await database.course.create({
    data: courseRow(now, { publishedAt: now, texts: { create: { language: "ru", title: "Курс" } } }),
  }));
  const { id: groupId } = await database.group.create({ data: groupRow(now, { courseId }) });
  const place = { groupId, createdAt: now, changedAt: now };
  await database.enrolment.create({ data: { ...place, personId: BigInt(learner), state: "enrolled", ticket: 1 } });
  await database.enrolment.create({ data: { ...place, personId: BigInt(waiting), state: "waiting", ticket: 2 } });
  const startsAt = new Date(now.getTime() + hour);
  const when = { startsAt, endsAt: new Date(startsAt.getTime() + hour), startsLocal: startsAt, changedAt: now };
  await database.lesson.create({ data: { groupId, number: 1, ...when } });
});

const later = new Date(now.getTime() + 3 * hour);
const write = (personId: number, at: Date) =>
  writeComment(database, {
    personId,
    topic: { kind: "course", id: courseId },
    text: "Понятно объясняют",
    name: null,
    now: at,
  });

describe("a course", () => {
  it("is rated and commented on by whoever has a place there, once a lesson is over", async () => {
    expect(await rateCourse(database, { personId: learner, courseId }, 5, now)).toEqual({ kind: "not yet" });
    expect(await write(learner, now)).toEqual({ kind: "not yet" });
    expect(await rateCourse(database, { personId: learner, courseId }, 5, later)).toEqual({ kind: "rated" });
    expect(await rateCourse(database, { personId: learner, courseId }, 4, later)).toEqual({ kind: "rated" });
    expect(await write(learner, later)).toMatchObject({ kind: "waiting" });
    expect(await database.score.findUnique({ where: { courseId } })).toMatchObject({ counts: [0, 0, 0, 1, 0] });
  });

  it("is not by anybody else, nor one that there is not", async () => {
    for (const personId of [waiting, other]) {
      expect(await rateCourse(database, { personId, courseId }, 1, later)).toEqual({ kind: "not yet" });
      expect(await write(personId, later)).toEqual({ kind: "not yet" });
    }
    expect(await rateCourse(database, { personId: learner, courseId: 999_999 }, 1, later)).toEqual({ kind: "gone" });
  });
});
