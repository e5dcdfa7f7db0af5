import { describe, expect, it } from "vitest";
import { setFields } from "../../../bot/programme/editing/changes/change-event-store.ts";
import { findForEditing } from "../../../bot/programme/editing/find-event-store.ts";
import { findLoad } from "../../../bot/programme/loads/load-store.ts";
import { countToldOfUndoing } from "../../../bot/programme/loads/told-store.ts";
import { unload } from "../../../bot/programme/loads/unload-store.ts";
import { withdrawMissing } from "../../../bot/programme/loads/withdraw-missing-store.ts";
import { formatOf } from "../../support/format.ts";
import { now, openOffice } from "./office.ts";

const sheet = formatOf("sheet");
const { database, preview, imports, programme } = await openOffice();
const admin = { by: 1, now };

const table = (...rows: string[]) =>
  ["Название;Начало;Место;Учреждение;Цена;Описание", ...rows.map((row) => `${row};;;`)].join("\n");
const jazz = "Джаз;05.12.2026 19:00;Зал;Дом;300 руб.;Квартет";
const fair = "Ярмарка;06.12.2026 12:00;Двор;Дом;бесплатно;Книги";

const remind = async (eventId: number) => {
  const { id: occurrenceId } = await database.occurrence.findFirstOrThrow({ where: { eventId } });
  await database.reminder.create({ data: { personId: 2, occurrenceId, minutes: 60, createdAt: now } });
  return occurrenceId;
};
const news = () => database.delivery.findMany({ where: { kind: "change", state: "pending" } });
const undoneOf = async (loadId: number) =>
  (await findLoad(database, loadId))?.events.map(({ title, undone, keptParts }) => [title, undone, ...keptParts]);
const eventCalled = async (title: string) =>
  (await database.event.findFirstOrThrow({ where: { texts: { some: { title } } } })).id;

describe("the undoing of a load", () => {
  it("takes away what nobody follows, with its places and institution, and the same file is new again", async () => {
    const { loadId } = await imports(sheet, table(jazz, fair));
    expect(await database.place.count()).toBe(2);
    expect(await unload(database, admin, loadId)).toEqual({ kind: "done", undone: 2 });
    const left = [
      database.event.count(),
      database.place.count(),
      database.institution.count(),
      database.origin.count(),
    ];
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0]);
    expect(await unload(database, admin, loadId)).toEqual({ kind: "late" });
    expect(await preview(sheet, table(jazz, fair))).toMatchObject({ created: 2, unchanged: 0 });
  });

  it("cancels what somebody wants to be reminded of, tells them, and withdraws it", async () => {
    const { loadId } = await imports(sheet, table(jazz, fair));
    const eventId = await eventCalled("Джаз");
    const occurrenceId = await remind(eventId);
    await database.address.deleteMany({ where: { personId: 2 } });
    expect(await countToldOfUndoing(database, loadId, now)).toBe(0);
    await database.address.create({
      data: { personId: 2, door: "telegram", externalId: "2", chatId: "2", lastSeenAt: now, isPreferred: true },
    });
    expect(await countToldOfUndoing(database, loadId, now)).toBe(1);
    await unload(database, admin, loadId);
    expect(await undoneOf(loadId)).toEqual([
      ["Джаз", "withdrawn"],
      ["Ярмарка", "deleted"],
    ]);
    const [event] = await programme();
    expect(event).toMatchObject({ id: eventId, withdrawnAt: now, occurrences: [{ status: "cancelled" }] });
    expect(await news()).toMatchObject([{ personId: 2n, occurrenceId, lane: "urgent", payload: { isLeaving: true } }]);
    expect(await imports(sheet, table(jazz))).toMatchObject({ created: 1 });
  });

  it("gives what was changed its old values, tells those who would come at the wrong time, and lets the file in again", async () => {
    await imports(sheet, table(jazz, fair));
    const eventId = await eventCalled("Джаз");
    await remind(eventId);
    const before = await findForEditing(database, eventId);
    const moved = "Джаз;08.12.2026 20:00;Другой зал;Дом;500 руб.;Секстет";
    const { loadId } = await imports(sheet, table(moved, fair));
    expect(await news()).toHaveLength(1);
    await database.delivery.updateMany({ data: { state: "sent" } });
    await unload(database, admin, loadId);
    const after = await findForEditing(database, eventId);
    expect({ ...after, revision: 0 }).toEqual({ ...before, revision: 0 });
    expect(await news()).toHaveLength(1);
    expect(await database.place.count()).toBe(2);
    expect(await preview(sheet, table(moved, fair))).toMatchObject({ updated: 1, unchanged: 1 });
    expect(await preview(sheet, table(jazz, fair))).toMatchObject({ updated: 0, unchanged: 2 });
  });

  it("leaves what somebody changed since, part by part, and a made event that was edited is withdrawn", async () => {
    await imports(sheet, table(jazz));
    const eventId = await eventCalled("Джаз");
    const { loadId } = await imports(sheet, table("Джаз;05.12.2026 19:00;Зал;Дом;500 руб.;Секстет", fair));
    const price = { isFree: false, priceMin: 700, priceMax: 700 };
    await setFields(database, admin, { id: eventId, revision: 0 }, { price });
    const fairId = await eventCalled("Ярмарка");
    await setFields(database, admin, { id: fairId, revision: 0 }, { ageMin: 6 });
    await unload(database, admin, loadId);
    expect(await undoneOf(loadId)).toEqual([
      ["Ярмарка", "withdrawn", "ageMin"],
      ["Джаз", "given_back", "isFree"],
    ]);
    const event = await findForEditing(database, eventId);
    expect(event).toMatchObject({ priceMin: 700, texts: [{ body: "Квартет" }], withdrawnAt: null });
    expect(await findForEditing(database, fairId)).toMatchObject({ withdrawnAt: now, ageMin: 6 });
  });

  it("goes on where it was broken off, does nothing twice, and stands for a day", async () => {
    const { loadId } = await imports(sheet, table(jazz, fair));
    const stop = new AbortController();
    const onEvent = () => stop.abort();
    expect(await unload(database, admin, loadId, { signal: stop.signal, onEvent })).toEqual({
      kind: "stopped",
      undone: 1,
    });
    expect(await database.event.count()).toBe(1);
    const later = new Date(now.getTime() + 25 * 3_600_000);
    expect(await unload(database, { by: 1, now: later }, loadId)).toEqual({ kind: "late" });
    expect(await unload(database, admin, loadId)).toEqual({ kind: "done", undone: 1 });
    expect(await database.event.count()).toBe(0);
    expect(await database.auditEntry.count({ where: { action: "programme.edit.delete" } })).toBe(2);
  });
});

describe("what a file no longer has", () => {
  it("is listed and stays, is withdrawn when staff says so, and comes back with the undoing", async () => {
    await imports(sheet, table(jazz, fair));
    const fairId = await eventCalled("Ярмарка");
    await remind(fairId);
    const shown = await preview(sheet, table(jazz));
    expect(shown.missing).toEqual([{ eventId: fairId, title: "Ярмарка" }]);
    const { loadId } = await imports(sheet, table("Джаз;05.12.2026 19:00;Зал;Дом;500 руб.;Квартет"), shown.missing);
    expect((await findForEditing(database, fairId))?.withdrawnAt).toBeNull();
    expect(await withdrawMissing(database, admin, loadId)).toBe(1);
    expect(await findForEditing(database, fairId)).toMatchObject({
      withdrawnAt: now,
      occurrences: [{ status: "cancelled" }],
    });
    expect(await news()).toHaveLength(1);
    expect(await withdrawMissing(database, admin, loadId)).toBe(0);
    await unload(database, admin, loadId);
    expect(await findForEditing(database, fairId)).toMatchObject({
      withdrawnAt: null,
      occurrences: [{ status: "scheduled" }],
    });
    expect(await findForEditing(database, await eventCalled("Джаз"))).toMatchObject({ priceMin: 300 });
  });

  it("is nothing of another month, another institution, or another kind of file", async () => {
    await imports(sheet, table(jazz, "Весна;05.03.2027 19:00;Зал;Дом;;", "Чужое;07.12.2026 19:00;Зал;Музей;;"));
    expect((await preview(sheet, table(jazz))).missing).toEqual([]);
    expect((await preview(sheet, table(fair))).missing.map(({ title }) => title)).toEqual(["Джаз"]);
  });
});

describe("hand edits", () => {
  it("are said to be left as they are, and an event of which nothing else changes is unchanged", async () => {
    await imports(sheet, table(jazz));
    const eventId = await eventCalled("Джаз");
    const price = { isFree: false, priceMin: 700, priceMax: 700 };
    await setFields(database, admin, { id: eventId, revision: 0 }, { price });
    const dearer = table("Джаз;05.12.2026 19:00;Зал;Дом;500 руб.;Квартет");
    const shown = await preview(sheet, dearer);
    expect(shown).toMatchObject({ updated: 0, unchanged: 1, rows: [{ foreseen: { kept: ["isFree"], after: {} } }] });
    expect(await imports(sheet, dearer)).toMatchObject({ updated: 0, unchanged: 1 });
    const both = await preview(sheet, table("Джаз;05.12.2026 20:00;Зал;Дом;600 руб.;Квартет"));
    expect(both).toMatchObject({ updated: 1, rows: [{ foreseen: { kept: ["isFree"], dates: [{ kind: "moved" }] } }] });
  });
});
