/**
 * `npm run test:dates [-- --only <names>] [--files <patterns>] [--today] [--reports <folder>]`: runs the tests at other
 * dates. faketime moves the clock of all processes by the same distance, PostgreSQL's too, as a child of the run.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { datesAround, datesOfTheDay, type TestDate } from "./dates.ts";

const dates = datesAround(new Date());
const usage = `Usage: npm run test:dates -- [--only <names>] [--files <patterns>] [--today] [--reports <folder>]
  --only     of these dates alone, with commas: ${dates.map(({ name }) => name).join(", ")}
  --today    the two whose turn it is today, and of the tests those that may depend on a date; all dates come round
  --files    test files whose path has one of these in it, with commas; default all but those of the browser
  --reports  keeps what Vitest reports of each date as <folder>/<name>.json`;

/**
 * Chromium and libfaketime do not get on, and the page says nothing of its own about dates. PostgreSQL's own timers do not ring
 * under it: what waits for a deadlock or a timeout to be found never ends, such as the second program on a data folder.
 */
const excluded = [
  ...["tests/page/**", "tests/backup/built-in.test.ts", "tests/database/unreachable.test.ts"],
  ...["tests/staff/roles.test.ts", "tests/start.test.ts"],
];

/** What runs with --today: all that reckons with dates. Whole dialogues and killed processes take their time, at every date. */
const dated = [
  ...["announcements/", "classes/", "collections/", "crash/outage", "delivery/", "digests/", "flows/account/forget-me"],
  ...["flows/offers", "opening/", "programme/", "reminders/", "schedule/", "seed/", "votes/", "when/", "words/"],
].map((path) => `tests/${path}`);

const asked = readInvocation();
if (typeof asked === "string") {
  console.error(`${asked}\n\n${usage}`);
  process.exitCode = 2;
} else if (spawnSync("faketime", ["-f", "+0s", "true"]).status !== 0) {
  console.error("faketime is missing, which moves the clock: apt-get install faketime (Debian, Ubuntu).");
  process.exitCode = 1;
} else {
  process.exitCode = await runAll(asked);
}

interface Invocation {
  chosen: readonly TestDate[];
  files: readonly string[];
  reports: string | undefined;
}

function readInvocation(): Invocation | string {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string" },
        files: { type: "string", default: "" },
        today: { type: "boolean", default: false },
        reports: { type: "string" },
      },
    });
    const names = values.only?.split(",") ?? dates.map(({ name }) => name);
    const unknown = names.filter((wanted) => !dates.some(({ name }) => name === wanted));
    if (unknown.length > 0) return `There is no date of the name ${unknown.join(", ")}.`;
    const chosen = values.today ? datesOfTheDay(dates, new Date()) : dates.filter(({ name }) => names.includes(name));
    const given = values.files.split(",").filter((file) => file !== "");
    const files = values.today && given.length === 0 ? dated : given;
    return { chosen, files, reports: values.reports };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Runs the chosen dates one after the other, says what came of each, and returns the exit code. */
async function runAll({ chosen, files, reports }: Invocation): Promise<number> {
  const folder = reports ?? (await mkdtemp(join(tmpdir(), "ishek-dates-")));
  await mkdir(folder, { recursive: true });
  const lines: string[] = [];
  let code = 0;
  for (const date of chosen) {
    const report = join(folder, `${date.name}.json`);
    const ended = await runAt(date, files, report);
    if (ended !== 0) code = 1;
    lines.push(
      `${date.name.padEnd(20)} ${date.at.toFormat("ccc yyyy-MM-dd HH:mm z")}: ${await describe(report, ended)}`,
    );
  }
  if (reports === undefined) await rm(folder, { recursive: true, force: true });
  console.log(`\n${lines.join("\n")}`);
  return code;
}

function runAt({ name, at }: TestDate, files: readonly string[], report: string): Promise<number> {
  // A distance, not a date: each process that starts would begin at a date anew.
  const seconds = Math.round((at.toMillis() - Date.now()) / 1_000);
  const distance = `${seconds < 0 ? "" : "+"}${seconds}s`;
  console.log(`\n${name}: ${at.toISO()} (${distance})`);
  const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const run = [vitest, "run", ...files, ...excluded.flatMap((pattern) => ["--exclude", pattern]), ...reporters];
  // Timers go by the monotonic clock, which stays as it is.
  const switches = ["-m", "--exclude-monotonic", "-f", distance];
  const child = spawn("faketime", [...switches, process.execPath, ...run], {
    stdio: "inherit",
    // So that the machine's own zone has the change of the clocks as well.
    env: { ...process.env, TZ: at.zoneName ?? "UTC" },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve(status ?? 1));
  });
}

async function describe(report: string, ended: number): Promise<string> {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, "utf8"));
    const rest = ended !== 0 && numFailedTests === 0 ? "; what lies around the tests failed, see above" : "";
    return `${numPassedTests} passed, ${numFailedTests} failed${rest}`;
  } catch {
    return `nothing ran, exit code ${ended}`;
  }
}
