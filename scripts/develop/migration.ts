/**
 * `npm run migration -- <name>`: writes the SQL that takes the migrated database to prisma/schema.prisma
 * into the next numbered folder of prisma/migrations. Look at it, add by hand what Prisma cannot say, commit it.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, migrationsFolder, readMigrations } from "../../bot/database/migrate.ts";
import { startEmbedded } from "../../bot/database/server/embedded.ts";
import { schemaDifference } from "./schema/difference.ts";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run migration -- <name_in_lower_case>");
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), "ishek-migration-"));
const server = await startEmbedded(folder);
try {
  await migrate(server.url);
  const sql = await schemaDifference(server.url);
  if (sql === "") console.log("The schema and the migrations agree: nothing to write.");
  else {
    // Numbers may be left out: what is applied is told by its name.
    const last = Math.max(0, ...(await readMigrations()).map(({ name }) => Number.parseInt(name, 10)));
    const number = String(last + 1).padStart(4, "0");
    const target = join(migrationsFolder, `${number}_${name}`);
    await mkdir(target, { recursive: true });
    await writeFile(join(target, "migration.sql"), sql);
    console.log(await readFile(join(target, "migration.sql"), "utf8"));
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
