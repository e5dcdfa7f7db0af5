/** `npm run import -- kudago <file or URL> [--shift] [--dry-run [--json]]`: brings the programme of a source into the database. */
import { fileURLToPath } from "node:url";
import { readConfig } from "../bot/config.ts";
import { startDatabase } from "../bot/database/start.ts";
import { describeImport, exitCodeOf, importAsJson } from "../bot/feeds/describe-import.ts";
import { feedFormats } from "../bot/feeds/formats.ts";
import { importFeed } from "../bot/feeds/import.ts";
import type { RecordAccount } from "../bot/feeds/import-account.ts";
import { loadWords } from "../bot/words/messages/translator.ts";
import { type ImportInvocation, parseInvocation } from "./import-invocation.ts";
import { tellFailure } from "./tell-failure.ts";

const usage = `Usage: npm run import -- <kind> <file or URL> [--shift] [--dry-run [--json]]
  kind       ${[...feedFormats.keys()].join(", ")}
  --shift    moves a whole file by days so that its busiest day is today, for trying out
  --dry-run  says what would be stored, told and refused, and writes nothing
  --json     says it as JSON`;

const invocation = parseInvocation(process.argv.slice(2));
if (typeof invocation === "string") {
  console.error(`${invocation}\n\n${usage}`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(invocation).catch((error: unknown) => {
    tellFailure(error, "The import stopped, and what came before is saved. ");
    return 1;
  });
}

async function run({ format, location, json, ...flags }: ImportInvocation): Promise<number> {
  const config = readConfig(process.env);
  const asked = new AbortController();
  process.once("SIGINT", () => asked.abort());
  process.once("SIGTERM", () => asked.abort());

  const t = loadWords(fileURLToPath(new URL("../locales", import.meta.url))).for("en");
  const server = await startDatabase(config, { share: true });
  try {
    const records: RecordAccount[] = [];
    const onRecord = (record: RecordAccount): void => void (json && records.push(record));
    const options = { now: new Date(), timeZone: config.timeZone, signal: asked.signal, onRecord, ...flags };
    const summary = await importFeed(server.database, format, location, options);
    console.log(json ? importAsJson(summary, records, t) : describeImport(summary, { dryRun: flags.dryRun, t }));
    return exitCodeOf(summary);
  } finally {
    await server.stop();
  }
}
