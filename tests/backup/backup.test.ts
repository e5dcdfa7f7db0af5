import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { backUp } from "../../bot/backup/back-up.ts";
import { manifestName, pathOfTable, readManifest } from "../../bot/backup/manifest.ts";
import { restoreDatabase } from "../../bot/backup/restore-store.ts";
import { listBackups } from "../../bot/backup/rotation.ts";
import { migrate, readMigrations } from "../../bot/database/migrate.ts";
import { administer } from "../support/administer.ts";
import { testDatabase } from "../support/database.ts";
import { personRow } from "../support/factories/person.ts";

const now = new Date("2026-11-20T03:15:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** What a database holds, told in a few numbers: rows, what computes, what guards, and what nobody cleared away. */
const holds = `SELECT (SELECT count(*) FROM "Person")::int AS people,
  (SELECT sum(hashtext(e::text)::bigint) FROM "Event" e)::text AS events,
  (SELECT sum(hashtext(o::text)::bigint) FROM "Occurrence" o)::text AS occurrences,
  (SELECT sum(last_value) FROM pg_sequences WHERE schemaname = 'public')::text AS sequences,
  (SELECT count(*) FROM pg_constraint WHERE connamespace = 'public'::regnamespace)::int AS constraints,
  (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O')::int AS triggers,
  (SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace)::int AS functions,
  (SELECT array_agg(nspname::text) FROM pg_namespace WHERE nspname LIKE 'ishek%') AS scratch`;
const told = async (url: string) => (await administer(url, holds)).rows[0];

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "ishek-backup-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function backedUp(url: string, given: Partial<Parameters<typeof backUp>[1]> = {}) {
  const to = given.to ?? join(await folder(), "backups");
  return backUp(url, { dataDir: await folder(), keep: 14, verify: true, now, ...given, to });
}

describe("a backup", async () => {
  const { url, database } = await testDatabase({}, "city");
  await database.person.create({ data: personRow(now, { firstName: "Алсу\t\\N\n\"'" }) });

  it("brings a city into an empty database, to the last row, key and trigger", async () => {
    const { folder: made, manifest } = await backedUp(url);
    const { url: other } = await testDatabase();
    await restoreDatabase(other, { folder: made, manifest: await readManifest(made), intoExisting: false });
    expect(await told(other)).toEqual(await told(url));
    expect(await told(url)).toMatchObject({ scratch: null });
    expect(manifest.tables.find(({ name }) => name === "Person")?.rows).toBe(await database.person.count());
    expect(manifest.tables.find(({ name }) => name === "Event")?.rows).toBeGreaterThan(50);
    // The program takes it for a database of its own, and has nothing to migrate.
    expect(await migrate(other)).toEqual([]);
  });

  it("is read by its owner alone", async () => {
    const { folder: made } = await backedUp(url, { verify: false });
    for (const path of [made, join(made, manifestName), pathOfTable(made, "Person")])
      expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it("is as of one moment, while others write", async () => {
    const { url: busy, database: written } = await testDatabase();
    let isOver = false;
    const writing = (async () => {
      // Each person comes with an address: a backup in the midst of it would have one without the other.
      while (!isOver) await written.person.create({ data: personRow(now, {}) });
    })();
    await expect.poll(() => written.person.count()).toBeGreaterThan(20);
    const { folder: made, manifest } = await backedUp(busy);
    isOver = true;
    await writing;
    const { url: other, database: restored } = await testDatabase();
    await restoreDatabase(other, { folder: made, manifest, intoExisting: false });
    const people = await restored.person.count();
    expect(people).toBeGreaterThan(20);
    expect(people).toBeLessThan(await written.person.count());
    expect(await restored.address.count()).toBe(people);
    // Who comes next gets a number of their own.
    await restored.person.create({ data: personRow(later(1), { telegramId: 5 }) });
  });

  it("keeps the newest ones, and never touches what is not its own", async () => {
    const to = await folder();
    await writeFile(join(to, "notes.txt"), "mine");
    const made = [];
    for (const minute of [0, 1, 2, 3])
      made.push(await backedUp(url, { to, keep: 2, verify: false, now: later(minute) }));
    expect(made.map(({ gone }) => gone)).toEqual([[], [], ["ishek-20261120T031500Z"], ["ishek-20261120T031600Z"]]);
    expect(await listBackups(to)).toEqual(["ishek-20261120T031700Z", "ishek-20261120T031800Z"]);
    expect(await readFile(join(to, "notes.txt"), "utf8")).toBe("mine");
  });

  it("refuses a database with people in it, and replaces it where that is said", async () => {
    const { folder: made, manifest } = await backedUp(url);
    const { url: other, database: living } = await testDatabase();
    await living.person.createMany({ data: [1, 2].map((id) => ({ ...personRow(now, { id }), addresses: undefined })) });
    await living.$disconnect();
    const before = await told(other);
    const restore = (intoExisting: boolean) => restoreDatabase(other, { folder: made, manifest, intoExisting });
    await expect(restore(false)).rejects.toThrow("The database has 2 people.");
    expect(await told(other)).toEqual(before);
    await restore(true);
    expect(await told(other)).toEqual(await told(url));
  });

  it("refuses a database on which a bot works", async () => {
    const { folder: made, manifest } = await backedUp(url, { verify: false });
    const { url: other, database: running } = await testDatabase();
    await running.person.count();
    await expect(restoreDatabase(other, { folder: made, manifest, intoExisting: true })).rejects.toThrow(
      "A bot works on this database: stop it first.",
    );
  });

  it("refuses a database of somebody else", async () => {
    const { folder: made, manifest } = await backedUp(url, { verify: false });
    const { url: other } = await testDatabase();
    await administer(other, "DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE theirs (id int)");
    await expect(restoreDatabase(other, { folder: made, manifest, intoExisting: true })).rejects.toThrow("not Ishek's");
    expect((await administer(other, "SELECT count(*)::int FROM theirs")).rows).toEqual([{ count: 0 }]);
  });

  it.each([
    ["another row", (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace("Алсу", "Алёна"))],
    ["half of a file", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ["no gzip", () => Buffer.from("x")],
  ])("that was damaged (%s) changes nothing", async (_, damage) => {
    const { folder: made, manifest } = await backedUp(url);
    const path = pathOfTable(made, "Person");
    await writeFile(path, damage(await readFile(path)));
    const { url: other } = await testDatabase();
    const before = await told(other);
    await expect(restoreDatabase(other, { folder: made, manifest, intoExisting: false })).rejects.toThrow(
      /The backup of Person (is damaged|cannot be read)/,
    );
    expect(await told(other)).toEqual(before);
  });

  it("of a newer program is refused", async () => {
    const { folder: made, manifest } = await backedUp(url, { verify: false });
    const { url: other } = await testDatabase();
    const newer = {
      ...manifest,
      migrations: [...manifest.migrations, { name: "9999_later", checksum: "0".repeat(64) }],
    };
    await expect(restoreDatabase(other, { folder: made, manifest: newer, intoExisting: false })).rejects.toThrow(
      "The backup was made by a newer Ishek (it knows 9999_later): update the program.",
    );
  });

  it("of an older program is restored as it was, and the next start migrates it", async () => {
    const { url: old } = await testDatabase();
    const { url: other } = await testDatabase();
    await administer(old, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    await migrate(old, (await readMigrations()).slice(0, -1));
    const { folder: made, manifest } = await backedUp(old);
    await restoreDatabase(other, { folder: made, manifest, intoExisting: false });
    expect(await migrate(other)).toHaveLength(1);
  });

  it("that is not finished is none", async () => {
    await expect(readManifest(await folder())).rejects.toThrow("holds no finished backup");
  });
});
