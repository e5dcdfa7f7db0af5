import { describe, expect, it } from "vitest";
import { forgetEffects, once } from "../../bot/database/once.ts";
import { testDatabase } from "../support/database.ts";

const { database } = await testDatabase();
const at = new Date("2026-11-20T15:00:00Z");

let updates = 0;
const newCause = () => ({ cause: `telegram:${++updates}`, step: "make", at });

const people = () => database.person.count();
let ids = 0n;
const row = () => ({ id: ++ids, language: "ru" as const, firstName: "Гость", firstSeenAt: at, lastSeenAt: at });

describe("what an update does", () => {
  it("is done once, and the second time returns what came of the first", async () => {
    const cause = newCause();
    const before = await people();
    const work = async (queries: typeof database) => {
      const { id } = await queries.person.create({ data: row() });
      return { kind: "made" as const, id: Number(id), note: null };
    };
    const first = await once(database, cause, work);
    expect(await once(database, cause, work)).toEqual(first);
    expect(await people()).toBe(before + 1);
    expect(await once(database, { ...cause, step: "other" }, work)).not.toEqual(first);
  });

  it("is nothing where it throws: the next time does it", async () => {
    const cause = newCause();
    const before = await people();
    const fails = once(database, cause, async (queries) => {
      await queries.person.create({ data: row() });
      throw new Error("broken");
    });
    await expect(fails).rejects.toThrow("broken");
    expect(await people()).toBe(before);
    expect(await once(database, cause, async () => "done")).toBe("done");
  });

  it("is waited for by a repetition that comes meanwhile", async () => {
    const cause = newCause();
    const begun = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    const first = once(database, cause, async () => {
      begun.resolve();
      await end.promise;
      return "first";
    });
    await begun.promise;
    const second = once(database, cause, async () => "second");
    const waiting = () => database.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_locks WHERE NOT granted AND pid IN (
        SELECT pid FROM pg_stat_activity WHERE datname = current_database())`;
    await expect.poll(async () => (await waiting()).length).toBeGreaterThan(0);
    end.resolve();
    expect(await Promise.all([first, second])).toEqual(["first", "first"]);
  });

  it("is done by the second where the first one died", async () => {
    const cause = newCause();
    const first = once(database, cause, async (queries) => {
      await queries.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
      return "first";
    });
    await expect(first).rejects.toThrow();
    expect(await once(database, cause, async () => "second")).toBe("second");
  });
});

it("an outcome is kept without what PostgreSQL cannot keep", async () => {
  const cause = newCause();
  const first = await once(database, cause, async () => "Ярмар\0ка \ud83c");
  expect(first).toBe("Ярмарка \ufffd");
  expect(await once(database, cause, async () => "other")).toBe(first);
});

describe("a store's own transaction", () => {
  it("becomes a part, and what it throws undoes that part alone", async () => {
    const before = await people();
    const outcome = await once(database, newCause(), async (queries) => {
      await queries.person.create({ data: row() });
      const taken = row();
      await queries.person.create({ data: taken });
      const inner = queries.$transaction(async (tx) => {
        await tx.person.create({ data: row() });
        // PostgreSQL refuses it, and with it everything up to the savepoint.
        await tx.person.create({ data: taken });
      });
      const refused = await inner.then(
        () => false,
        () => true,
      );
      await queries.$transaction((tx) => tx.person.create({ data: row() }));
      return refused;
    });
    expect(outcome).toBe(true);
    expect(await people()).toBe(before + 3);
  });

  it("is undone with the rest", async () => {
    const before = await people();
    const fails = once(database, newCause(), async (queries) => {
      await queries.$transaction((tx) => tx.person.create({ data: row() }));
      throw new Error("broken");
    });
    await expect(fails).rejects.toThrow("broken");
    expect(await people()).toBe(before);
  });
});

it("two days later nobody knows it any more", async () => {
  const cause = newCause();
  await once(database, cause, async () => "first");
  expect(await forgetEffects(database, at)).toBe(0);
  expect(await forgetEffects(database, new Date(at.getTime() + 1))).toBeGreaterThan(0);
  expect(await once(database, cause, async () => "second")).toBe("second");
});
