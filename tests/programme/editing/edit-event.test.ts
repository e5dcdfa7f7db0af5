import { describe, expect, it } from "vitest";
import { moveOccurrence } from "../../../bot/programme/editing/changes/change-dates-store.ts";
import { setFields, setLinks, setTexts } from "../../../bot/programme/editing/changes/change-event-store.ts";
import { copyEvent, createEvent } from "../../../bot/programme/editing/create-event-store.ts";
import { findForEditing } from "../../../bot/programme/editing/find-event-store.ts";
import { findEventsToEdit } from "../../../bot/programme/editing/list-events-store.ts";
import {
  publishEvent,
  restoreEvent,
  unpublishEvent,
  withdrawEvent,
} from "../../../bot/programme/editing/publish-event-store.ts";
import { saveEvent } from "../../../bot/programme/save-store.ts";
import { search } from "../../../bot/programme/search/search-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { roleRow } from "../../support/factories/person.ts";
import { openDesk } from "./desk.ts";
import { admin, concert, nobody, now, operaEditor, otherAdmin, timeZone } from "./staff.ts";

const { database, desk, read, edition, publish, dateId } = await openDesk();

const found = async (text: string) => {
  const outcome = await search(database, { text, now, zone: timeZone, limit: 5, offset: 0 });
  return outcome.kind === "found" ? outcome.hits.map((hit) => hit.eventId) : [];
};

describe("an event made by staff", () => {
  it("is a draft with ends guessed by its section, and stands in the audit log", async () => {
    const event = await read();
    expect(event).toMatchObject({ publishedAt: null, revision: 0, editedFields: [], priceMin: 500 });
    expect(event.occurrences).toHaveLength(2);
    expect(event.occurrences[0]).toMatchObject({
      hasEndTime: false,
      endsAt: new Date("2026-12-05T17:30:00Z"),
      timeZone,
    });
    const [entry] = await database.auditEntry.findMany();
    expect(entry).toMatchObject({ action: "programme.edit.create", subject: `event:${desk.eventId}`, personId: 1n });
    expect(entry?.after).toMatchObject({ "texts.ru.title": "Зимняя рапсодия", section: "music" });
  });

  it("is made by an editor only for their own institution", async () => {
    expect(await createEvent(database, operaEditor, concert(desk.house), timeZone)).toMatchObject({ kind: "done" });
    const elsewhere = concert(desk.house, { institutionId: desk.house.museum });
    expect(await createEvent(database, operaEditor, elsewhere, timeZone)).toEqual({ kind: "forbidden" });
    expect(await createEvent(database, nobody, concert(desk.house), timeZone)).toEqual({ kind: "forbidden" });
    expect(await database.event.count()).toBe(2);
  });

  it("is copied as a draft without dates and recordings", async () => {
    const links = [
      { kind: "ticket" as const, url: "https://tickets.example/1" },
      { kind: "recording" as const, url: "https://video.example/1" },
    ];
    await setLinks(database, admin, await edition(), links);
    const copied = await copyEvent(database, operaEditor, desk.eventId);
    const copy = await findForEditing(database, copied.kind === "done" ? copied.value.eventId : 0);
    expect(copy).toMatchObject({ publishedAt: null, occurrences: [], revision: 0, priceMin: 500, links: [links[0]] });
    expect(copy?.texts).toMatchObject([{ title: "Зимняя рапсодия" }]);
  });

  it("is published when it has dates, and keeps the moment it was announced", async () => {
    expect(await publish()).toMatchObject({ kind: "done", what: ["publishedAt"] });
    const later = { by: 1, now: new Date("2026-11-21T12:00:00Z") };
    expect(await publishEvent(database, later, await edition(), later.now)).toMatchObject({ kind: "done", what: [] });
    expect((await read()).publishedAt).toEqual(now);
    await unpublishEvent(database, admin, await edition());
    expect((await read()).publishedAt).toBeNull();
    await database.occurrence.deleteMany({ where: { eventId: desk.eventId } });
    expect(await publish()).toEqual({ kind: "incomplete", missing: ["dates"] });
  });

  it("carries the time of whoever touched it last, and a change that changes nothing leaves it", async () => {
    const stamps = () =>
      database.event.findUniqueOrThrow({ where: { id: desk.eventId }, select: { createdAt: true, updatedAt: true } });
    expect(await stamps()).toEqual({ createdAt: now, updatedAt: now });
    const later = (hours: number) => ({ by: 1, now: new Date(now.getTime() + hours * 3_600_000) });
    await setFields(database, later(1), await edition(), { ageMin: 6 });
    expect(await stamps()).toEqual({ createdAt: now, updatedAt: later(1).now });
    await setFields(database, later(2), await edition(), { ageMin: 6 });
    expect(await stamps()).toEqual({ createdAt: now, updatedAt: later(1).now });
  });

  it("is withdrawn and brought back", async () => {
    await publish();
    await withdrawEvent(database, admin, await edition());
    expect(await found("рапсодия")).toEqual([]);
    await restoreEvent(database, admin, await edition());
    expect(await found("рапсодия")).toEqual([desk.eventId]);
  });
});

describe("a change", () => {
  it("rises the revision, is audited by its fields alone, found by search and kept from imports", async () => {
    await publish();
    const words = { language: "ru" as const, words: { title: "Летняя фантазия" } };
    expect(await setTexts(database, operaEditor, await edition(), words)).toEqual({
      kind: "done",
      revision: 2,
      what: ["texts.ru"],
    });
    expect(await found("фантазия")).toEqual([desk.eventId]);
    const entry = await database.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(entry.before).toEqual({ "texts.ru.title": "Зимняя рапсодия" });
    expect(entry.after).toEqual({ "texts.ru.title": "Летняя фантазия", revision: 2 });
    expect((await read()).editedFields).toEqual(["texts.ru"]);
  });

  it("that changes nothing leaves no trace", async () => {
    expect(await setFields(database, admin, await edition(), { section: "music" })).toEqual({
      kind: "done",
      revision: 0,
      what: [],
    });
    expect(await database.auditEntry.count()).toBe(1);
  });

  it("of an older edition is refused and told who changed what, and may be applied again", async () => {
    const seen = await edition();
    await setFields(database, admin, seen, { section: "theatre" });
    await setTexts(
      database,
      admin,
      { id: desk.eventId, revision: 1 },
      { language: "tt", words: { title: "Кышкы рапсодия" } },
    );
    const outcome = await setFields(database, otherAdmin, seen, { ageMin: 12 });
    expect(outcome).toMatchObject({ kind: "changed meanwhile", revision: 2, by: { personId: 1 }, at: now.getTime() });
    expect(outcome).toHaveProperty("what", expect.arrayContaining(["section", "texts.tt"]));
    expect(await setFields(database, otherAdmin, { id: desk.eventId, revision: 2 }, { ageMin: 12 })).toMatchObject({
      revision: 3,
    });
    expect(await read()).toMatchObject({ section: "theatre", ageMin: 12 });
  });

  it("by two at once is made by one of them", async () => {
    const seen = await edition();
    const outcomes = await Promise.all([
      setFields(database, admin, seen, { ageMin: 6 }),
      setFields(database, otherAdmin, seen, { ageMin: 16 }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["changed meanwhile", "done"]);
  });

  it("is forbidden to others, to give away, and of what does not exist", async () => {
    expect(await setFields(database, nobody, await edition(), { ageMin: 6 })).toEqual({ kind: "forbidden" });
    const given = await setFields(database, operaEditor, await edition(), { institutionId: desk.house.museum });
    expect(given).toEqual({ kind: "forbidden" });
    expect(await setFields(database, admin, { id: 0, revision: 0 }, { ageMin: 6 })).toEqual({ kind: "forbidden" });
    await database.staffRole.deleteMany({ where: { personId: 3 } });
    expect(await setFields(database, operaEditor, await edition(), { ageMin: 6 })).toEqual({ kind: "forbidden" });
    await database.staffRole.create({
      data: roleRow(now, { personId: 3, role: "editor", institutionId: desk.house.opera }),
    });
  });

  it("takes no event its last language", async () => {
    expect(await setTexts(database, admin, await edition(), { language: "ru", words: null })).toEqual({
      kind: "last language",
    });
  });

  it("stays when an import says otherwise", async () => {
    const origin = (fingerprint: string) => ({ source: "test", recordId: "1", fingerprint });
    const draft = {
      ...{ section: "music" as const, attendanceMode: "on_site" as const, isFree: false, priceMin: 100 },
      texts: { ru: { title: "Из ленты" } },
      occurrences: [{ startsAt: new Date("2026-12-10T15:00:00Z") }],
    };
    const saved = await saveEvent(database, draft, origin("a"), { now, timeZone });
    desk.eventId = saved.eventId;
    await setFields(database, admin, await edition(), { price: { isFree: true } });
    const occurrenceId = await dateId();
    await moveOccurrence(database, admin, await edition(), {
      occurrenceId,
      startsAt: new Date("2026-12-11T15:00:00Z"),
    });
    await saveEvent(database, { ...draft, section: "shows", priceMax: 900 }, origin("b"), { now, timeZone });
    expect(await read()).toMatchObject({ section: "shows", isFree: true, priceMin: null, priceMax: null });
    expect((await read()).occurrences).toMatchObject([{ startsAt: new Date("2026-12-11T15:00:00Z"), status: "moved" }]);
  });
});

describe("the list for staff", () => {
  const list = async (by: number, shelf: "coming" | "drafts" | "withdrawn", title?: string) => {
    const staff = await findStaff(database, by);
    const page = { language: "en" as const, now, limit: 5, offset: 0 };
    return findEventsToEdit(database, staff, { ...page, shelf, ...(title !== undefined && { title }) });
  };

  it("shows what one may edit, by shelf and title", async () => {
    await createEvent(
      database,
      admin,
      concert(desk.house, { institutionId: desk.house.museum, texts: { tt: { title: "100 % сурәт" } } }),
      timeZone,
    );
    expect(await list(1, "drafts")).toMatchObject({ total: 2 });
    expect(await list(3, "drafts")).toMatchObject({
      total: 1,
      rows: [{ eventId: desk.eventId, title: "Зимняя рапсодия", dates: 2 }],
    });
    expect(await list(4, "drafts")).toEqual({ rows: [], total: 0 });
    expect(await list(1, "drafts", "0 %")).toMatchObject({ total: 1, rows: [{ title: "100 % сурәт" }] });
    await publish();
    expect(await list(3, "coming")).toMatchObject({ total: 1, rows: [{ startsAt: new Date("2026-12-05T15:30:00Z") }] });
    await withdrawEvent(database, admin, await edition());
    expect(await list(3, "withdrawn")).toMatchObject({ total: 1 });
  });

  it("counts the dates to come, as the card shows them", async () => {
    await publish();
    const { occurrences } = await read();
    await database.occurrence.update({
      where: { id: occurrences[0]?.id ?? 0 },
      data: { startsAt: new Date("2026-11-01T15:30:00Z"), endsAt: new Date("2026-11-01T17:30:00Z") },
    });
    expect(await list(3, "coming")).toMatchObject({ rows: [{ dates: 1 }] });
  });
});
