import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../support/database.ts";
import { page, record } from "./kudago-records.ts";

const { url } = await testDatabase();
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ishek-command-"));
});
afterAll(() => rm(folder, { recursive: true }));

// Nothing inherited: vitest sets a MODE of its own.
const environment = () => ({ DATABASE_URL: url, DATA_DIR: folder, CITY_TIME_ZONE: "Europe/Moscow" });

function run(...args: string[]): Promise<{ code: number; output: string; complaint: string }> {
  const env = environment();
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["scripts/import.ts", ...args], { env }, (_, output, complaint) => {
      resolve({ code: child.exitCode ?? -1, output, complaint });
    });
  });
}

/** A date that is still to come whenever the command is run. */
const evening = (day: number) => ({
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
    // It opens when somebody reads.
    const pen = await open(pipe, "w");
    child.kill(signal);
    expect(await ended).toEqual([130, null]);
    expect(await said).toContain("Broken off.");
    await pen.close();
  });

  it("says in plain words what it did, and ends with 0", async () => {
    const path = await file(page([record(), { id: 8, title: "без дат" }]));
    const first = await run("kudago", path);
    expect(first).toMatchObject({ code: 0, complaint: "" });
    expect(first.output).toBe(
      "2 records read: 1 created, 0 updated, 0 unchanged, 1 refused.\n\nRefused:\n  8: it has no date\n",
    );
    expect((await run("kudago", path, "--dry-run")).output).toContain("0 to create, 0 to update, 1 unchanged");
  });

  it("says with --dry-run what would be stored, told and refused, for people or as JSON, and writes nothing", async () => {
    const two = [record({ id: 70, dates: [evening(5), evening(6)] })];
    await run("kudago", await file(page(two)));
    const path = await file(
      page([record({ id: 70, dates: [evening(5)] }), record({ id: 71 }), { id: 72, title: "без дат" }]),
    );
    const { code, output } = await run("kudago", path, "--dry-run", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      read: 3,
      created: 1,
      updated: 1,
      told: 0,
      dates: { cancelled: 1, moved: 0 },
      refused: [{ id: "72", code: "no_dates", reason: "it has no date" }],
      records: [
        { id: "70", kind: "updated", dates: ["cancelled"] },
        { id: "71", kind: "created", dates: [] },
      ],
    });
    expect((await run("kudago", path, "--dry-run")).output).toContain(
      "Dates of known events: 1 cancelled; people told: 0.",
    );
    expect((await run("kudago", path)).output).toContain("1 created, 1 updated");
  });

  it("ends with 1 when nothing can be imported", async () => {
    expect(await run("kudago", await file("[]"))).toMatchObject({ code: 1 });
    expect(await run("kudago", await file("<html>"))).toMatchObject({
      code: 1,
      output: expect.stringContaining("it is no valid JSON"),
    });
    expect(await run("kudago", join(folder, "nowhere.json"))).toMatchObject({
      code: 1,
      output: expect.stringContaining("There is no file"),
    });
    expect((await run("kudago", "http://127.0.0.1:1/")).output).toContain("inside a private network");
  });

  it.each([
    [[], "Say what to import"],
    [["excel", "x.xlsx"], 'The kind "excel" is not known.'],
    [["kudago"], "Say from which file or address"],
    [["kudago", "a.json", "b.json"], '"b.json" is too much'],
    [["kudago", "a.json", "--fast"], "--fast"],
    [["kudago", "a.json", "--json"], "--json goes with --dry-run."],
    [["kudago", "https://example.org/", "--shift"], "needs a file"],
  ])("%j ends with 2 and shows how it is used", async (args, sentence) => {
    const { code, complaint } = await run(...args);
    expect(code).toBe(2);
    expect(complaint).toContain(sentence);
    expect(complaint).toContain("Usage: npm run import -- <kind> <file or URL>");
    expect(complaint).not.toContain("    at ");
  });
});
