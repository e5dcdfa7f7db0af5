import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { DatabaseError } from "../database/database.ts";
import { listSequences, listTables } from "./catalogue-store.ts";
import { copyOut } from "./copy-store.ts";
import { type Manifest, pathOfTable, type TableBackup } from "./manifest.ts";
import { withSession } from "./session-store.ts";

/**
 * Writes all that a database holds into `folder`, as it was at one moment, while the bot goes on. Not by pg_dump: the built-in
 * PostgreSQL comes without it, and one that is older than the server refuses. What makes the tables are the migrations.
 */
export const dumpDatabase = (url: string, folder: string): Promise<Omit<Manifest, "madeAt" | "files">> =>
  withSession(url, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const migrations = await listMigrations(client);
    await mkdir(join(folder, "tables"), { recursive: true, mode: 0o700 });
    const tables: TableBackup[] = [];
    for (const table of await listTables(client))
      tables.push({ ...table, ...(await copyOut(client, table, pathOfTable(folder, table.name))) });
    const sequences = await listSequences(client);
    const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version') AS "version"`);
    return { format: 1, server: rows[0]?.version ?? "", migrations, tables, sequences };
  });

async function listMigrations(client: pg.Client): Promise<Manifest["migrations"]> {
  const { rows: found } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "exists"`,
  );
  if (!found[0]?.exists) throw new DatabaseError("The database holds no Ishek yet: there is nothing to back up.");
  const { rows } = await client.query<{ name: string; checksum: string }>(`
    SELECT migration_name AS "name", checksum FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`);
  return rows;
}
