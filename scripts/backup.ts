/** `npm run backup -- [--to <folder>] [--keep <number>] [--no-verify]`: a backup beside a running bot, verified by loading it. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { backUp } from "../bot/backup/back-up.ts";
import { readConfig } from "../bot/config/config.ts";
import { openServer } from "../bot/database/server/start.ts";
import { runCommand } from "./run-command.ts";

const usage = `Usage: npm run backup -- [--to <folder>] [--keep <number>] [--no-verify]
  --to         the folder of the backups, each in one of its own; default DATA_DIR/backups
  --keep       how many stay; default 14
  --no-verify  does not load the backup beside the database to compare it, which needs room for it once more`;

interface Invocation {
  to: string | undefined;
  keep: number;
  verify: boolean;
}

function parseInvocation(args: string[]): Invocation | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        to: { type: "string" },
        keep: { type: "string", default: "14" },
        "no-verify": { type: "boolean", default: false },
      },
    });
    const keep = Number(values.keep);
    if (!Number.isInteger(keep) || keep < 1) return `--keep is a whole number from 1 on, and not "${values.keep}".`;
    return { to: values.to, keep, verify: !values["no-verify"] };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function run({ to, keep, verify }: Invocation): Promise<number> {
  const config = readConfig(process.env);
  const { dataDir } = config;
  const server = await openServer(config, { share: true });
  try {
    const options = { dataDir, to: to ?? join(dataDir, "backups"), keep, verify, now: new Date() };
    const { folder, manifest, gone } = await backUp(server.url, options);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const what = `${rows} rows of ${manifest.tables.length} tables, ${manifest.files.length} files`;
    console.log(`${folder}: ${what}, ${verify ? "loaded and compared" : "not verified"}.`);
    if (gone.length > 0) console.log(`Deleted, because ${keep} are kept: ${gone.join(", ")}.`);
    return 0;
  } finally {
    await server.stop();
  }
}

await runCommand({ usage, parse: parseInvocation, run, onBug: "No backup was made. " });
