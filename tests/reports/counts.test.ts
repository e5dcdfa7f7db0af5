import { describe, expect, it } from "vitest";
import { createLog } from "../../bot/log.ts";
import { forget } from "../../bot/privacy/erase-store.ts";
import { forgetSearches, rememberQuery } from "../../bot/programme/search/query/query-store.ts";
import { addReadings, countReadings } from "../../bot/reports/counting/card-view-store.ts";
import { Readings } from "../../bot/reports/counting/card-views.ts";
import { fill, periods, spanOf } from "../../bot/reports/counting/span.ts";
import { formatCaption } from "../../bot/reports/plot/caption.ts";
import { report, subjects } from "../../bot/reports/reports.ts";
import { countAnnouncements } from "../../bot/reports/subjects/announcement-store.ts";
import { countAttendance } from "../../bot/reports/subjects/attendance-store.ts";
import { countEnrolments } from "../../bot/reports/subjects/enrolment-store.ts";
import { countPeople } from "../../bot/reports/subjects/people-store.ts";
import { countSearches } from "../../bot/reports/subjects/search-store.ts";
import { languages } from "../../bot/words/language.ts";
import { words } from "../support/city.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { announcementRow } from "../support/factories/announcement.ts";
import { eventRow } from "../support/factories/event.ts";
import { arrives, opensCourse } from "./city-life.ts";

const { database } = await testDatabase();
const { now, timeZone } = evening;
const week = spanOf("week", now, timeZone);
const none = [0, 0, 0, 0, 0, 0, 0];

describe("an empty city", () => {
  it.each(subjects)("has %s of zeros in every period and language", async (subject) => {
    for (const period of periods) {
      for (const t of languages.map((language) => words.for(language))) {
        const { plot, lines } = await report(subject, database, spanOf(period, now, timeZone), t);
        expect(plot.series.flatMap(({ values }) => values).every((value) => value === 0)).toBe(true);
        expect(lines.at(-1)).toBe(t("numbers.empty"));
      }
    }
  });
});

describe("people", () => {
  it("are new on the city's day, and stay counted when they are erased", async () => {
    // Half past midnight in Kazan is still the evening before in UTC.
    await arrives(database, 1, "2026-11-18T21:30:00Z");
    await arrives(database, 2, "2026-11-18T20:30:00Z", { language: "tt", lastSeenAt: now });
    await arrives(database, 3, "2020-01-01T00:00:00Z", { blockedAt: now });
    const before = await countPeople(database, week);
    expect(fill(week, ["ru", "tt"], before.arrivals)).toEqual([
      [0, 0, 0, 0, 0, 1, 0],
      [0, 0, 0, 0, 1, 0, 0],
    ]);
    const russian = { language: "ru", known: 2, active: 1, blocked: 1 };
    expect(before.standing.find(({ language }) => language === "ru")).toEqual(russian);
    await forget(database, 1, now);
    const after = await countPeople(database, week);
    expect(fill(week, ["ru"], after.arrivals)).toEqual([[0, 0, 0, 0, 0, 1, 0]]);
    expect(after.standing.find(({ language }) => language === "ru")?.known).toBe(1);
  });
});

describe("searches", () => {
  const asks = (personId: number, text: string, found: number, at: string) =>
    rememberQuery(database, text, { personId, chatKey: `telegram:${personId}`, found, askedAt: new Date(at) });
  const counted = async () => {
    const { askings, inVain, all } = await countSearches(database, week, 20);
    return { byDay: fill(week, ["found", "vain"], askings), inVain, all: all.map(({ text, asked }) => [text, asked]) };
  };
  const byDay = [
    [0, 0, 0, 0, 0, 0, 2],
    [0, 0, 0, 0, 0, 3, 1],
  ];

  it("are counted by day, once an asking; their words only when three people asked them", async () => {
    for (const id of [31, 32, 33]) await arrives(database, id, "2026-01-01T00:00:00Z");
    await asks(31, "джаз", 5, "2026-11-20T10:00:00Z");
    await asks(31, "джаз", 5, "2026-11-20T10:00:00Z");
    await asks(31, "Джаз", 5, "2026-11-20T11:00:00Z");
    await asks(31, "балет на льду", 0, "2026-11-19T21:10:00Z");
    await asks(31, "Балет на льду", 0, "2026-11-19T20:40:00Z");
    await asks(32, "балет на льду", 0, "2026-11-19T20:50:00Z");
    await asks(32, "позвоните 8 917 123-45-67", 0, "2026-11-19T20:55:00Z");
    expect(await counted()).toEqual({ byDay, inVain: [], all: [] });
    await asks(33, "балет на льду", 0, "2026-11-14T10:00:00Z");
    const { inVain, all } = await counted();
    expect(inVain).toEqual([{ text: "балет на льду", asked: 4, found: 0 }]);
    expect(all).toEqual([["балет на льду", 4]]);
  });

  it("stay counted, without words, when their asker is erased and when they are forgotten", async () => {
    const before = (await counted()).byDay;
    await forget(database, 31, now);
    expect(await counted()).toEqual({ byDay: before, inVain: [], all: [] });
    expect(await forgetSearches(database, new Date("2026-11-21T00:00:00Z"))).toBeGreaterThan(0);
    expect(await database.searchQuery.count()).toBe(0);
    expect(await counted()).toEqual({ byDay: before, inVain: [], all: [] });
  });
});

describe("what is read", () => {
  it("is counted in memory by the city's day and written together; what fails is kept", async () => {
    const { id: eventId } = await database.event.create({
      data: eventRow(now, { publishedAt: new Date(0), texts: { create: { language: "ru", title: "Джаз в Кремле" } } }),
    });
    const city = { timeZone };
    const log = createLog("silent", false);
    const counter = new Readings({ database, log, city });
    counter.count(eventId, now);
    counter.count(eventId, new Date("2026-11-19T21:30:00Z"));
    counter.count(eventId, new Date("2026-11-19T20:30:00Z"));
    counter.count(999_999, now);
    await counter.write();
    await counter.write();
    expect(await database.reading.findMany({ orderBy: { day: "asc" } })).toEqual([
      { day: new Date("2026-11-19"), eventId, opened: 1, watched: 0 },
      { day: new Date("2026-11-20"), eventId, opened: 2, watched: 0 },
    ]);
    await addReadings(database, [{ day: "2026-11-20", eventId, opened: 4, watched: 0 }]);
    const counts = await countReadings(database, week, "tt", 10);
    expect(counts).toEqual({ opened: 7, events: 1, most: [{ eventId, title: "Джаз в Кремле", opened: 7 }] });
  });

  it("is kept when the database is away, and written when it is back", async () => {
    const { id: eventId } = await database.event.findFirstOrThrow();
    const written = () => database.reading.aggregate({ _sum: { opened: true } });
    const before = (await written())._sum.opened ?? 0;
    let isAway = true;
    const flaky = {
      $executeRaw: (...args: Parameters<typeof database.$executeRaw>) => {
        if (isAway) throw new Error("away");
        return database.$executeRaw(...args);
      },
    } as unknown as typeof database;
    const counter = new Readings({ database: flaky, log: createLog("silent", false), city: { timeZone } });
    counter.count(eventId, now);
    await counter.write();
    counter.count(eventId, now);
    isAway = false;
    await counter.stop();
    expect((await written())._sum.opened).toBe(before + 2);
  });
});

describe("classes", () => {
  it("count enrolments by what became of them, attendance by the day of the lesson, and keep both", async () => {
    const { groupId, lessonId } = await opensCourse(database, "2026-11-19T10:00:00Z");
    const createdAt = new Date("2026-11-17T21:30:00Z");
    for (const [id, state] of [
      [20, "enrolled"],
      [21, "offered"],
      [22, "left"],
    ] as const) {
      await arrives(database, id, "2026-01-01T00:00:00Z");
      await database.enrolment.create({
        data: {
          groupId,
          personId: id,
          state,
          ticket: id,
          createdAt,
          changedAt: createdAt,
          attendances: { create: { lessonId, isPresent: id === 20, source: "teacher", notedAt: now } },
        },
      });
    }
    await database.group.update({ where: { id: groupId }, data: { taken: 2 } });
    const enrolments = async () =>
      fill(week, ["enrolled", "waiting", "left"], (await countEnrolments(database, week, "ru", 5)).enrolments);
    const once = [0, 0, 0, 0, 1, 0, 0];
    expect(await enrolments()).toEqual([once, once, once]);
    expect((await countEnrolments(database, week, "ru", 5)).courses).toEqual([{ title: "Первые шаги", enrolments: 3 }]);
    const attendance = async () =>
      fill(week, ["present", "absent"], (await countAttendance(database, week)).attendances);
    const came = [
      [0, 0, 0, 0, 0, 1, 0],
      [0, 0, 0, 0, 0, 2, 0],
    ];
    expect(await attendance()).toEqual(came);
    expect((await countAttendance(database, week)).lessons).toBe(1);
    await forget(database, 20, now);
    expect(await attendance()).toEqual(came);
    expect(await enrolments()).toEqual([none, once, once.map((count) => count * 2)]);
  });
});

describe("a caption", () => {
  it("fits under a picture, however much there is to say", async () => {
    const text = "очень длинный запрос & <b>жирный</b> ".repeat(2).slice(0, 56);
    for (const personId of [41, 42, 43]) {
      await arrives(database, personId, "2026-01-01T00:00:00Z");
      for (let index = 0; index < 25; index += 1) {
        const askedAt = new Date(now.getTime() - index);
        const asker = { personId, chatKey: `telegram:${personId}` };
        await rememberQuery(database, `${index} ${text}`, { ...asker, found: 0, askedAt });
      }
    }
    for (const subject of subjects) {
      for (const period of periods) {
        for (const language of ["ru", "tt", "en"] as const) {
          const span = spanOf(period, now, timeZone);
          const caption = String(formatCaption(await report(subject, database, span, words.for(language))));
          const shown = caption.replaceAll(/<\/?b>/g, "").replaceAll(/&\w+;/g, "?");
          expect(shown.length, caption).toBeLessThanOrEqual(1_024);
        }
      }
    }
    const { lines } = await report("search", database, week, words.for("ru"));
    expect(lines.find((line) => line.startsWith("Ничего не нашлось"))?.split("; ")).toHaveLength(20);
  });
});

describe("announcements", () => {
  it("are listed with what became of them and how they begin", async () => {
    await database.announcement.create({
      data: announcementRow(now, {
        audience: {},
        state: "done",
        startedAt: new Date("2026-11-19T10:00:00Z"),
        audienceSize: 10,
        sent: 6,
        blocked: 1,
        failed: 1,
        uncertain: 1,
        expired: 1,
        texts: { create: { language: "ru", content: { kind: "text", text: "Ночь музеев\nПриходите", entities: [] } } },
      }),
    });
    // What corrects or deletes one is none itself.
    for (const correction of ["edit", "delete"])
      await database.announcement.create({
        data: announcementRow(now, {
          audience: { kind: "recipients", announcementId: 1, correction },
          ...{ state: "done", startedAt: new Date("2026-11-19T12:00:00Z"), sent: 6 },
        }),
      });
    expect(await countAnnouncements(database, week, "tt")).toEqual([
      {
        startedAt: new Date("2026-11-19T10:00:00Z"),
        words: "Ночь музеев\nПриходите",
        audience: 10,
        sent: 6,
        blocked: 1,
        missed: 3,
      },
    ]);
    const { plot } = await report("announcements", database, week, words.for("en"));
    expect(plot.labels).toEqual(["19 Nov: Ночь музеев"]);
  });
});
