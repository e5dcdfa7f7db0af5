import { createReadStream } from "node:fs";
import type { FeedRecord, FeedSource, ReadOptions } from "../feed-format.ts";
import { FeedError } from "../problem.ts";
import { readRecords } from "./json-records.ts";
import { fileError, inOnePiece, unzipped, webSource } from "./open-source.ts";
import { readable, shown, webError } from "./web-error.ts";
import { WebSession } from "./web-session.ts";

/** Bytes of one page from the network, gzip undone. KudaGo's have some 400 KB, whole exports 100 MB. */
const mostBytes = 1_000_000_000;
const mostPages = 10_000;

/**
 * Reads the records of a JSON feed from a file, or from a web address page by page; gzip is undone by itself.
 * Throws a `FeedError` where it cannot go on.
 */
export function readJsonFeed(source: FeedSource, options: ReadOptions): AsyncGenerator<FeedRecord> {
  if (typeof source !== "string") return readPage(inOnePiece(source));
  const url = webSource(source);
  return url ? readPages(url, options) : readFile(source, options);
}

async function* readFile(path: string, { signal }: ReadOptions): AsyncGenerator<FeedRecord> {
  try {
    yield* readPage(createReadStream(path, { ...(signal && { signal }) }));
  } catch (error) {
    throw fileError(path, error);
  }
}

/** A file is one page, wherever it says that the next one is. */
async function* readPage(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FeedRecord> {
  for await (const part of readRecords(unzipped(chunks))) {
    if (part.kind !== "next") yield part;
  }
}

async function* readPages(first: URL, options: ReadOptions): AsyncGenerator<FeedRecord> {
  const seen = new Set<string>();
  const session = new WebSession(options);
  let address: URL | undefined = first;
  while (address) {
    const page: URL = address;
    if (seen.has(page.href)) throw webError("loop", page);
    if (seen.size >= mostPages) throw new FeedError(`${shown(first)} has more than ${mostPages} pages.`);
    seen.add(page.href);
    address = undefined;
    try {
      const { url, body } = await session.open(page);
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
  if (!url) throw webError("no_address", next.slice(0, 100));
  // KudaGo names its next page with http even to those who came by https.
  if (current.protocol === "https:") url.protocol = "https:";
  if (url.origin !== current.origin) throw webError("elsewhere", url);
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
