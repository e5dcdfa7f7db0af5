import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { FeedError, type FeedRecord, type ReadOptions } from "./feed-format.ts";
import { fetchStream, readable, shown } from "./fetch-stream.ts";
import { readRecords } from "./json-records.ts";

/** Of one page from the network, gzip undone. KudaGo's have some 400 KB, whole exports 100 MB. */
const mostBytes = 1_000_000_000;
const mostPages = 10_000;

/**
 * Reads the records of a JSON feed from a file, or from a web address page by page; gzip is undone by itself.
 * Throws a `FeedError` where it cannot go on.
 */
export function readJsonFeed(location: string, options: ReadOptions): AsyncGenerator<FeedRecord> {
  const url = /^[a-z][a-z\d+.-]+:\/\//i.test(location) ? URL.parse(location) : undefined;
  if (url === null) throw new FeedError(`"${location}" is no web address.`);
  return url ? readPages(url, options) : readFile(location, options);
}

async function* readFile(path: string, { signal }: ReadOptions): AsyncGenerator<FeedRecord> {
  try {
    for await (const part of readRecords(unzipped(createReadStream(path, { ...(signal && { signal }) })))) {
      if (part.kind !== "next") yield part;
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT") throw new FeedError(`There is no file ${path}.`);
    if (code === "EISDIR") throw new FeedError(`${path} is a folder. Name the file in it.`);
    if (code === "EACCES") throw new FeedError(`${path} may not be read. Check its permissions.`);
    if (code.startsWith("Z_")) throw new FeedError(`The gzip data of ${path} is broken.`);
    throw error;
  }
}

async function* readPages(first: URL, options: ReadOptions): AsyncGenerator<FeedRecord> {
  const seen = new Set<string>();
  let address: URL | undefined = first;
  while (address) {
    const page: URL = address;
    if (seen.has(page.href)) throw new FeedError(`${shown(page)} leads back to itself as the next page.`);
    if (seen.size >= mostPages) throw new FeedError(`${shown(first)} has more than ${mostPages} pages.`);
    seen.add(page.href);
    address = undefined;
    try {
      const { url, body } = await fetchStream(page, options);
      for await (const part of readRecords(limited(unzipped(body), url))) {
        if (part.kind === "next") address = nextPage(part.url, url);
        else yield part;
      }
    } catch (error) {
      throw error instanceof Error ? readable(page, error) : error;
    }
  }
}

/** The next page must be of the same host: a feed does not get to choose what we fetch. */
function nextPage(next: string, current: URL): URL {
  const url = URL.parse(next, current.href);
  if (!url) throw new FeedError(`The next page "${next.slice(0, 100)}" is no web address.`);
  // KudaGo names its next page with http even to those who came by https.
  if (current.protocol === "https:") url.protocol = "https:";
  if (url.origin !== current.origin) throw new FeedError(`The next page is on another host: ${shown(url)}.`);
  return url;
}

/** Counts what gzip unfolds to, so that a bomb ends as a sentence. */
async function* limited(body: AsyncIterable<Uint8Array>, url: URL): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new FeedError(`${shown(url)} is larger than 1 GB.`);
    yield chunk;
  }
}

/** Undoes gzip where the data begins like it: servers and files say it in too many ways, and no JSON begins so. */
async function* unzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
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
