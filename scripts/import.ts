/** `npm run import -- kudago <file or URL> [--shift] [--dry-run [--json]]`: brings the programme of a source into the database. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readConfig } from "../bot/config.ts";
import { startDatabase } from "../bot/database/start.ts";
import { describeImport, exitCodeOf, importAsJson } from "../bot/feeds/describe-import.ts";
import { feedFormats } from "../bot/feeds/formats.ts";
import { importFeed } from "../bot/feeds/import.ts";
import type { RecordAccount } from "../bot/feeds/import-account.ts";
import { loadWords } from "../bot/words/messages/translator.ts";
import { tellFailure } from "./tell-failure.ts";

const usage = `Usage: npm run import -- <kind> <file or URL> [--shift] [--dry-run [--json]]
  kind       ${[...feedFormats.keys()].join(", ")}
  --shift    moves a whole file by days so that its busiest day is today, for trying out
  --dry-run  says what would be stored, told and refused, and writes nothing
  --json     says it as JSON`;

const invocation = await readInvocation();
if (typeof invocation === "string") {
  console.error(`${invocation}\n\n${usage}`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(invocation).catch((error: unknown) => {
    tellFailure(error, "The import stopped, and what came before is saved. ");
    return 1;
  });
}

async function readInvocation() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        shift: { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    const [kind = "", location, ...rest] = positionals;
    const format = feedFormats.get(kind);
    if (!format) return kind ? `The kind "${kind}" is not known.` : "Say what to import, and from where.";
    if (!location) return "Say from which file or address to import.";
    if (rest.length > 0) return `Only one file or address at a time: "${rest[0]}" is too much.`;
    if (values.shift && /^https?:/i.test(location)) {
      return "--shift reads twice and therefore needs a file. Save the address to a file first.";
    }
    if (values.json && !values["dry-run"]) return "--json goes with --dry-run.";
    return { format, location, shift: values.shift, dryRun: values["dry-run"], json: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function run({
  format,
  location,
  json,
  ...flags
}: Exclude<Awaited<ReturnType<typeof readInvocation>>, string>): Promise<number> {
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
