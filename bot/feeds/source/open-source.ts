import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { FeedRecord, FeedSource, ReadOptions } from "../feed-format.ts";
import { FeedError } from "../problem.ts";
import { readable, shown, webError } from "./web-error.ts";
import { WebSession } from "./web-session.ts";

/**
 * Reads a file, a web address or bytes that are at hand as a whole, gzip undone.
 * Throws a `FeedError` where it cannot, or where there is more than `mostBytes`.
 */
export async function readWhole(source: FeedSource, options: ReadOptions, mostBytes: number): Promise<Uint8Array> {
  if (typeof source !== "string") return gather(inOnePiece(source), mostBytes);
  const url = webSource(source);
  if (url) return fetchWhole(url, mostBytes, async () => (await new WebSession(options).open(url)).body);
  try {
    return await gather(createReadStream(source, { ...(options.signal && { signal: options.signal }) }), mostBytes);
  } catch (error) {
    throw fileError(source, error);
  }
}

/**
 * Opens a source that is one document, and says so where it comes from the web. Returns null where it is still what was read
 * before. A web page in its place is an error: servers answer with one, and 200, for what they do not have.
 */
export async function* openDocument(
  source: FeedSource,
  options: ReadOptions,
  mostBytes: number,
): AsyncGenerator<FeedRecord, Uint8Array | null> {
  const url = typeof source === "string" ? webSource(source) : undefined;
  if (url === undefined) return readWhole(source, options, mostBytes);
  const session = new WebSession(options);
  try {
    const fetched = await session.openIfChanged(url, { accept: "*/*" });
    if (fetched.kind === "unmodified") {
      yield { kind: "unmodified", url: url.href };
      return null;
    }
    const bytes = await gather(fetched.body, mostBytes);
    if (isPage(bytes)) throw webError("html", url);
    yield { kind: "document", document: fetched.document };
    return bytes;
  } catch (error) {
    throw error instanceof Error ? readable(url, error) : error;
  }
}

/** Whether bytes begin like a web page. */
export const isPage = (bytes: Uint8Array): boolean =>
  /^\s*(?:<!--.{0,200}?-->\s*)?<(?:!doctype html|html)/isu.test(new TextDecoder().decode(bytes.subarray(0, 400)));

/** Fetches to the end, gzip undone; every error of the wire in words. */
export async function fetchWhole(
  url: URL,
  mostBytes: number,
  open: () => Promise<AsyncIterable<Uint8Array>>,
): Promise<Uint8Array> {
  try {
    return await gather(await open(), mostBytes);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("Z_")) throw webError("other", shown(url), "gzip", { cause: error });
    throw error instanceof Error ? readable(url, error) : error;
  }
}

async function gather(source: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unzipped(source)) {
    size += chunk.length;
    if (size > mostBytes) throw new FeedError({ code: "too_large", most: Math.floor(mostBytes / 1_000_000) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Bytes that are at hand, as streams have them. */
export async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The address that a location is, undefined for a file. */
export function webSource(location: string): URL | undefined {
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(location)) return undefined;
  // Calendars are offered under a scheme of their own, which is https.
  const url = URL.parse(location.replace(/^webcals?:/i, "https:"));
  if (url === null) throw webError("no_address", location);
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
