import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { DatabaseError } from "../database/database.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** No path that leads out of the folder. */
const path = z.string().refine((text) => !text.split("/").includes("..") && !text.startsWith("/"));

const shape = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** PostgreSQL's version, "18.4"; any other will do for restoring. */
  server: z.string(),
  /** In the order in which they were applied. */
  migrations: z.array(z.object({ name: z.string(), checksum: hash })),
  /** Each lies in tables/<name>.copy.gz, as COPY writes these columns; the hash is of the text before it was packed. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256: hash })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  /** Of DATA_DIR, below files/. */
  files: z.array(z.object({ path, sha256: hash })),
});

/** What is in a backup. It is written last: a folder without it was never finished. */
export type Manifest = z.output<typeof shape>;
export type TableBackup = Manifest["tables"][number];

export const manifestName = "manifest.json";

/** Reads what is in a backup. Throws a DatabaseError where the folder holds none. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), "utf8").catch(() => undefined);
  if (text === undefined) throw new DatabaseError(`${folder} holds no finished backup: it has no ${manifestName}.`);
  const { success, data } = shape.safeParse(parseJson(text));
  if (!success) throw new DatabaseError(`${join(folder, manifestName)} cannot be read: take another backup.`);
  return data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const pathOfTable = (folder: string, name: string): string => join(folder, "tables", `${name}.copy.gz`);
