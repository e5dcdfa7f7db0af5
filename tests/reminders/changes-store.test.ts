import { describe, expect, it } from "vitest";
import { followChanges } from "../../bot/reminders/changes-store.ts";
import { testDatabase } from "../support/database.ts";
import { patience } from "../support/patience.ts";
import { gather } from "./crowd.ts";

const statements: string[] = [];
const { database } = await testDatabase({ onStatement: (sql) => statements.push(sql) });

const now = new Date("2026-11-20T09:00:00Z");
const later = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000);

/** Moves a date as an import does; returns the statements that letting people know took. */
async function move(occurrenceId: number, startsAt: Date, at = now): Promise<number> {
  return database.$transaction(
    async (tx) => {
      const before = await tx.occurrence.findUniqueOrThrow({ where: { id: occurrenceId } });
      const data = { startsAt, endsAt: later(startsAt, 2), status: "moved", sequence: { increment: 1 } } as const;
      await tx.occurrence.update({ where: { id: occurrenceId }, data });
      statements.length = 0;
      await followChanges(tx, [{ occurrenceId, change: "moved", before }], at);
      return statements.length;
    },
    { timeout: patience },
  );
}

const pending = (occurrenceId: number, kind: string) =>
  database.delivery.findMany({ where: { occurrenceId, kind, state: "pending" }, orderBy: { id: "asc" } });

/** Enough to tell one statement for all from one for each. */
const size = 1_000;

describe("a moved date that a thousand people want to be reminded of", () => {
  it("takes a handful of statements, and everybody has their reminders on the new time", async () => {
    const startsAt = new Date("2026-11-22T16:00:00Z");
    const occurrenceId = await gather(database, { size, startsAt, now });
    const moved = later(startsAt, 24);
    expect(await move(occurrenceId, moved)).toBeLessThanOrEqual(7);

    const reminders = await pending(occurrenceId, "reminder");
    expect(reminders).toHaveLength(2 * size);
    expect(new Set(reminders.map(({ dueAt }) => dueAt.getTime()))).toEqual(
      // In Omsk the day before is at ten in the evening.
      new Set([later(moved, -24), new Date(later(moved, -24).getTime() - 300_000), later(moved, -1)].map(Number)),
    );
    expect(await pending(occurrenceId, "feedback")).toHaveLength(size);
    expect(await pending(occurrenceId, "change")).toHaveLength(size);
  });

  it("moved again before they were told, they are told once, from how it was at first", async () => {
    const [first] = await database.occurrence.findMany();
    const told = await pending(first?.id ?? 0, "change");
    const at = new Date(now.getTime() + 20_000);
    await move(first?.id ?? 0, new Date("2026-11-25T16:00:00Z"), at);
    const news = await pending(first?.id ?? 0, "change");
    expect(news.map(({ id }) => id)).toEqual(told.map(({ id }) => id));
    expect(new Set(news.map(({ dueAt }) => dueAt.getTime()))).toEqual(new Set([at.getTime() + 30_000]));
    expect(news[0]?.payload).toMatchObject({ startsAt: "2026-11-22T16:00:00.000Z" });
  });

  it("leaves a message that is on its way alone", async () => {
    const [first] = await database.occurrence.findMany();
    const occurrenceId = first?.id ?? 0;
    await database.delivery.updateMany({ where: { occurrenceId, kind: "change" }, data: { state: "claimed" } });
    await move(occurrenceId, new Date("2026-11-26T16:00:00Z"));
    expect(await database.delivery.count({ where: { occurrenceId, kind: "change", state: "claimed" } })).toBe(size);
    expect(await pending(occurrenceId, "change")).toHaveLength(size);
  });
});
