import { beforeAll, describe, expect, it } from "vitest";
import { forget } from "../../bot/privacy/erase-store.ts";
import { forgetReminders } from "../../bot/reminders/forget-store.ts";
import { addReadings } from "../../bot/reports/counting/card-view-store.ts";
import { fill, freeSpan, spanOf } from "../../bot/reports/counting/span.ts";
import { closeParticipation } from "../../bot/reports/participation/closing-store.ts";
import { participationReport } from "../../bot/reports/participation/participation.ts";
import { countParticipation, findFirstDay } from "../../bot/reports/participation/participation-store.ts";
import { words } from "../support/city.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { eventRow, occurrenceRow } from "../support/factories/event.ts";
import { arrives, opensCourse } from "./city-life.ts";

const { database } = await testDatabase();
const { now, timeZone } = evening;
const day = 24 * 3_600_000;
const ago = (days: number) => new Date(now.getTime() - days * day);
const all = freeSpan({ first: "2026-01-01", last: "2026-11-20" }, now, timeZone);
const count = (span = all) => countParticipation(database, span, "ru");

/** An event of an institution with dates so many days ago, each two hours long. */
async function event(institutionId: number | null, days: readonly number[], more: object = {}) {
  const dates = days.map((each) =>
    occurrenceRow(ago(each), { startsAt: ago(each), endsAt: new Date(ago(each).getTime() + 2 * 3_600_000), ...more }),
  );
  const { id, occurrences } = await database.event.create({
    data: eventRow(ago(100), { institutionId, publishedAt: new Date(0), occurrences: { create: dates } }),
    select: { id: true, occurrences: { select: { id: true }, orderBy: { startsAt: "asc" } } },
  });
  return { id, dates: occurrences.map((date) => date.id) };
}

const remind = (personId: number, occurrenceId = 0, minutes = 60) =>
  database.reminder.create({ data: { personId, occurrenceId, minutes, createdAt: ago(90) } });
const rate = (personId: number, occurrenceId = 0, ratedAt = ago(1)) =>
  database.rating.create({ data: { personId, occurrenceId, stars: 5, ratedAt } });

const institution = (name: string) =>
  database.institution.create({ data: { texts: { create: { language: "ru", name } } }, select: { id: true } });

/**
 * Counted by hand. The opera's concert, two dates: persons 1 and 2 at the first, one of them twice; 1 and 3 at the second: four
 * participations. The museum's talk: two people and five ways to its stream: five. One lesson: 1 joined and was ticked, 2 was
 * ticked, 3 was absent: two. What was cancelled, put off, withdrawn or is to come is in no number.
 */
beforeAll(async () => {
  for (const id of [1, 2, 3, 4]) await arrives(database, id, "2026-03-01T10:00:00Z");
  const [opera, museum] = [await institution("Опера"), await institution("Музей")];
  const concert = await event(opera.id, [40, 5]);
  for (const minutes of [60, 180]) await remind(1, concert.dates[0], minutes);
  await rate(1, concert.dates[0], ago(39));
  await rate(2, concert.dates[0], ago(39));
  await remind(1, concert.dates[1]);
  await remind(3, concert.dates[1]);
  const talk = await event(museum.id, [4]);
  await remind(2, talk.dates[0]);
  await rate(4, talk.dates[0]);
  await addReadings(database, [{ day: "2026-11-16", eventId: talk.id, opened: 9, watched: 5 }]);
  for (const status of ["cancelled", "postponed"]) await remind(4, (await event(opera.id, [3], { status })).dates[0]);
  await remind(4, (await event(opera.id, [-3])).dates[0]);
  const withdrawn = await event(opera.id, [3]);
  await database.event.update({ where: { id: withdrawn.id }, data: { withdrawnAt: ago(1) } });
  await remind(4, withdrawn.dates[0]);
  const { groupId, lessonId } = await opensCourse(database, "2026-11-19T10:00:00Z");
  await database.group.update({ where: { id: groupId }, data: { institutionId: museum.id } });
  for (const [personId, isPresent] of [
    [1, true],
    [2, true],
    [3, false],
  ] as const)
    await database.enrolment.create({
      data: {
        ...{ groupId, personId, state: "enrolled", ticket: personId, createdAt: ago(50), changedAt: ago(50) },
        attendances: { create: { lessonId, isPresent, source: "teacher", notedAt: now } },
        ...(personId === 1 && { presences: { create: { lessonId, joinedAt: ago(1) } } }),
      },
    });
  await database.group.update({ where: { id: groupId }, data: { taken: 3 } });
  await database.activeDay.createMany({
    data: [
      { day: new Date("2026-11-18"), share: 0, people: 3 },
      { day: new Date("2026-11-18"), share: 1, people: 2 },
      { day: new Date("2026-11-19"), share: 0, people: 1 },
    ],
  });
});

const byHand = {
  ...{ events: 2, dates: 3, lessons: 1, atEvents: 9, atLessons: 2 },
  ...{ reminded: 4, joined: 1, attended: 2, watched: 5, rated: 3, reached: 4, active: 3 },
  houses: [
    { name: "Музей", events: 1, dates: 1, lessons: 1, atEvents: 5, atLessons: 2 },
    { name: "Опера", events: 1, dates: 2, lessons: 0, atEvents: 4, atLessons: 0 },
  ],
};

describe("participation", () => {
  it("is what one counts by hand, in the whole city and by institution", async () => {
    expect(await count()).toMatchObject(byHand);
  });

  it("falls on the days of the dates, between any two days", async () => {
    const week = spanOf("week", now, timeZone);
    const { tallies, ...counts } = await count(week);
    expect(fill(week, ["events", "lessons"], tallies)).toEqual([
      [0, 2, 5, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 2, 0],
    ]);
    expect(counts).toMatchObject({ events: 2, dates: 2, lessons: 1, atEvents: 7, atLessons: 2 });
    expect(await count(freeSpan({ first: "2026-10-01", last: "2026-10-31" }, now, timeZone))).toMatchObject({
      ...{ events: 1, dates: 1, lessons: 0, atEvents: 2, watched: 0, active: 0, reached: 4 },
    });
    expect(await findFirstDay(database, timeZone)).toBe("2026-03-01");
  });

  it("is a sentence to publish in three languages, on top of the caption and of the workbook", async () => {
    const counts = await count();
    const sentenceIn = (language: "ru" | "tt" | "en") => participationReport(counts, all, words.for(language)).lines[0];
    expect(sentenceIn("ru")).toBe("11 участников на 2 событиях и 1 занятии");
    expect(sentenceIn("tt")).toBe("2 чарада һәм 1 дәрестә 11 катнашучы");
    expect(sentenceIn("en")).toBe("11 participants in 2 events and 1 lesson");
    const large = { ...counts, atEvents: 98_000, atLessons: 0, events: 400, lessons: 0 };
    const { lines, tables } = participationReport(large, all, words.for("ru"));
    expect(lines[0]?.replaceAll("\u00a0", " ")).toBe("98 000 участников на 400 событиях");
    expect(tables[0]?.header[0]).toContain("1 янв 2026 – 20 ноя 2026");
  });

  it("stays as it was when it is counted for good, twice, and what it was counted from is forgotten", async () => {
    expect(await closeParticipation(database, now)).toBe(1);
    expect(await closeParticipation(database, now)).toBe(0);
    expect(await forgetReminders(database, ago(30))).toBe(2);
    expect(await count()).toMatchObject(byHand);
  });

  it("stays as it was when people are erased, before and after it was counted for good", async () => {
    await forget(database, 1, now);
    await forget(database, 2, now);
    // Ratings go with whoever gave them, and who rates is told with what they gave, not with what they took part in.
    expect(await count()).toMatchObject({ ...byHand, rated: 1 });
    // What ended meanwhile is closed later, and nobody is counted twice.
    await closeParticipation(database, new Date(now.getTime() + 30 * day));
    expect(await count()).toMatchObject({ ...byHand, rated: 1 });
    expect(await database.participation.count({ where: { isErased: true } })).toBe(3);
  });
});
