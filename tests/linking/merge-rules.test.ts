import { afterEach, describe, expect, it } from "vitest";
import { mergePeople } from "../../bot/linking/merging/merge-store.ts";
import { forget } from "../../bot/privacy/erase-store.ts";
import { tellInviter } from "../../bot/staff/news-store.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { announcementRow } from "../support/factories/announcement.ts";
import { personRow } from "../support/factories/person.ts";

const { database } = await testDatabase();
const { now, timeZone } = evening;
const keptId = 4_600_000_000_000_001;
const goneId = 4_600_000_000_000_002;
const [kept, gone] = [BigInt(keptId), BigInt(goneId)];
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

afterEach(async () => {
  await database.$executeRaw`TRUNCATE "Person", "Delivery", "Announcement", "Event" CASCADE`;
});

type Fields = Parameters<typeof personRow>[1];

async function two(ofKept: Fields = {}, ofGone: Fields = {}): Promise<void> {
  await database.person.create({ data: personRow(now, { ...ofKept, id: kept }) });
  await database.person.create({ data: personRow(now, { ...ofGone, id: gone }) });
}

const merge = () => database.$transaction((tx) => mergePeople(tx, { keptId, goneId, now, cityZone: timeZone }));

const occurrence = async (startsAt = new Date(now.getTime() + 3 * 86_400_000)) => {
  const event = { section: "music", attendanceMode: "online", isFree: true, createdAt: now, updatedAt: now } as const;
  const { id } = await database.occurrence.create({
    data: {
      ...{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), startsLocal: startsAt, timeZone },
      ...{ changedAt: now, event: { create: event } },
    },
  });
  return id;
};

describe("of what both have", () => {
  it("settings are those of whoever stays, and since when they are here the earlier", async () => {
    await two(
      { language: "tt", firstName: "Алсу", timeZone: null, quietFrom: 0, quietUntil: 60, calendarToken: "own" },
      { language: "ru", firstName: "Alsu", timeZone: "Asia/Omsk", firstSeenAt: ago(9), calendarToken: "other" },
    );
    await merge();
    expect(await database.person.findMany()).toMatchObject([
      {
        id: kept,
        language: "tt",
        firstName: "Алсу",
        timeZone: null,
        quietFrom: 0,
        quietUntil: 60,
        firstSeenAt: ago(9),
        calendarToken: "own",
      },
    ]);
  });

  it("a calendar's address goes on where whoever stays has none", async () => {
    await two({}, { calendarToken: "other" });
    await merge();
    expect(await database.person.findMany()).toMatchObject([{ id: kept, calendarToken: "other" }]);
  });

  it("the newer rating stays, and one of either", async () => {
    await two();
    const [both, older, own] = [await occurrence(), await occurrence(), await occurrence()];
    const rate = (personId: bigint, occurrenceId: number, stars: number, days: number) =>
      database.rating.create({ data: { personId, occurrenceId, stars, ratedAt: ago(days) } });
    await rate(kept, both, 2, 5);
    await rate(gone, both, 5, 1);
    await rate(kept, older, 4, 1);
    await rate(gone, older, 1, 5);
    await rate(gone, own, 3, 5);
    await merge();
    const ratings = await database.rating.findMany({ orderBy: { occurrenceId: "asc" } });
    expect(ratings.map(({ personId, stars }) => [personId, stars])).toEqual([
      [kept, 5],
      [kept, 4],
      [kept, 3],
    ]);
  });

  it("reminders are all of both, and each is planned once by the zone and nights of whoever stays", async () => {
    await two({ quietFrom: null, quietUntil: null });
    const occurrenceId = await occurrence();
    const remind = (personId: bigint, minutes: number) =>
      database.reminder.create({ data: { personId, occurrenceId, minutes, createdAt: now } });
    await remind(kept, 60);
    await remind(gone, 60);
    await remind(gone, 1440);
    await merge();
    const planned = await database.delivery.findMany({ where: { kind: "reminder" }, orderBy: { dueAt: "asc" } });
    expect(planned.map(({ personId, payload }) => [personId, payload])).toMatchObject([
      [kept, { lead: 1440 }],
      [kept, { lead: 60 }],
    ]);
    expect(await database.reminder.count()).toBe(2);
  });

  it("a wish is there once, with the news of both", async () => {
    await two();
    const wish = async (personId: bigint, text: string) => {
      const [row] = await database.$queryRaw<{ id: number }[]>`
        INSERT INTO "Wish" ("personId", "kind", "text", "isTimed", "anchors", "query", "createdAt")
        VALUES (${personId}, 'search', ${text}, false, '{}', ${text}::tsquery, ${now}) RETURNING "id"`;
      return row?.id ?? 0;
    };
    await wish(kept, "орган");
    const twice = await wish(gone, "орган");
    await wish(gone, "джаз");
    await database.wishNews.create({ data: { wishId: twice, answer: "Скоро будет", foundAt: now } });
    await merge();
    const wishes = await database.wish.findMany({ include: { news: true }, orderBy: { text: "asc" } });
    expect(wishes.map(({ personId, text, news }) => [personId, text, news.length])).toEqual([
      [kept, "джаз", 0],
      [kept, "орган", 1],
    ]);
  });

  it("consent stands where it stands with either, and the journal has the name of whoever stays", async () => {
    await two();
    const consent = { document: "classes", version: 2, givenAt: ago(5) } as const;
    await database.consent.create({ data: { personId: kept, ...consent, withdrawnAt: ago(1) } });
    await database.consent.create({ data: { personId: gone, ...consent, givenAt: ago(3) } });
    await database.learner.create({ data: { personId: kept, name: "Алсу", createdAt: now } });
    await database.learner.create({ data: { personId: gone, name: "Alsu", phone: "+7917", createdAt: ago(2) } });
    await merge();
    expect(await database.consent.findMany()).toMatchObject([{ personId: kept, givenAt: ago(3), withdrawnAt: null }]);
    expect(await database.learner.findMany()).toMatchObject([{ personId: kept, name: "Алсу", phone: "+7917" }]);
  });

  it("the digest is that of whoever stays", async () => {
    await two();
    for (const [personId, hour] of [
      [kept, 7],
      [gone, 20],
    ] as const)
      await database.digest.create({ data: { personId, cadence: "daily", hour, nextAt: now } });
    await merge();
    expect(await database.digest.findMany()).toMatchObject([{ personId: kept, hour: 7 }]);
  });
});

describe("of messages that both were to get", () => {
  const message = (
    personId: bigint,
    id: number,
    state: "pending" | "claimed" | "sent",
    attemptedAt: Date | null = null,
  ) =>
    database.delivery.create({
      data: {
        ...{ personId, kind: "announcement", payload: {}, lane: "bulk", state, announcementId: id, attemptedAt },
        ...{ dedupeKey: `announcement:${id}:${personId}`, dueAt: now, expiresAt: ago(-1) },
        ...(state === "pending" ? {} : { claimedBy: "somebody" }),
      },
    });

  it.each([
    ["pending", "pending", ["cancelled", "pending"]],
    ["pending", "sent", ["cancelled", "sent"]],
    ["sent", "pending", ["cancelled", "sent"]],
    ["sent", "sent", ["sent", "sent"]],
    ["pending", "claimed", ["cancelled", "pending"]],
  ] as const)("%s here and %s there become %j, and the account adds up", async (here, there, states) => {
    await two();
    const { id } = await database.announcement.create({
      data: announcementRow(now, { state: "running", audienceSize: 2, enqueued: 2 }),
    });
    await message(kept, id, here);
    await message(gone, id, there);
    await merge();
    const rows = await database.delivery.findMany();
    expect(rows.map(({ state }) => state).sort()).toEqual([...states].sort());
    expect(rows.every(({ personId }) => personId === kept)).toBe(true);
    // Under this key the fan-out finds that they are in the outbox already.
    const [known] = rows.filter(({ dedupeKey }) => dedupeKey === `announcement:${id}:${keptId}`);
    expect(known?.state).toBe(states[1]);
    const cancelled = rows.filter(({ state }) => state === "cancelled").length;
    expect(await database.announcement.findMany()).toMatchObject([{ cancelled }]);
  });

  it("one that a dispatcher is just sending stays in its hands, under whose it is now", async () => {
    await two();
    const { id } = await database.announcement.create({ data: announcementRow(now, { state: "running" }) });
    await message(gone, id, "claimed", now);
    await merge();
    expect(await database.delivery.findMany()).toMatchObject([
      { personId: kept, state: "claimed", claimedBy: "somebody", dedupeKey: `announcement:${id}:${keptId}` },
    ]);
  });
});

it("nobody writes a row for the one who goes while they become one: it would be lost", async () => {
  await two();
  const occurrenceId = await occurrence();
  let written: Promise<string> | undefined;
  await database.$transaction(async (tx) => {
    await mergePeople(tx, { keptId, goneId, now, cityZone: timeZone });
    const data = { personId: gone, occurrenceId, minutes: 60, createdAt: now };
    written = database.reminder.create({ data }).then(
      () => "written",
      () => "refused",
    );
  });
  expect(await written).toBe("refused");
});

it("the news that somebody accepted an invitation speaks of whoever stays, and goes when they are erased", async () => {
  await two();
  const inviter = 4_600_000_000_000_003;
  await database.person.create({ data: personRow(now, { id: BigInt(inviter) }) });
  const grant = { personId: goneId, role: "moderator", institutionId: null, now } as const;
  await tellInviter(database, inviter, grant);
  const accepted = { at: now, action: "staff.manage.accept", subject: `person:${goneId}` };
  await database.auditEntry.create({ data: { ...accepted, after: { invitedBy: inviter } } });
  await merge();
  const [told] = await database.delivery.findMany();
  expect(told?.payload).toMatchObject({ by: keptId });
  expect(told?.dedupeKey).not.toContain(String(goneId));
  await forget(database, keptId, now);
  expect(await database.delivery.count()).toBe(0);
});
