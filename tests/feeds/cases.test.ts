import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "../support/database.ts";
import { type Case, readCases, readerOf, readers } from "./cases/case.ts";
import { differences } from "./cases/judge.ts";
import { runImport } from "./cases/run-import.ts";
import { runText } from "./cases/run-text.ts";

const cases = await readCases();
const { database } = await testDatabase();
const right = new Map<string, number>();

async function run(one: Case): Promise<string[]> {
  const reader = readerOf(one);
  const isImport = reader === "ical" || reader === "sheet" || reader === "kudago";
  return differences(one.expect, isImport ? await runImport(database, reader, one) : await runText(reader, one));
}

describe.each(readers)("%s", (reader) => {
  it.for(cases.filter((one) => readerOf(one) === reader))("$file: $kind", async (one) => {
    expect(await run(one)).toEqual([]);
    right.set(reader, (right.get(reader) ?? 0) + 1);
  });
});

// The table that is told of: how many inputs of each reader come out right.
afterAll(() => {
  const lines = readers.map((reader) => {
    const all = cases.filter((one) => readerOf(one) === reader).length;
    return `${reader.padEnd(8)} ${String(right.get(reader) ?? 0).padStart(3)} of ${String(all).padStart(3)}`;
  });
  process.stdout.write(`${lines.join("\n")}\n`);
});
