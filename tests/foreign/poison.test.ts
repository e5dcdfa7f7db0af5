import { describe, expect, it } from "vitest";
import type { ParsedEntry } from "../../bot/feeds/feed-format.ts";
import { FeedError } from "../../bot/feeds/problem.ts";
import { recognise } from "../../bot/feeds/source/recognise.ts";
import { readForeign } from "../../bot/foreign/read-foreign.ts";
import { poisons, poisonText } from "./poison.ts";

const now = new Date("2026-11-20T12:00:00Z");
const timeZone = "Europe/Moscow";

/** The records of a file, and the code of what was said of it or of one of them. */
async function read(name: string, bytes: Buffer): Promise<{ records: ParsedEntry[]; says: string | null }> {
  const records: ParsedEntry[] = [];
  try {
    for await (const record of recognise(name, bytes)?.records(bytes, { now, timeZone }) ?? []) records.push(record);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return { records, says: error.problem.code };
  }
  const refused = records.find((record) => record.kind === "refused");
  return { records, says: refused?.problem.code ?? null };
}

describe("a file that once stopped the bot", () => {
  it.each(poisons.filter(({ isLong = false }) => !isLong))(
    "by $what is read to an end",
    async ({ name, bytes, says }) => {
      expect((await read(name, bytes())).says).toBe(says);
    },
  );
});

describe("a text that once stopped the bot", () => {
  it("pasted, is read like any other", async () => {
    const read = await readForeign(
      "event",
      { text: poisonText },
      { places: [], institutions: [] },
      { now, zone: timeZone },
    );
    expect(read).toMatchObject({ kind: "read", value: { title: { value: "Концерт" } } });
  });
});
