import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, inject, it } from "vitest";
import type { Migration } from "../../bot/database/apply-migration.ts";
import { DatabaseError } from "../../bot/database/database.ts";
import { migrate, readMigrations } from "../../bot/database/migrate.ts";
import { schemaDifference } from "../../scripts/develop/schema/difference.ts";
import { withSchemaEngine } from "../../scripts/develop/schema/schema-engine.ts";
import { administer } from "../support/administer.ts";
import { testDatabase } from "../support/database.ts";

async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomUUID()}`;
  await administer(inject("postgres"), `CREATE DATABASE "${name}"`);
  return Object.assign(new URL(inject("postgres")), { pathname: `/${name}` }).href;
}

const filters = { externalTables: [], externalEnums: [] };

const schema = () => readFile(new URL("../../prisma/schema.prisma", import.meta.url), "utf8");

/** Migrations as Prisma's engine takes them from its CLI. */
const migrationsList = (migrations: readonly Migration[]) => ({
  baseDir: "prisma/migrations",
  lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
  shadowDbInitScript: "",
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
  })),
});

describe("migrations", () => {
  it("agree with the schema", async () => {
    const { url } = await testDatabase();
    expect(await schemaDifference(url)).toBe("");
  });

  it("are seen to disagree when a column is missing", async () => {
    const { url } = await testDatabase();
    await administer(url, 'ALTER TABLE "Person" DROP COLUMN "firstName"');
    expect(await schemaDifference(url)).toContain('ADD COLUMN     "firstName"');
  });

  it("run once when four instances start together", async () => {
    const url = await emptyDatabase();
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)]);
    const names = (await readMigrations()).map(({ name }) => name);
    expect(applied.flat().sort()).toEqual(names);
    expect(await migrate(url)).toEqual([]);
  });

  it("are a history in which Prisma's own engine finds nothing to do, and nothing amiss", async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const list = migrationsList(await readMigrations());
    const { applied, diagnosis } = await withSchemaEngine(url, await schema(), async (engine) => ({
      diagnosis: await engine.diagnoseMigrationHistory({ migrationsList: list, optInToShadowDatabase: false, filters }),
      applied: await engine.applyMigrations({ migrationsList: list, filters }),
    }));
    expect(applied.appliedMigrationNames).toEqual([]);
    expect(diagnosis).toMatchObject({
      hasMigrationsTable: true,
      history: null,
      editedMigrationNames: [],
      failedMigrationNames: [],
    });
  });

  it("that Prisma's own engine applied are taken over as they are", async () => {
    const url = await emptyDatabase();
    const first = { name: "0001_first", sql: 'CREATE TABLE "First" ("id" INTEGER);' };
    const second = { name: "0002_second", sql: 'ALTER TABLE "First" ADD "x" TEXT;' };
    await withSchemaEngine(url, await schema(), (engine) =>
      engine.applyMigrations({ migrationsList: migrationsList([first]), filters }),
    );
    expect(await migrate(url, [first, second])).toEqual(["0002_second"]);
  });

  it("leave nothing behind when one fails, tell it in one sentence, and go on from there when it is mended", async () => {
    const url = await emptyDatabase();
    const first = { name: "0001_first", sql: 'CREATE TABLE "First" ("id" INTEGER);' };
    const broken = {
      name: "0002_broken",
      sql: 'CREATE TABLE "Second" ("id" INTEGER);\nALTER TABLE "Third" ADD "x" TEXT;',
    };
    await expect(migrate(url, [first, broken])).rejects.toThrow(
      new DatabaseError(
        'The migration 0002_broken cannot be applied, and nothing of it was kept: PostgreSQL refuses it (42P01: relation "Third" does not exist).',
      ),
    );
    const { rows } = await administer(
      url,
      `SELECT to_regclass('"First"') AS "first", to_regclass('"Second"') AS "second"`,
    );
    expect(rows).toEqual([{ first: '"First"', second: null }]);
    const mended = { ...broken, sql: 'CREATE TABLE "Second" ("id" INTEGER);' };
    expect(await migrate(url, [first, mended])).toEqual(["0002_broken"]);
  });

  it("that failed under Prisma's own engine are tried again, and its mark is settled", async () => {
    const url = await emptyDatabase();
    const [first] = await readMigrations();
    if (first === undefined) throw new Error("There is no migration.");
    const broken = [{ ...first, sql: 'ALTER TABLE "Nowhere" ADD "x" TEXT;' }];
    await withSchemaEngine(url, await schema(), (engine) =>
      engine.applyMigrations({ migrationsList: migrationsList(broken), filters }),
    ).catch(() => {});
    const failed = 'SELECT FROM "_prisma_migrations" WHERE finished_at IS NULL AND rolled_back_at IS NULL';
    expect((await administer(url, failed)).rowCount).toBe(1);
    expect(await migrate(url)).toContain(first.name);
    expect((await administer(url, failed)).rowCount).toBe(0);
  });

  it("with a statement that runs outside of transactions alone are refused", async () => {
    const url = await emptyDatabase();
    const sql = 'CREATE TABLE "First" ("id" INTEGER);\nCREATE INDEX CONCURRENTLY "slow" ON "First" ("id");';
    await expect(migrate(url, [{ name: "0001_slow", sql }])).rejects.toThrow(
      "The migration 0001_slow cannot be applied, and nothing of it was kept: it has a statement that does not run in a transaction",
    );
    expect((await administer(url, `SELECT to_regclass('"First"') AS "first"`)).rows).toEqual([{ first: null }]);
  });

  it("end no transaction of their own, in which they would be half done", async () => {
    for (const { name, sql } of await readMigrations())
      expect(sql, name).not.toMatch(/^\s*(BEGIN|START TRANSACTION|COMMIT|END|ROLLBACK)( WORK| TRANSACTION)?\s*;/im);
  });

  it("are not put beside tables of somebody else", async () => {
    const url = await emptyDatabase();
    await administer(url, 'CREATE TABLE "orders" ("id" INTEGER)');
    await expect(migrate(url)).rejects.toThrow("The database holds tables that are not Ishek's");
  });

  it("are refused by a program older than the database", async () => {
    const { url } = await testDatabase();
    await administer(url, `UPDATE "_prisma_migrations" SET migration_name = '9999_future'`);
    await expect(migrate(url)).rejects.toThrow("newer Ishek (it knows the migration 9999_future)");
  });

  it("are refused when one was changed after it ran", async () => {
    const { url } = await testDatabase();
    await administer(url, `UPDATE "_prisma_migrations" SET checksum = 'other'`);
    await expect(migrate(url)).rejects.toThrow("was changed after it ran here");
  });
});
