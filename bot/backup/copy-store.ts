import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type pg from "pg";
import { from, to } from "pg-copy-streams";
import { DatabaseError } from "../database/database.ts";

interface Table {
  name: string;
  columns: readonly string[];
}

export interface Copied {
  rows: number;
  /** Of the text as COPY writes it. */
  sha256: string;
}

/** A pass of bytes that hashes them on their way. */
function hashing(): { stream: Transform; digest: () => string } {
  const hash = createHash("sha256");
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, digest: () => hash.digest("hex") };
}

const columnsOf = (client: pg.Client, { name, columns }: Table): string =>
  `${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(", ")})`;

/** Writes a table into a packed file that only its owner reads; without a file it is only read, and hashed. */
export async function copyOut(client: pg.Client, table: Table, file?: string): Promise<Copied> {
  const source = client.query(to(`COPY ${columnsOf(client, table)} TO STDOUT`));
  const { stream, digest } = hashing();
  if (file === undefined) await pipeline(source, stream, drain);
  else await pipeline(source, stream, createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600 }));
  return { rows: source.rowCount, sha256: digest() };
}

async function drain(source: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of source);
}

/** Reads a packed file into a table. Throws a DatabaseError for a file that is not what was written. */
export async function copyIn(client: pg.Client, table: Table & Copied, file: string): Promise<void> {
  const { stream, digest } = hashing();
  const target = client.query(from(`COPY ${columnsOf(client, table)} FROM STDIN`));
  await pipeline(createReadStream(file), createGunzip(), stream, target).catch((error: unknown) => {
    throw new DatabaseError(`The backup of ${table.name} cannot be read (${codeOf(error)}): take another backup.`);
  });
  if (digest() !== table.sha256)
    throw new DatabaseError(`The backup of ${table.name} is damaged: take another backup.`);
}

/** A code alone: PostgreSQL's message may quote what a resident wrote. */
const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "no reason given";
