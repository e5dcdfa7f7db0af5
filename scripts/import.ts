/** `npm run import -- [kind] <file or URL> [--shift] [--dry-run [--json] [--now <ISO>]]`: brings the programme of a source into the database. */
import { fileURLToPath } from "node:url";
import { DateTime } from "luxon";
import { readConfig } from "../bot/config/config.ts";
import { startDatabase } from "../bot/database/server/start.ts";
import { describeForeseen, describeImport, exitCodeOf, importAsJson } from "../bot/feeds/describe-import.ts";
import type { FeedFormat } from "../bot/feeds/feed-format.ts";
import { feedFormats } from "../bot/feeds/formats.ts";
import { importFeed } from "../bot/feeds/import.ts";
import type { RecordAccount } from "../bot/feeds/import-account.ts";
import { previewOf } from "../bot/feeds/preview/import-store.ts";
import { PreviewRows } from "../bot/feeds/preview/preview.ts";
import { readWhole } from "../bot/feeds/source/open-source.ts";
import { recognise } from "../bot/feeds/source/recognise.ts";
import { loadWords } from "../bot/words/messages/translator.ts";
import { type ImportInvocation, parseInvocation } from "./import-invocation.ts";
import { runCommand } from "./run-command.ts";

const usage = `Usage: npm run import -- [kind] <file or URL> [--shift] [--dry-run [--json] [--now <ISO>]]
  kind       ${[...feedFormats.keys()].join(", ")}; of a file it is told from what is in it
  --shift    moves a whole file by days so that its busiest day is today, for trying out
  --dry-run  says what would be stored, told and refused, and writes nothing
  --json     says it as JSON
  --now      the time it would be done at, 2026-11-29T15:00; default now`;

await runCommand({ usage, parse: parseInvocation, run, onBug: "The import stopped, and what came before is saved. " });

async function run({ location, json, now: said, ...asFound }: ImportInvocation): Promise<number> {
  const config = readConfig(process.env);
  const at = said === undefined ? DateTime.now() : DateTime.fromISO(said, { zone: config.timeZone });
  const format = asFound.format ?? (await recogniseFile(location));
  if (!at.isValid || format === undefined) {
    console.error(`${at.isValid ? `Say of which kind ${location} is` : `"${said}" is no ISO time`}.\n\n${usage}`);
    return 2;
  }
  const { shift, dryRun } = asFound;
  const asked = new AbortController();
  process.once("SIGINT", () => asked.abort());
  process.once("SIGTERM", () => asked.abort());

  const t = loadWords(fileURLToPath(new URL("../locales", import.meta.url)), config.city.texts).for("en");
  const server = await startDatabase(config, { share: true });
  try {
    const records: RecordAccount[] = [];
    const rows = new PreviewRows();
    const onRecord = (record: RecordAccount): void => {
      if (json) records.push(record);
      if (dryRun) rows.add(record);
    };
    const { timeZone } = config;
    const options = { now: at.toJSDate(), timeZone, signal: asked.signal, onRecord, shift, dryRun };
    const summary = await importFeed(server.database, format, location, options);
    if (!dryRun) console.log(describeImport(summary, { dryRun, t }));
    else {
      const preview = await previewOf(server.database, summary, rows, { format, timeZone, now: options.now });
      const foreseen = describeForeseen(preview, { t, zone: timeZone, now: options.now });
      console.log(
        json ? importAsJson(preview, records, { t, timeZone }) : describeImport(summary, { dryRun, t, foreseen }),
      );
    }
    return exitCodeOf(summary);
  } finally {
    await server.stop();
  }
}

/** The kind of a file by what is in it, else by its name. */
async function recogniseFile(path: string): Promise<FeedFormat | undefined> {
  return recognise(path, await readWhole(path, {}, 1_000_000_000));
}
