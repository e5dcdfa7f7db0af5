import type { Database } from "../../bot/database/database.ts";
import { announcementRow } from "../support/factories/announcement.ts";
import { lessonRow } from "../support/factories/course.ts";
import { addressRow, personRow, roleRow } from "../support/factories/person.ts";

/** How often a person stands in each column that refers to people, "Reminder.personId". */
export async function countPerColumn(database: Database, personId: number): Promise<Map<string, number>> {
  const columns = await database.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.conrelid::regclass::text AS "table", a.attname AS "column" FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = '"Person"'::regclass ORDER BY 1, 2`;
  const counts = new Map<string, number>();
  for (const { table, column } of columns) {
    const [row] = await database.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS "count" FROM ${table} WHERE "${column}" = $1::bigint`,
      String(personId),
    );
    counts.set(`${table.replaceAll('"', "")}.${column}`, row?.count ?? 0);
  }
  return counts;
}

interface Everywhere {
  goneId: number;
  keptId: number;
  groupId: number;
  now: Date;
}

/** Two people of whom the one is at MAX and stands in every column that refers to people, and in what names them otherwise. */
export async function fillEveryColumn(database: Database, scene: Everywhere): Promise<void> {
  const { goneId, keptId, groupId, now } = scene;
  const gone = BigInt(goneId);
  await database.person.create({
    data: { ...personRow(now, { id: BigInt(keptId) }), roles: { create: roleRow(now, { role: "owner" }) } },
  });
  const addresses = { create: addressRow(now, { door: "max", externalId: "77", chatId: "78" }) };
  await database.person.create({
    data: { ...personRow(now, { id: gone }), addresses, roles: { create: roleRow(now, { role: "owner" }) } },
  });
  await fillLife(database, scene);
  await fillWork(database, scene);
  await database.dialogue.create({
    data: { key: "telegram:5", state: { log: [{ personId: goneId }] }, updatedAt: now },
  });
  await database.dialogue.create({ data: { key: "max:78", state: {}, updatedAt: now } });
  const others = { madeAt: "max", leadsTo: "telegram", createdAt: now, expiresAt: now } as const;
  await database.linkRequest.create({ data: { personId: gone, codeHash: "a", ...others } });
  await database.linkRequest.create({
    data: { personId: BigInt(keptId), codeHash: "b", ...others, followedBy: gone, number: 47, numbers: [47] },
  });
  await database.group.update({ where: { id: groupId }, data: { teacherId: gone } });
}

/** What belongs to a resident. */
async function fillLife(database: Database, { goneId, groupId, now }: Everywhere): Promise<void> {
  const personId = BigInt(goneId);
  const { id: occurrenceId } = await database.occurrence.create({
    data: {
      event: {
        create: { section: "music", attendanceMode: "online", isFree: true, createdAt: now, updatedAt: now },
      },
      ...{ startsAt: new Date(now.getTime() + 86_400_000), endsAt: new Date(now.getTime() + 90_000_000) },
      ...{ startsLocal: now, timeZone: "Europe/Moscow", changedAt: now },
    },
  });
  await database.consent.create({ data: { personId, document: "classes", version: 2, givenAt: now } });
  await database.learner.create({ data: { personId, name: "Алсу", createdAt: now } });
  await database.enrolmentDraft.create({ data: { personId, groupId, updatedAt: now } });
  await database.enrolment.create({
    data: { personId, groupId, state: "enrolled", ticket: 1, createdAt: now, changedAt: now },
  });
  await database.group.update({ where: { id: groupId }, data: { taken: 1 } });
  await database.reminder.create({ data: { personId, occurrenceId, minutes: 60, createdAt: now } });
  await database.rating.create({ data: { personId, occurrenceId, stars: 5, ratedAt: now } });
  const lesson = lessonRow(now, { groupId, number: 99, startsAt: now, status: "cancelled" });
  const { id: lessonId } = await database.lesson.create({ data: lesson });
  await database.lessonRating.create({ data: { personId, lessonId, stars: 4, ratedAt: now } });
  const { id: eventId } = await database.event.findFirstOrThrow({
    where: { occurrences: { some: { id: occurrenceId } } },
  });
  await database.recordingWish.create({ data: { personId, eventId, createdAt: now } });
  await database.comment.create({
    data: {
      personId,
      eventId,
      text: "Хорошо",
      name: "Алсу",
      state: "published",
      writtenAt: now,
      publishedAt: now,
      isNewcomer: false,
    },
  });
  const another = {
    eventId,
    text: "Так себе",
    state: "published",
    writtenAt: now,
    publishedAt: now,
    isNewcomer: false,
  } as const;
  await database.comment.create({ data: { ...another, flags: { create: { personId, flaggedAt: now } } } });
  await database.commentBan.create({ data: { personId, bannedAt: now, until: now } });
  await database.digest.create({ data: { personId, cadence: "daily", hour: 9, nextAt: now } });
  await database.followedArea.create({ data: { personId, area: "digital", knownTo: now, createdAt: now } });
  await database.collection.create({
    data: {
      ...{ kind: "night", sections: [], audiences: [], createdAt: now, updatedAt: now },
      reminders: { create: { personId, createdAt: now } },
    },
  });
  await database.evening.create({
    data: {
      ...{ personId, day: "2026-11-21", setting: "town", company: "anyone", createdAt: now, keptAt: now, endsAt: now },
      pieces: { create: { occurrenceId, startsAt: now, endsAt: now } },
    },
  });
  await database.interest.create({ data: { personId, audience: "family", lastAt: now } });
  await database.unfinishedEvents.create({ data: { personId, drafts: [], updatedAt: now } });
  await database.searchQuery.create({ data: { id: "s", personId, chatKey: "max:78", found: 1, askedAt: now } });
  await database.$executeRaw`
    INSERT INTO "Wish" ("personId", "kind", "text", "isTimed", "anchors", "query", "createdAt")
    VALUES (${personId}, 'search', 'орган', false, '{орган}', 'орган', ${now})`;
  await database.vote.create({
    data: {
      ...{ createdBy: personId, createdAt: now, results: "voted" },
      ballots: { create: { personId, option: 0, castAt: now } },
    },
  });
  await database.idea.create({
    data: {
      ...{ authorId: personId, language: "ru", title: "Каток", body: "У озера", folded: "каток", voices: 1 },
      ...{ createdAt: now, changedAt: now, titleTrigrams: 0, bodyTrigrams: 0 },
      supporters: { create: { personId, givenAt: now, isFresh: false, knownTo: 0 } },
    },
  });
  await database.question.create({
    data: {
      ...{ eventId, authorId: personId, text: "Что вы читаете?", folded: "что вы читаете", voices: 1, createdAt: now },
      supporters: { create: { personId, givenAt: now, isNewcomer: false } },
    },
  });
  await database.thread.create({
    data: { personId, subject: "question", createdAt: now, lastAt: now, waitingSince: now },
  });
  await database.delivery.create({
    data: {
      ...{ personId, kind: "digest", payload: {}, lane: "bulk", dedupeKey: `digest:${goneId}:x`, dueAt: now },
      expiresAt: now,
    },
  });
}

/** What somebody did as staff. */
async function fillWork(database: Database, { goneId, keptId, groupId, now }: Everywhere): Promise<void> {
  const gone = BigInt(goneId);
  const { id: otherId } = await database.person.create({ data: personRow(now, {}) });
  await database.staffRole.create({ data: roleRow(now, { personId: otherId, role: "editor", grantedBy: gone }) });
  const offer = { role: "editor", createdAt: now, expiresAt: now } as const;
  await database.invitation.create({ data: { code: "made", ...offer, invitedBy: gone } });
  await database.invitation.create({ data: { code: "used", ...offer, usedBy: gone, usedAt: now } });
  await database.auditEntry.create({
    data: {
      ...{ at: now, personId: gone, action: "staff.manage.grant", subject: `person:${goneId}` },
      ...{ before: { teacherId: goneId, kept: keptId }, after: { invitedBy: goneId, personId: null } },
    },
  });
  await database.load.create({
    data: { source: "sheet", fileName: "план.xlsx", madeBy: gone, beganAt: now, missing: [] },
  });
  await database.material.create({ data: { groupId, content: {}, title: "Конспект", addedBy: gone, addedAt: now } });
  await database.feed.create({
    data: {
      ...{ kind: "ical", address: "https://example.org/a.ics", hour: 5, action: "draft" as const },
      ...{ madeBy: gone, createdAt: now, nextAt: now },
    },
  });
  await database.channel.create({
    data: {
      ...{ door: "telegram" as const, chatId: "-100", title: "Афиша", offeredAt: now },
      ...{ offeredBy: gone, connectedBy: gone, connectedAt: now },
    },
  });
  const comment = await database.comment.findFirstOrThrow({ where: { personId: null } });
  await database.comment.update({
    where: { id: comment.id },
    data: { decidedBy: gone, answer: { create: { authorId: gone, text: "Спасибо", answeredAt: now } } },
  });
  await database.commentBan.create({ data: { personId: otherId, bannedBy: gone, bannedAt: now, until: now } });
  const thread = await database.thread.findFirstOrThrow();
  await database.threadMessage.create({
    data: { threadId: thread.id, isFromStaff: true, authorId: gone, content: {}, sentAt: now },
  });
  const by = { authorId: gone, confirmedBy: gone, secondedBy: gone };
  await database.announcement.create({ data: announcementRow(now, by) });
  await database.announcement.create({ data: announcementRow(now, { authorId: otherId }) });
  await database.delivery.create({
    data: {
      ...{ personId: otherId, kind: "announcement-answered", lane: "urgent" as const, dedupeKey: "answered" },
      ...{ payload: { by: goneId, isAgreed: true }, dueAt: now, expiresAt: now },
    },
  });
}
