import { randomUUID } from "node:crypto";
import { describe, expect, inject, it } from "vitest";
import { schemaDifference } from "../../bot/database/difference.ts";
import { migrate, readMigrations } from "../../bot/database/migrate.ts";
import { administer } from "../support/administer.ts";
import { testDatabase } from "../support/database.ts";

async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomUUID()}`;
  await administer(inject("postgres"), `CREATE DATABASE "${name}"`);
  return Object.assign(new URL(inject("postgres")), { pathname: `/${name}` }).href;
}

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
