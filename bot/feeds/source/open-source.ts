import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { FeedSource, ReadOptions } from "../feed-format.ts";
import { FeedError } from "../problem.ts";
import { fetchStream, readable } from "./fetch-stream.ts";

/**
 * Reads a file, a web address or bytes that are at hand as a whole, gzip undone.
 * Throws a `FeedError` where it cannot, or where there is more than `mostBytes`.
 */
export async function readWhole(source: FeedSource, options: ReadOptions, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of unzipped(await openSource(source, options))) {
      size += chunk.length;
      if (size > mostBytes) throw new FeedError({ code: "too_large", most: Math.floor(mostBytes / 1_000_000) });
      chunks.push(chunk);
    }
  } catch (error) {
    throw typeof source === "string" ? fileError(source, error) : error;
  }
  return Buffer.concat(chunks);
}

async function openSource(source: FeedSource, options: ReadOptions): Promise<AsyncIterable<Uint8Array>> {
  if (typeof source !== "string") return inOnePiece(source);
  const url = webSource(source);
  if (!url) return createReadStream(source, { ...(options.signal && { signal: options.signal }) });
  try {
    return (await fetchStream(url, options)).body;
  } catch (error) {
    throw error instanceof Error ? readable(url, error) : error;
  }
}

/** Bytes that are at hand, as streams have them. */
export async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The address that a location is, undefined for a file. */
export function webSource(location: string): URL | undefined {
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(location)) return undefined;
  const url = URL.parse(location);
  if (url === null) throw new FeedError(`"${location}" is no web address.`);
  return url;
}

/** Makes a sentence of what went wrong with a file. */
export function fileError(path: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new FeedError(`There is no file ${path}.`);
  if (code === "EISDIR") return new FeedError(`${path} is a folder. Name the file in it.`);
  if (code === "EACCES") return new FeedError(`${path} may not be read. Check its permissions.`);
  if (code.startsWith("Z_")) return new FeedError(`The gzip data of ${path} is broken.`);
  return error;
}

/** Undoes gzip where the data begins like it: servers and files say it in too many ways, and no feed begins so. */
export async function* unzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const whole = (async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  })();
  if (first.value[0] !== 0x1f) yield* whole;
  else yield* pipeline(Readable.from(whole), createGunzip(), () => {});
}
