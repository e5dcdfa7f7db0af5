import { randomUUID } from "node:crypto";
import { afterAll, inject } from "vitest";
import { type Database, type DatabaseOptions, openDatabase } from "../../bot/database/database.ts";
import { administer } from "./administer.ts";
import { patience } from "./patience.ts";

/** A migrated database of its own for the calling test file, empty or with the demo city, dropped after it. */
export async function testDatabase(
  options?: DatabaseOptions,
  template: "empty" | "city" = "empty",
): Promise<{ database: Database; url: string }> {
  const server = inject("postgres");
  const name = `test_${randomUUID()}`;
  await administer(server, `CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY FILE_COPY`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = openInstance(url.href, options);
  afterAll(async () => {
    await database.$disconnect();
    await administer(server, `DROP DATABASE "${name}" WITH (FORCE)`);
  });
  return { database, url: url.href };
}

/** Connections of another program's to a database; a transaction of theirs waits for a slow machine. */
export const openInstance = (url: string, options?: DatabaseOptions): Database =>
  openDatabase(url, { transactions: { maxWait: patience, timeout: patience }, ...options });
