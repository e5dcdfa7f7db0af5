import { randomUUID } from "node:crypto";
import type pg from "pg";
import { applyMigration, checksumOf, createHistory, type Migration } from "../database/apply-migration.ts";
import { DatabaseError } from "../database/database.ts";
import { readMigrations } from "../database/migrate.ts";
import { listForeignKeys, listTables } from "./catalogue-store.ts";
import { copyIn, copyOut } from "./copy-store.ts";
import { type Manifest, pathOfTable } from "./manifest.ts";
import { withSession } from "./session-store.ts";

const prefix = "ishek_scratch_";

/**
 * Loads a backup into a schema of its own, compares it there with what was backed up, row for row, and hands it to `use`;
 * then the schema goes. Throws a DatabaseError where the backup is damaged, or this program does not know its migrations.
 */
export async function withLoaded<T>(
  url: string,
  { folder, manifest }: { folder: string; manifest: Manifest },
  use: (schema: string) => Promise<T>,
): Promise<T> {
  const migrations = await migrationsOf(manifest);
  const schema = `${prefix}${randomUUID().slice(0, 8)}`;
  return withSession(url, async (owner) => {
    await dropScratch(owner);
    await owner.query(`CREATE SCHEMA ${owner.escapeIdentifier(schema)}`).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "42501")) throw error;
      throw new DatabaseError(
        "The role may not create a schema: make it the owner of the database, or leave the check out (--no-verify).",
      );
    });
    try {
      await withSession(url, (client) => load(client, { folder, manifest, migrations }), { schema });
      return await use(schema);
    } finally {
      await dropScratch(owner);
    }
  });
}

/** What a program that was killed left behind goes as well. */
async function dropScratch(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT nspname AS "name" FROM pg_namespace WHERE starts_with(nspname, '${prefix}')`,
  );
  for (const { name } of rows) await client.query(`DROP SCHEMA ${client.escapeIdentifier(name)} CASCADE`);
}

async function migrationsOf({ migrations }: Manifest): Promise<Migration[]> {
  const known = new Map((await readMigrations()).map((migration) => [migration.name, migration]));
  return migrations.map(({ name, checksum }) => {
    const migration = known.get(name);
    if (migration === undefined)
      throw new DatabaseError(`The backup was made by a newer Ishek (it knows ${name}): update the program.`);
    if (checksumOf(migration.sql) !== checksum)
      throw new DatabaseError(`The migration ${name} was changed after the backup: restore its file.`);
    return migration;
  });
}

interface Loading {
  folder: string;
  manifest: Manifest;
  migrations: readonly Migration[];
}

async function load(client: pg.Client, { folder, manifest, migrations }: Loading): Promise<void> {
  await createHistory(client);
  for (const migration of migrations) await applyMigration(client, migration);
  const tables = await listTables(client);
  const missing = manifest.tables.filter(({ name }) => !tables.some((table) => table.name === name));
  if (missing[0])
    throw new DatabaseError(`The migrations make no table ${missing[0].name}: the backup is not Ishek's.`);
  const quoted = tables.map(({ name }) => client.escapeIdentifier(name));
  const foreignKeys = await listForeignKeys(client);
  await client.query("BEGIN");
  // Rows come table by table, and what triggers count is among them.
  for (const { drop } of foreignKeys) await client.query(drop);
  for (const name of quoted) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  // Some migrations bring rows of their own.
  await client.query(`TRUNCATE ${quoted.join(", ")}`);
  for (const table of manifest.tables) await copyIn(client, table, pathOfTable(folder, table.name));
  for (const { name, value, isCalled } of manifest.sequences)
    await client.query("SELECT setval($1::regclass, $2, $3)", [client.escapeIdentifier(name), value, isCalled]);
  for (const { add } of foreignKeys) await client.query(add);
  for (const name of quoted) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  await client.query("COMMIT");
  await compare(client, manifest);
  await client.query("ANALYZE").catch(() => {});
}

async function compare(client: pg.Client, { tables }: Manifest): Promise<void> {
  for (const { sha256, rows, ...table } of tables) {
    const found = await copyOut(client, table);
    if (found.rows !== rows || found.sha256 !== sha256)
      throw new DatabaseError(
        `${table.name} came back with other rows (${found.rows} of ${rows}): take another backup.`,
      );
  }
}
