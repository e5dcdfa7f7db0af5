import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { DatabaseError } from "./database.ts";
import { withSchemaEngine } from "./schema-engine.ts";

export const migrationsFolder = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
export const schemaFile = fileURLToPath(new URL("../../prisma/schema.prisma", import.meta.url));

/** "migr" in bytes. */
const migrationLock = 0x6d696772;

interface Migration {
  name: string;
  sql: string;
}

/**
 * Brings the database at `url` up to the migrations in prisma/migrations and returns the names of those applied.
 *
 * Several instances may start at once: one migrates, the others wait on a lock. The history is Prisma's own
 * (`_prisma_migrations`), so `prisma migrate deploy` understands it. The engine (150 ms) is loaded only when
 * something is to be done.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: "ishek migration" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const migrations = await readMigrations();
    const applied = await readHistory(client);
    for (const [name, checksum] of applied) {
      const known = migrations.find((migration) => migration.name === name);
      if (!known) {
        throw new DatabaseError(
          `The database was made by a newer Ishek (it knows the migration ${name}): update the program.`,
        );
      }
      if (checksum !== sha256(known.sql)) {
        throw new DatabaseError(
          `The migration ${name} was changed after it ran here: restore its file, and add a new one instead.`,
        );
      }
    }
    if (migrations.every(({ name }) => applied.has(name))) return [];
    return await withSchemaEngine(url, await readFile(schemaFile, "utf8"), async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationsList(migrations),
        filters: { externalTables: [], externalEnums: [] },
      });
      return appliedMigrationNames;
    });
  } finally {
    await client.end();
  }
}

function migrationsList(migrations: Migration[]) {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}

export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, sql: await readFile(`${migrationsFolder}/${name}/migration.sql`, "utf8") })),
  );
}

async function readHistory(client: pg.Client): Promise<Map<string, string>> {
  const { rows: tables } = await client.query("SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL");
  if (tables.length === 0) return new Map();
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
