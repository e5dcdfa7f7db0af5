import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { applyMigration, checksumOf, createHistory, type Migration } from "./apply-migration.ts";
import { DatabaseError } from "./database.ts";

export const migrationsFolder = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** Advisory locks, taken in this order: Ishek's own ("migr" in bytes), and the one under which `prisma migrate` works. */
const locks = [0x6d696772, 72707369];

/**
 * Brings the database at `url` up to the migrations in prisma/migrations and returns the names of those applied.
 *
 * Several instances may start at once: one migrates, the others wait on a lock. The history is Prisma's own
 * (`_prisma_migrations`), so `prisma migrate deploy` understands it. Throws a DatabaseError for what an operator can mend.
 */
export async function migrate(url: string, migrations?: readonly Migration[]): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations());
  const client = new pg.Client({ connectionString: url, application_name: "ishek migration" });
  client.on("error", () => {});
  await client.connect();
  try {
    for (const lock of locks) await client.query("SELECT pg_advisory_lock($1)", [lock]);
    await createHistory(client);
    const applied = await readHistory(client);
    refuseOthers(applied, wanted);
    const missing = wanted.filter(({ name }) => !applied.has(name));
    for (const migration of missing) await applyMigration(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Throws where the database has a migration that this program does not know, or knows otherwise. */
function refuseOthers(applied: ReadonlyMap<string, string>, wanted: readonly Migration[]): void {
  for (const [name, checksum] of applied) {
    const known = wanted.find((migration) => migration.name === name);
    if (!known) {
      throw new DatabaseError(
        `The database was made by a newer Ishek (it knows the migration ${name}): update the program.`,
      );
    }
    if (checksum !== checksumOf(known.sql)) {
      throw new DatabaseError(
        `The migration ${name} was changed after it ran here: restore its file, and add a new one instead.`,
      );
    }
  }
}

/** The migrations of prisma/migrations, in the order in which they are applied. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, sql: await readFile(`${migrationsFolder}/${name}/migration.sql`, "utf8") })),
  );
}

/** The checksums of what was applied, by name. Throws where no migration was ever applied. */
export async function readHistory(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}
