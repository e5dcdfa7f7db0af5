import { describe, expect, it } from "vitest";
import { findContent } from "../../../bot/digests/content-store.ts";
import { findComing } from "../../../bot/reminders/coming-store.ts";
import { findCalendar, findCalendarToken } from "../../../bot/reminders/personal-calendar-store.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity } from "../../support/city.ts";
import { announce, forges, opensCard } from "../drive.ts";

const city = openCity({ plant: false });
const hour = 3_600_000;

/** An event that is not shown yet, or not any more, which somebody wanted to be reminded of before. */
async function hidden(fate: { publishedAt?: Date | null; withdrawnAt?: Date }) {
  const { database, clock } = city.services;
  await database.event.deleteMany();
  const title = "Тайная вечеринка джаза";
  const { eventId, occurrenceIds } = await announce(city, { texts: { ru: { title } } });
  const ivan = city.telegram.person("Иван", { languageCode: "ru" });
  await ivan.says("/start");
  await database.reminder.deleteMany();
  await database.reminder.create({
    data: {
      personId: await idOf(city.services.database, ivan),
      occurrenceId: occurrenceIds[0] ?? 0,
      minutes: 60,
      createdAt: clock.now(),
    },
  });
  await database.event.update({ where: { id: eventId }, data: fate });
  return { ivan, eventId, occurrenceId: occurrenceIds[0], now: clock.now(), database };
}

describe.each([
  ["a draft", { publishedAt: null }],
  ["what publishes itself in an hour", { publishedAt: new Date(Date.parse("2026-11-20T14:30:00Z") + hour) }],
  ["what was withdrawn", { withdrawnAt: new Date("2026-11-20T14:00:00Z") }],
])("%s is visible to nobody", (_, fate) => {
  it("in lists, search, links and inline", async () => {
    const { ivan, eventId, occurrenceId } = await hidden(fate);
    const ways = ["/tonight", "тайная вечеринка", "джаз", `/start e_${eventId.toString(36)}`, "/my"];
    for (const way of ways) {
      await ivan.says(way);
      expect(ivan.screen).not.toContain("Тайная");
    }
    await opensCard(ivan, occurrenceId);
    expect(ivan.screen).not.toContain("Тайная");
    for (const query of ["", "тайная", "джаз"]) expect((await ivan.asksInline(query)).results).toEqual([]);
  });

  it("to whoever presses a button for it, who writes nothing about it either", async () => {
    const { ivan, occurrenceId = 0, database } = await hidden(fate);
    await database.reminder.deleteMany();
    await database.delivery.deleteMany();
    const id = occurrenceId.toString(36);
    for (const data of [`rm:${id}~`, `rt:${id}.0+~`, `rt:${id}.3+~`, `ru:${id}.3.`, `ru:${id}.3.0`, `rs:${id}.10`]) {
      await forges(ivan, data);
      expect(ivan.screen, data).not.toContain("Тайная");
    }
    expect(await database.reminder.count()).toBe(0);
    expect(await database.delivery.count()).toBe(0);
  });

  it("to whoever rates it once it has begun, though they had been reminded of it", async () => {
    const { ivan, occurrenceId = 0, database } = await hidden(fate);
    await database.occurrence.updateMany({ data: { startsAt: new Date(city.clock.now().getTime() - hour) } });
    await forges(ivan, `rr:${occurrenceId.toString(36)}.5`);
    expect(ivan.screen).not.toContain("Тайная");
    expect(await database.rating.count()).toBe(0);
  });

  it("in digests, calendars and what is coming", async () => {
    const { ivan, now, database } = await hidden(fate);
    const until = new Date(now.getTime() + 24 * hour);
    const query = {
      sections: [],
      language: "ru" as const,
      now,
      newSince: new Date(now.getTime() - 72 * hour),
      from: now,
      until,
    };
    expect(await findContent(database, query)).toEqual({ streams: [], inTown: [], news: [] });
    const token = await findCalendarToken(database, await idOf(database, ivan));
    expect((await findCalendar(database, token ?? "", now))?.entries).toEqual([]);
    expect(await findComing(database, await idOf(database, ivan), { page: 0, language: "ru", now })).toMatchObject({
      rows: [],
      total: 0,
    });
  });
});

it("is shown from its hour on, and is new from then", async () => {
  const publishedAt = new Date(city.clock.now().getTime() + hour);
  const { ivan, database } = await hidden({ publishedAt });
  city.clock.advance({ seconds: 3_600 });
  await ivan.says("/tonight");
  ivan.sees("Тайная");
  const query = {
    sections: [],
    language: "ru" as const,
    now: city.clock.now(),
    from: city.clock.now(),
    until: city.clock.now(),
  };
  const { news } = await findContent(database, { ...query, newSince: new Date(publishedAt.getTime() - 1) });
  expect(news).toHaveLength(1);
  expect((await findContent(database, { ...query, newSince: publishedAt })).news).toEqual([]);
});
