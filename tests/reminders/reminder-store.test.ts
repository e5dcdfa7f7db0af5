import { describe, expect, it } from "vitest";
import { followChanges } from "../../bot/reminders/changes-store.ts";
import { forgetReminders } from "../../bot/reminders/forget-store.ts";
import { setQuietHours, setTimeZone } from "../../bot/reminders/person-plan-store.ts";
import { addReminders, dropReminder, removeReminders, snooze } from "../../bot/reminders/reminder-store.ts";
import { testDatabase } from "../support/database.ts";
import { personRow } from "../support/factories/person.ts";
import { gather } from "./crowd.ts";

const { database } = await testDatabase();

const now = new Date("2026-11-20T09:00:00Z");
const startsAt = new Date("2026-11-22T16:00:00Z");
const later = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000);

let people = 0;
/** Somebody and an event at seven in the evening, two days from now, without any reminder. */
async function somebody() {
  people += 1;
  const occurrenceId = await gather(database, { size: 0, startsAt, now });
  const personId = people;
  await database.person.create({ data: personRow(now, { id: BigInt(personId) }) });
  return { personId, occurrenceId };
}

type Owner = Awaited<ReturnType<typeof somebody>>;

async function due({ personId, occurrenceId }: Owner, kind = "reminder"): Promise<string[]> {
  const where = { personId: BigInt(personId), occurrenceId, kind, state: "pending" } as const;
  const rows = await database.delivery.findMany({ where, orderBy: { dueAt: "asc" } });
  return rows.map(({ dueAt }) => dueAt.toISOString().slice(5, 16));
}

describe("a reminder", () => {
  it("set twice at once is one", async () => {
    const owner = await somebody();
    await Promise.all(Array.from({ length: 8 }, () => addReminders(database, owner, [60], now)));
    expect(await due(owner)).toEqual(["11-22T15:00"]);
    expect(await due(owner, "feedback")).toEqual(["11-22T18:15"]);
  });

  it("set while its date is being moved follows the move, whoever comes first", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const owner = await somebody();
      const moved = later(startsAt, 3);
      const move = database.$transaction(async (tx) => {
        const before = await tx.occurrence.findUniqueOrThrow({ where: { id: owner.occurrenceId } });
        const data = { startsAt: moved, endsAt: later(moved, 2), status: "moved", sequence: 1 } as const;
        await tx.occurrence.update({ where: { id: owner.occurrenceId }, data });
        await followChanges(tx, [{ occurrenceId: owner.occurrenceId, change: "moved", before }], now);
      });
      await Promise.all([move, addReminders(database, owner, [180], now)]);
      expect(await due(owner)).toEqual(["11-22T16:00"]);
    }
  });

  it("taken away comes no more, and set again it comes again", async () => {
    const owner = await somebody();
    await addReminders(database, owner, [60, 1440], now);
    expect(await removeReminders(database, owner, now)).toHaveLength(2);
    expect([await due(owner), await due(owner, "feedback")]).toEqual([[], []]);
    await addReminders(database, owner, [60], now);
    expect([await due(owner), await due(owner, "feedback")]).toEqual([["11-22T15:00"], ["11-22T18:15"]]);
  });

  it("dropped leaves the others; the last one takes the question how it was with it", async () => {
    const owner = await somebody();
    await addReminders(database, owner, [60, 1440], now);
    await dropReminder(database, owner, 60, now);
    expect([await due(owner), await due(owner, "feedback")]).toEqual([["11-21T16:00"], ["11-22T18:15"]]);
    await dropReminder(database, owner, 1440, now);
    expect([await due(owner), await due(owner, "feedback")]).toEqual([[], []]);
  });

  it("that was sent is not sent again by planning anew", async () => {
    const owner = await somebody();
    await addReminders(database, owner, [60], now);
    const where = { personId: BigInt(owner.personId), kind: "reminder" };
    await database.delivery.updateMany({ where, data: { state: "sent" } });
    await setQuietHours(database, owner.personId, null, now);
    expect(await due(owner)).toEqual([]);
  });

  it("whose minute has come is left to the dispatcher when something is planned anew", async () => {
    const owner = await somebody();
    await addReminders(database, owner, [60], now);
    await setQuietHours(database, owner.personId, null, later(startsAt, -1));
    expect(await due(owner)).toEqual(["11-22T15:00"]);
  });

  it("follows quiet hours and the zone of its owner", async () => {
    const owner = await somebody();
    await addReminders(database, owner, [180], now);
    expect(await due(owner)).toEqual(["11-22T13:00"]);
    await setTimeZone(database, owner.personId, "Asia/Vladivostok", now);
    expect(await due(owner)).toEqual(["11-22T11:55"]);
    await setQuietHours(database, owner.personId, { from: 20 * 60, until: 8 * 60 }, now);
    expect(await due(owner)).toEqual(["11-22T09:55"]);
    await setQuietHours(database, owner.personId, null, now);
    expect(await due(owner)).toEqual(["11-22T13:00"]);
  });

  it("of a date that is gone is not set", async () => {
    const owner = await somebody();
    await addReminders(database, { ...owner, occurrenceId: 2_000_000 }, [60], now);
    expect(await database.reminder.count({ where: { occurrenceId: 2_000_000 } })).toBe(0);
  });

  it("is forgotten a while after the end, with the date's deliveries kept for the account", async () => {
    const owner = await somebody();
    await addReminders(database, owner, [60], now);
    const where = { occurrenceId: owner.occurrenceId };
    await forgetReminders(database, later(startsAt, 1));
    expect(await database.reminder.count({ where })).toBe(1);
    await forgetReminders(database, later(startsAt, 3));
    expect(await database.reminder.count({ where })).toBe(0);
  });
});

describe("putting off", () => {
  const soon = later(startsAt, -0.5);

  it("takes the place of another putting off, and twice at once is one", async () => {
    const owner = await somebody();
    await addReminders(database, owner, [60], now);
    await Promise.all([snooze(database, owner, 10, soon), snooze(database, owner, 10, soon)]);
    expect(await due(owner, "snooze")).toEqual(["11-22T15:40"]);
    await snooze(database, owner, 10, new Date(soon.getTime() + 300_000));
    expect(await due(owner, "snooze")).toEqual(["11-22T15:45"]);
  });

  it("is not possible beyond the start, nor for those who are not reminded", async () => {
    const owner = await somebody();
    expect(await snooze(database, owner, 10, soon)).toBe(false);
    await addReminders(database, owner, [60], now);
    expect(await snooze(database, owner, 60, soon)).toBe(false);
    expect(await snooze(database, owner, 10, soon)).toBe(true);
  });
});
