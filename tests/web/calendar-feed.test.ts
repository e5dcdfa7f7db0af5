import ICAL from "ical.js";
import ical from "node-ical";
import { describe, expect, it } from "vitest";
import { formatCalendarFile } from "../../bot/programme/card/calendar-file.ts";
import { findCard } from "../../bot/programme/card/card-store.ts";
import { ru } from "../words/words.ts";
import { date, openFeed } from "./feed.ts";

const { database, clock, get, remind, somebody } = await openFeed();

const longTitle =
  "Ночь музеев; хор, орган и «Кара-каршы» — большой концерт татарской и русской музыки на площади Тукая";

/** What both parsers make of a feed; they have to agree. */
async function read(token: string) {
  const text = await (await get(token)).text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const zone = calendar.getAllSubcomponents("vtimezone").find((candidate) => {
      const start = component.getFirstProperty("dtstart")?.getParameter("tzid");
      return candidate.getFirstPropertyValue("tzid") === start;
    });
    const event = new ICAL.Event(component);
    if (zone) event.startDate.zone = new ICAL.Timezone(zone);
    return { component, title: event.summary, startsAt: event.startDate.toJSDate(), uid: event.uid };
  });
  const second = Object.values(ical.sync.parseICS(text)).flatMap((entry) => (entry?.type === "VEVENT" ? [entry] : []));
  expect(second.map(({ uid }) => uid).sort()).toEqual(events.map(({ uid }) => uid).sort());
  for (const { uid, title, startsAt } of events) {
    const twin = second.find((candidate) => candidate.uid === uid);
    expect(twin?.summary).toBe(title);
    expect(new Date(Number(twin?.start))).toEqual(startsAt);
  }
  return { text, calendar, events };
}

describe("a personal calendar, read by ical.js and by node-ical,", () => {
  it("has what its owner is reminded of, once each, and nothing of anybody else's", async () => {
    const [alsu, ivan] = [await somebody(), await somebody()];
    const [mine, his] = [await remind(alsu.id, {}), await remind(ivan.id, {})];
    expect((await read(alsu.token)).events.map(({ uid }) => uid)).toEqual([`occurrence-${mine}@ishek_bot.t.me`]);
    expect((await read(ivan.token)).events.map(({ uid }) => uid)).toEqual([`occurrence-${his}@ishek_bot.t.me`]);
  });

  it.each([
    ["Europe/Moscow", "2026-11-21T16:00:00Z"],
    ["Europe/Berlin", "2026-12-01T18:00:00Z"],
    ["Europe/Berlin", "2027-07-01T17:00:00Z"],
    ["America/New_York", "2027-03-14T15:00:00Z"],
    ["Australia/Lord_Howe", "2027-01-10T08:00:00Z"],
  ])("says the same instant in %s: %s", async (timeZone, startsAt) => {
    const { id, token } = await somebody();
    await remind(id, { timeZone, occurrences: [date(startsAt)] });
    const { events, calendar } = await read(token);
    expect(events[0]?.startsAt).toEqual(new Date(startsAt));
    expect(calendar.getFirstSubcomponent("vtimezone")?.getFirstPropertyValue("tzid")).toBe(timeZone);
  });

  it("describes each zone once, however many dates it has", async () => {
    const { id, token } = await somebody();
    for (const timeZone of ["Europe/Moscow", "Europe/Berlin", "Europe/Moscow"]) await remind(id, { timeZone });
    const { calendar } = await read(token);
    expect(calendar.getAllSubcomponents("vtimezone").map((zone) => zone.getFirstPropertyValue("tzid"))).toHaveLength(2);
  });

  it("folds long Cyrillic lines between letters, at most 75 octets each", async () => {
    const { id, token } = await somebody();
    await remind(id, { texts: { ru: { title: longTitle, summary: `${longTitle}\n${longTitle}` } } });
    const { text, events } = await read(token);
    expect(events[0]?.title).toBe(longTitle);
    expect(events[0]?.component.getFirstPropertyValue("description")).toBe(`${longTitle}\n${longTitle}`);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n\uFFFD]/);
  });

  it("replaces a file sent before: the same UID, a link to the card, a higher SEQUENCE", async () => {
    const { id, token } = await somebody();
    const occurrenceId = await remind(id, {});
    const card = await findCard(database, occurrenceId, clock.now());
    if (card === null) throw new Error("it was saved");
    const file = formatCalendarFile(card, ru, { now: clock.now(), botUsername: "ishek_bot" });
    await database.occurrence.update({
      where: { id: occurrenceId },
      data: { status: "moved", sequence: { increment: 1 }, changedAt: clock.now() },
    });
    const { events } = await read(token);
    const { component, uid } = events[0] ?? {};
    expect(file).toContain(`UID:${uid}`);
    expect(file).toContain("SEQUENCE:0");
    expect(component?.getFirstPropertyValue("sequence")).toBe(1);
    expect(component?.getFirstPropertyValue("url")).toBe(`https://t.me/ishek_bot?start=o_${occurrenceId.toString(36)}`);
    expect(component?.getFirstPropertyValue("status")).toBe("CONFIRMED");
  });

  it("speaks its owner's language, or the next one that the event has", async () => {
    const { id, token } = await somebody("tt");
    await remind(id, { texts: { ru: { title: "Концерт" }, tt: { title: "Концерт кичәсе" } } });
    await remind(id, { texts: { ru: { title: "Только по-русски" } } });
    const { events, calendar } = await read(token);
    expect(events.map(({ title }) => title).sort()).toEqual(["Концерт кичәсе", "Только по-русски"]);
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Ишек: чараларым");
    expect(calendar.getFirstPropertyValue("refresh-interval")?.toString()).toBe("PT1H");
  });

  it("shows a cancelled date as cancelled until it would be over, a postponed one as a maybe", async () => {
    const { id, token } = await somebody();
    const [cancelled, over, postponed] = [
      await remind(id, { texts: { ru: { title: "Отменили" } } }),
      await remind(id, { occurrences: [date("2026-11-19T16:00:00Z")] }),
      await remind(id, { texts: { ru: { title: "Отложили" } } }),
    ];
    await database.occurrence.updateMany({ where: { id: { in: [cancelled, over] } }, data: { status: "cancelled" } });
    await database.occurrence.update({ where: { id: postponed }, data: { status: "postponed" } });
    const { events } = await read(token);
    const shown = events.map(({ title, component }) => [title, component.getFirstPropertyValue("status")]);
    expect(shown.sort()).toEqual([
      ["Отложили", "TENTATIVE"],
      ["Отменено: Отменили", "CANCELLED"],
    ]);
  });

  it("keeps the last thirty days and drops what is withdrawn", async () => {
    const { id, token } = await somebody();
    await remind(id, { texts: { ru: { title: "Недавно" } }, occurrences: [date("2026-10-25T16:00:00Z")] });
    await remind(id, { texts: { ru: { title: "Давно" } }, occurrences: [date("2026-10-15T16:00:00Z")] });
    const withdrawn = await remind(id, { texts: { ru: { title: "Снято" } } });
    const { eventId } = await database.occurrence.findUniqueOrThrow({ where: { id: withdrawn } });
    await database.event.update({ where: { id: eventId }, data: { withdrawnAt: clock.now() } });
    expect((await read(token)).events.map(({ title }) => title)).toEqual(["Недавно"]);
  });

  it("is an empty calendar for somebody without reminders", async () => {
    const { token } = await somebody();
    expect((await read(token)).events).toEqual([]);
  });
});
