import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { environmentOf } from "../../bot/database/server/server-account.ts";
import { describeImport, exitCodeOf } from "../../bot/feeds/describe-import.ts";
import { importFeed } from "../../bot/feeds/import.ts";
import { parseInvocation } from "../../scripts/import-invocation.ts";
import { words } from "../support/city.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { formatOf } from "../support/format.ts";
import { page, record } from "./kudago-records.ts";

const { database, url } = await testDatabase();
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ishek-command-"));
});
afterAll(() => rm(folder, { recursive: true }));

// Little inherited: vitest sets a MODE of its own.
const environment = () => ({
  ...environmentOf(process.env),
  DATABASE_URL: url,
  DATA_DIR: folder,
  CITY_TIME_ZONE: "Europe/Moscow",
});

function run(...args: string[]): Promise<{ code: number; output: string; complaint: string }> {
  const env = environment();
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["scripts/import.ts", ...args], { env }, (_, output, complaint) => {
      resolve({ code: child.exitCode ?? -1, output, complaint });
    });
  });
}

/** What the command does between its start and its end. */
async function inProcess(location: string, { dryRun = false } = {}): Promise<{ code: number; output: string }> {
  const options = { now: evening.now, timeZone: evening.timeZone, dryRun };
  const summary = await importFeed(database, formatOf("kudago"), location, options);
  return { code: exitCodeOf(summary), output: describeImport(summary, { dryRun, t: words.for("en") }) };
}

/** A date that is still to come whenever the command is run. */
const farAhead = (day: number) => ({
  start: Date.UTC(2036, 11, day, 16) / 1_000,
  end: Date.UTC(2036, 11, day, 18) / 1_000,
});

async function file(content: string): Promise<string> {
  const path = join(folder, "feed.json");
  await writeFile(path, content);
  return path;
}

describe("npm run import", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("ends at %s with a sentence, whatever the file does", async (signal) => {
    // A file that says nothing and never ends.
    const pipe = join(folder, signal);
    await promisify(execFile)("mkfifo", [pipe]);
    const child = spawn(process.execPath, ["scripts/import.ts", "ical", pipe], { env: environment() });
    const ended = once(child, "exit");
    const said = text(child.stdout);
    // A pipe opens when somebody reads.
    const pen = await open(pipe, "w");
    child.kill(signal);
    expect(await ended).toEqual([130, null]);
    expect(await said).toContain("Broken off.");
    await pen.close();
  });

  it("says in plain words what it did, and ends with 0", async () => {
    const path = await file(page([record(), { id: 8, title: "без дат" }]));
    expect(await run("kudago", path)).toEqual({
      code: 0,
      output: "2 records read: 1 created, 0 updated, 0 unchanged, 1 refused.\n\nRefused:\n  8: it has no date\n",
      complaint: "",
    });
  });

  it("says with --dry-run what would be stored, told and refused, for people or as JSON, and writes nothing", async () => {
    await inProcess(await file(page([record({ id: 70, dates: [farAhead(5), farAhead(6)] })])));
    const path = await file(
      page([record({ id: 70, dates: [farAhead(5)] }), record({ id: 71 }), { id: 72, title: "без дат" }]),
    );
    const { code, output } = await run("kudago", path, "--dry-run", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      read: 3,
      created: 1,
      updated: 1,
      told: 0,
      dates: { cancelled: 1, moved: 0 },
      newInstitutions: [],
      missing: [],
      refused: [{ id: "72", code: "no_dates", reason: "it has no date" }],
      records: [
        { id: "70", kind: "updated", dates: ["cancelled"] },
        { id: "71", kind: "created", dates: [] },
      ],
    });
    const dry = await inProcess(path, { dryRun: true });
    expect(dry.output).toContain("1 to create, 1 to update");
    expect(dry.output).toContain("Dates of known events: 1 cancelled; people told: 0.");
    expect((await inProcess(path)).output).toContain("1 created, 1 updated");
  });

  it("ends with 1 when nothing can be imported", async () => {
    expect(await run("kudago", await file("<html>"))).toMatchObject({
      code: 1,
      output: expect.stringContaining("it is no valid JSON"),
    });
    expect(await inProcess(await file("[]"))).toMatchObject({ code: 1 });
    expect(await inProcess(join(folder, "nowhere.json"))).toMatchObject({
      code: 1,
      output: expect.stringContaining("There is no file"),
    });
    expect((await inProcess("http://127.0.0.1:1/")).output).toContain("inside a private network");
  });

  it("ends with 2 and shows how it is used when it is called wrongly", async () => {
    const { code, complaint } = await run("excel", "x.xlsx");
    expect(code).toBe(2);
    expect(complaint).toContain('The kind "excel" is not known.');
    expect(complaint).toContain("Usage: npm run import -- [kind] <file or URL>");
    expect(complaint).not.toContain("    at ");
  });

  it.each([
    [[], "Say what to import"],
    [["excel", "x.xlsx"], 'The kind "excel" is not known.'],
    [["kudago"], "Say from which file or address"],
    [["kudago", "a.json", "b.json"], '"b.json" is too much'],
    [["kudago", "a.json", "--fast"], "--fast"],
    [["kudago", "a.json", "--json"], "--json goes with --dry-run."],
    [["kudago", "https://example.org/", "--shift"], "needs a file"],
  ])("does not take %j", (args, sentence) => {
    expect(parseInvocation(args)).toContain(sentence);
  });
});
