import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import type { ParsedEntry } from "../../feed-format.ts";

const entry = z.custom<ParsedEntry>((value) => typeof value === "object" && value !== null && "kind" in value);

/**
 * What was read of a source, in a file of its own: it is looked through before anything is written, and a source is not asked
 * twice for that, nor are the records of a large one kept in memory.
 */
export class Spool {
  readonly #folder: string;
  readonly #path: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#path = join(folder, "records");
  }

  /** Takes everything that a reading gives; rejects as the reading does. */
  static async of(entries: AsyncIterable<ParsedEntry>): Promise<Spool> {
    const spool = new Spool(await mkdtemp(join(tmpdir(), "ishek-feed-")));
    try {
      await spool.#fill(entries);
      return spool;
    } catch (error) {
      await spool.remove();
      throw error;
    }
  }

  async *entries(): AsyncGenerator<ParsedEntry> {
    for await (const line of createInterface({
      input: createReadStream(this.#path),
      crlfDelay: Number.POSITIVE_INFINITY,
    }))
      yield entry.parse(deserialize(Buffer.from(line, "base64")));
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #fill(entries: AsyncIterable<ParsedEntry>): Promise<void> {
    const file = createWriteStream(this.#path);
    try {
      for await (const one of entries) {
        if (!file.write(`${serialize(one).toString("base64")}\n`)) await once(file, "drain");
      }
    } finally {
      file.end();
      await once(file, "close");
    }
  }
}
