import type { Database } from "../database/database.ts";
import { chatKeyOf } from "../people/address.ts";

const titles = { texts: { select: { language: true, title: true } } } as const;
const date = { select: { id: true, startsAt: true, event: { select: titles } } } as const;

/** How a person stands in classes. The join link is left out: it opens with the lesson, and a file travels. */
const enrolments = {
  select: {
    id: true,
    state: true,
    createdAt: true,
    changedAt: true,
    group: { select: { id: true, teacherName: true, course: { select: titles } } },
    offers: { select: { state: true, offeredAt: true, expiresAt: true, settledAt: true } },
    registrant: { select: { registrantId: true, createdAt: true, cancelledAt: true } },
    presences: { select: { lessonId: true, joinedAt: true, leftAt: true } },
    attendances: { select: { lessonId: true, isPresent: true, source: true, notedAt: true } },
    certificate: true,
  },
} as const;

const messages = {
  select: {
    kind: true,
    state: true,
    payload: true,
    dueAt: true,
    attemptedAt: true,
    settledAt: true,
    door: true,
    messageId: true,
  },
  orderBy: { dueAt: "asc" },
} as const;

/** What a person searched for; where a text was not kept, only that they searched. */
const searches = { select: { text: true, found: true, askedAt: true }, orderBy: { askedAt: "asc" } } as const;

/** What a person waits for, and what came of it. */
const wishes = {
  select: {
    kind: true,
    text: true,
    createdAt: true,
    news: { select: { eventId: true, answer: true, foundAt: true, toldAt: true } },
  },
  orderBy: { id: "asc" },
} as const;

/** The evenings that a person planned, with what they took out. */
const evenings = {
  select: {
    ...{ day: true, setting: true, company: true, priceLimit: true, createdAt: true, keptAt: true },
    pieces: {
      select: {
        ...{ startsAt: true, endsAt: true, isOut: true },
        occurrence: { select: { id: true, event: { select: titles } } },
        offer: { select: titles },
      },
      orderBy: { startsAt: "asc" },
    },
  },
  orderBy: { id: "asc" },
} as const;

/** What a person wrote to staff, and was answered. */
const threads = {
  select: {
    id: true,
    subject: true,
    state: true,
    createdAt: true,
    lastAt: true,
    waitingSince: true,
    occurrenceId: true,
    groupId: true,
    messages: { select: { isFromStaff: true, content: true, sentAt: true }, orderBy: { id: "asc" } },
  },
  orderBy: { id: "asc" },
} as const;

/**
 * Everything that is kept about a person, as JSON to be read by people and programs: times in UTC, numbers as text where
 * they pass 53 bits. Of the calendar's address only that there is one: it opens without a password, and a file
 * travels. Null for somebody unknown.
 */
export async function exportPerson(database: Database, personId: number): Promise<string | null> {
  const id = BigInt(personId);
  const addresses = await database.address.findMany({ where: { personId: id }, select: { door: true, chatId: true } });
  const [person, dialogues, invitations, announcements, materials, audit] = await Promise.all([
    database.person.findUnique({
      where: { id },
      include: {
        addresses: true,
        consents: true,
        learner: true,
        enrolmentDraft: true,
        unfinishedEvents: true,
        interests: { select: { audience: true, lastAt: true }, orderBy: { audience: "asc" } },
        enrolments,
        reminders: { select: { minutes: true, createdAt: true, occurrence: date } },
        evenings,
        collectionReminders: { select: { createdAt: true, collection: { select: titles } } },
        ratings: {
          select: { stars: true, ratedAt: true, occurrence: date, courseId: true },
          orderBy: { id: "asc" },
        },
        lessonRatings: {
          select: {
            stars: true,
            ratedAt: true,
            lesson: { select: { number: true, group: { select: { courseId: true } } } },
          },
          orderBy: { id: "asc" },
        },
        digest: true,
        roles: true,
        teaches: { select: { id: true, course: { select: titles } } },
        deliveries: messages,
        searches,
        threads,
        wishes,
        recordingWishes: {
          select: { createdAt: true, event: { select: { id: true, ...titles } } },
          orderBy: { createdAt: "asc" },
        },
        ballots: {
          select: { option: true, castAt: true, vote: { select: { id: true, texts: true } } },
          orderBy: { id: "asc" },
        },
        ideas: {
          select: { id: true, title: true, body: true, state: true, answer: true, createdAt: true, changedAt: true },
          orderBy: { id: "asc" },
        },
        ideaVoices: {
          select: { givenAt: true, idea: { select: { id: true, title: true, state: true } } },
          orderBy: { id: "asc" },
        },
        questions: {
          select: { id: true, text: true, state: true, answer: true, createdAt: true, event: { select: titles } },
          orderBy: { id: "asc" },
        },
        questionVoices: { select: { questionId: true, givenAt: true, toldAt: true }, orderBy: { id: "asc" } },
        comments: {
          select: {
            ...{ id: true, text: true, name: true, state: true, writtenAt: true, publishedAt: true, isNewcomer: true },
            ...{ reason: true, ownWords: true, appeal: true, appealedAt: true, decidedAt: true, courseId: true },
            event: { select: titles },
            answer: { select: { text: true, answeredAt: true } },
          },
          orderBy: { id: "asc" },
        },
        commentFlags: { select: { commentId: true, flaggedAt: true }, orderBy: { commentId: "asc" } },
        commentBan: { select: { bannedAt: true, until: true } },
        commentAnswers: { select: { commentId: true, text: true, answeredAt: true }, orderBy: { commentId: "asc" } },
        commentsDecided: { select: { id: true, decidedAt: true, state: true, reason: true }, orderBy: { id: "asc" } },
        commentBans: { select: { bannedAt: true, until: true }, orderBy: { bannedAt: "asc" } },
        votes: { select: { id: true, createdAt: true, endsAt: true, texts: true }, orderBy: { id: "asc" } },
        linkRequest: { select: { madeAt: true, leadsTo: true, createdAt: true, expiresAt: true } },
        follows: { select: { area: true, createdAt: true, knownTo: true }, orderBy: { area: "asc" } },
        loads: { select: { fileName: true, beganAt: true, undoneAt: true }, orderBy: { id: "asc" } },
        threadAnswers: { select: { threadId: true, content: true, sentAt: true }, orderBy: { id: "asc" } },
      },
    }),
    database.dialogue.findMany({ where: { key: { in: addresses.map(chatKeyOf) } } }),
    database.invitation.findMany({
      where: { OR: [{ invitedBy: id }, { usedBy: id }] },
      select: { role: true, createdAt: true, expiresAt: true, usedAt: true, invitedBy: true, usedBy: true },
    }),
    database.announcement.findMany({
      where: { OR: [{ authorId: id }, { confirmedBy: id }, { secondedBy: id }] },
      select: { id: true, state: true, createdAt: true, authorId: true, confirmedBy: true, secondedBy: true },
    }),
    database.material.findMany({ where: { addedBy: id }, select: { id: true, title: true, addedAt: true } }),
    database.auditEntry.findMany({
      where: { OR: [{ personId: id }, { subject: `person:${personId}` }] },
      orderBy: { id: "asc" },
    }),
  ]);
  if (person === null) return null;
  const { calendarToken, ...known } = person;
  const kept = {
    person: { ...known, hasCalendarAddress: calendarToken !== null },
    dialogues,
    invitations,
    announcements,
    materials,
    audit,
  };
  return JSON.stringify(kept, (_, value: unknown) => (typeof value === "bigint" ? toJson(value) : value), 2);
}

const toJson = (value: bigint): number | string =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
