import { describe, expect, it } from "vitest";
import { forget } from "../../bot/privacy/erase-store.ts";
import { exportPerson } from "../../bot/privacy/export-store.ts";
import { wish } from "../../bot/wishes/wish-store.ts";
import { opensCourse, settles } from "../reports/city-life.ts";
import { beside } from "../support/addresses.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { announcementRow } from "../support/factories/announcement.ts";
import { personRow, roleRow } from "../support/factories/person.ts";
import { findTraces } from "../support/traces.ts";
import { saysAndModerates } from "./says-and-moderates.ts";

const { database } = await testDatabase(undefined, "city");
const { now } = evening;
const id = 7_771_234_567;
/** What Telegram calls her. */
const account = String(id + beside);
const colleagueId = 7_771_234_000;
const name = "Зөләйха Берданбер";
const phone = "+79990001122";
const search = "концерт для двоих";
const [wished, question] = ["бега улиток", "Можно ли с внуками?"];
const comment = "Буфет закрыт с семи";
const secret = "a-calendar-token-of-hers";

/** A resident, learner and member of the staff in one, of whom there is a row in every table that can hold one. */
async function live(): Promise<void> {
  const personId = BigInt(id);
  const { groupId, lessonId } = await opensCourse(database, "2026-11-19T10:00:00Z");
  const { id: occurrenceId } = await database.occurrence.findFirstOrThrow();
  await database.person.create({ data: personRow(now, { id: colleagueId, firstName: "Коллега" }) });
  const expiresAt = new Date("2027-01-01T00:00:00Z");
  await database.person.create({
    data: personRow(now, {
      id,
      language: "tt",
      firstName: name,
      calendarToken: secret,
      consents: { create: { document: "classes", version: 1, givenAt: now } },
      learner: { create: { name, phone, createdAt: now } },
      enrolmentDraft: { create: { groupId, name, phone, updatedAt: now } },
      interests: { create: { audience: "family", lastAt: now } },
      unfinishedEvents: { create: { drafts: [{ language: "ru", title: "Вечер" }], updatedAt: now } },
      reminders: { create: { occurrenceId, minutes: 60, createdAt: now } },
      ratings: { create: { occurrenceId, stars: 5, ratedAt: now } },
      searches: { create: { id: "AAAAAAAAAAA", chatKey: `telegram:${account}`, text: search, found: 1, askedAt: now } },
      threads: {
        create: {
          ...{ subject: "question" as const, state: "answered" as const, createdAt: now, lastAt: now },
          messages: {
            create: [
              { isFromStaff: false, content: { kind: "text", text: question, entities: [] }, sentAt: now },
              { isFromStaff: true, content: { kind: "text", text: "Да", entities: [] }, sentAt: now },
            ],
          },
        },
      },
      digest: { create: { cadence: "daily", hour: 9, nextAt: now } },
      roles: { create: roleRow(now, { role: "admin" }) },
      loads: { create: { source: "sheet", fileName: "план.xlsx", beganAt: now, missing: [] } },
    }),
  });
  await database.enrolment.create({
    data: {
      groupId,
      personId,
      state: "enrolled",
      ticket: 1,
      createdAt: now,
      changedAt: now,
      offers: { create: { groupId, state: "accepted", offeredAt: now, expiresAt } },
      registrant: { create: { registrantId: "reg-1", joinUrl: "https://zoom.example/w/secret", createdAt: now } },
      presences: { create: { lessonId, joinedAt: now } },
      attendances: { create: { lessonId, isPresent: true, source: "zoom", notedAt: now } },
      certificate: { create: { code: "CODE", name, language: "tt", attended: 1, lessons: 1, issuedAt: now } },
    },
  });
  await database.group.update({ where: { id: groupId }, data: { taken: 1, teacherId: personId } });
  await settles(database, id, "reminder", "sent", "2026-11-19T10:00:00Z");
  await database.dialogue.create({ data: { key: `telegram:${account}`, state: { name }, updatedAt: now } });
  await database.invitation.create({
    data: { code: "made", role: "editor", invitedBy: personId, createdAt: now, expiresAt },
  });
  await database.invitation.create({
    data: { code: "used", role: "admin", createdAt: now, expiresAt, usedBy: personId, usedAt: now },
  });
  await database.staffRole.create({
    data: roleRow(now, { personId: colleagueId, role: "editor", origin: "invitation", grantedBy: personId }),
  });
  await database.announcement.create({
    data: announcementRow(now, {
      audience: {},
      state: "done",
      sent: 3,
      authorId: personId,
      confirmedBy: personId,
      secondedBy: personId,
      progressDoor: "telegram",
      progressChatId: account,
    }),
  });
  await database.material.create({
    data: { groupId, content: {}, title: "Конспект", addedBy: personId, addedAt: now },
  });
  await wish(database, { personId: id, text: wished, dropped: 0, now, zone: evening.timeZone });
  const news = {
    wish: { connect: { id: (await database.wish.findFirstOrThrow()).id } },
    answer: "Скоро",
    foundAt: now,
  };
  await database.wishNews.create({ data: news });
  await database.thread.create({
    data: {
      ...{ personId: BigInt(colleagueId), subject: "question", state: "answered", createdAt: now, lastAt: now },
      messages: {
        create: {
          ...{ isFromStaff: true, authorId: personId, sentAt: now },
          content: { kind: "text", text: "Нет", entities: [] },
        },
      },
    },
  });
  await saysAndModerates(database, { id, colleagueId, name, text: comment, occurrenceId, lessonId, now });
  await database.auditEntry.create({
    data: { at: now, personId, action: "staff.manage.give", subject: `person:${id}`, after: { role: "admin" } },
  });
}

/** The tables in which somebody stands. */
const traces = async () => {
  const columns = await findTraces(
    database,
    String(id),
    account,
    name,
    phone,
    secret,
    search,
    question,
    wished,
    comment,
  );
  return [...new Set(columns.map((column) => column.split(".")[0]))];
};

describe("my data", () => {
  it("of somebody unknown is nothing", async () => {
    expect(await exportPerson(database, id)).toBeNull();
  });

  it("has everything that is kept, from every table, and no join link", async () => {
    await live();
    const json = (await exportPerson(database, id)) ?? "";
    const { person, ...rest } = JSON.parse(json);
    expect(person).toMatchObject({
      id,
      firstName: name,
      hasCalendarAddress: true,
      searches: [{ text: search, found: 1 }],
      addresses: [{ door: "telegram", externalId: account, chatId: account, isPreferred: true }],
      consents: [{ document: "classes", version: 1 }],
      learner: { name, phone },
      enrolmentDraft: { name, phone },
      reminders: [{ minutes: 60 }],
      ...{ ratings: [{ stars: 5 }], lessonRatings: [{ stars: 4 }] },
      comments: [{ text: comment, name, state: "published" }],
      digest: { hour: 9 },
      threads: [{ subject: "question", messages: [{ content: { text: question } }, { isFromStaff: true }] }],
      wishes: [{ kind: "search", text: wished, news: [{ answer: "Скоро" }] }],
      threadAnswers: [{ content: { text: "Нет" } }],
      roles: [{ role: "admin" }],
      deliveries: [{ kind: "reminder", state: "sent" }],
      enrolments: [
        {
          state: "enrolled",
          group: { course: { texts: [{ title: "Первые шаги" }] } },
          offers: [{ state: "accepted" }],
          registrant: { registrantId: "reg-1" },
          presences: [{ leftAt: null }],
          attendances: [{ isPresent: true }],
          certificate: { code: "CODE", name },
        },
      ],
    });
    expect(Object.values(rest).every((kept) => kept !== null && Object.keys(Object(kept)).length > 0)).toBe(true);
    expect(json).not.toContain("zoom.example");
    expect(json).not.toContain(secret);
    // A table that is added later and names people has to be added here.
    expect(await traces()).toEqual([
      "Address",
      "Announcement",
      "AuditEntry",
      "Certificate",
      "Comment",
      "CommentAnswer",
      "CommentBan",
      "CommentFlag",
      "Consent",
      "Delivery",
      "Dialogue",
      "Digest",
      "Enrolment",
      "EnrolmentDraft",
      "Group",
      "Interest",
      "Invitation",
      ...["Learner", "LessonRating"],
      "Load",
      "Material",
      "Person",
      "Rating",
      "Reminder",
      "SearchQuery",
      "StaffRole",
      "Thread",
      "ThreadMessage",
      "UnfinishedEvents",
      "Wish",
    ]);
  });
});

describe("whoever is forgotten", () => {
  it("is named in no table, and the counts and what they did stay", async () => {
    await forget(database, id, now);
    expect(await traces()).toEqual([]);
    expect(await findTraces(database, "zoom.example")).toEqual([]);
    expect(await database.wishNews.count()).toBe(0);
    expect(await database.auditEntry.findMany({ select: { personId: true, subject: true } })).toEqual([
      { personId: null, subject: "person:gone" },
    ]);
    expect(await exportPerson(database, id)).toBeNull();
    const kept = await database.forgotten.findMany({ orderBy: { what: "asc" } });
    expect(kept.map(({ what, count }) => [what.split(":").slice(0, 2).join(":"), count])).toEqual([
      ["attendance:present", 1],
      ["enrolment:left", 1],
      ["learner:came", 1],
      ["person:tt", 1],
      ["search:found", 1],
      ["thread:answered", 1],
      ["thread:opened", 1],
    ]);
    expect(await database.announcement.findFirst()).toMatchObject({ sent: 3, authorId: null });
    expect(await database.threadMessage.findMany({ select: { authorId: true } })).toEqual([{ authorId: null }]);
    expect(await database.staffRole.count({ where: { personId: colleagueId, grantedBy: null } })).toBe(1);
    expect(await database.comment.count({ where: { decidedBy: null } })).toBe(1);
    expect(await database.group.count({ where: { taken: 1, teacherName: "Роза Каримова" } })).toBe(0);
  });
});
