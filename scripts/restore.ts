/** `npm run restore -- <folder> [--into-existing]`: brings a backup into the database, with the bot stopped. */
import { parseArgs } from "node:util";
import { bringFiles } from "../bot/backup/files.ts";
import { readManifest } from "../bot/backup/manifest.ts";
import { restoreDatabase } from "../bot/backup/restore-store.ts";
import { alone } from "../bot/backup/session-store.ts";
import { readConfig } from "../bot/config/config.ts";
import { DatabaseError } from "../bot/database/database.ts";
import { openServer } from "../bot/database/server/start.ts";
import { runCommand } from "./run-command.ts";

const usage = `Usage: npm run restore -- <folder> [--into-existing]
  <folder>         a backup, such as data/backups/ishek-20261130T031500Z
  --into-existing  replaces all that is in a database with people in it`;

interface Invocation {
  folder: string;
  intoExisting: boolean;
}

function parseInvocation(args: string[]): Invocation | string {
  try {
    const options = { "into-existing": { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [folder, ...rest] = positionals;
    if (folder === undefined || rest.length > 0) return "Say which backup: one folder.";
    return { folder, intoExisting: values["into-existing"] };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function run({ folder, intoExisting }: Invocation): Promise<number> {
  const config = readConfig(process.env);
  const manifest = await readManifest(folder);
  const server = await openServer(config, { share: false });
  try {
    const done = await alone(server.url, async () => {
      await restoreDatabase(server.url, { folder, manifest, intoExisting });
      await bringFiles(config.dataDir, folder, manifest.files);
      return true;
    });
    if (done === undefined) throw new DatabaseError("Another backup of this database is being made or restored.");
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${rows} rows of ${manifest.madeAt} are back, ${manifest.files.length} files too. Start the bot now.`);
    return 0;
  } finally {
    await server.stop();
  }
}

await runCommand({ usage, parse: parseInvocation, run, onBug: "Nothing was changed. " });
