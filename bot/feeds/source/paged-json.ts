import { createHash } from "node:crypto";
import type { FeedRecord, ReadOptions } from "../feed-format.ts";
import { FeedError } from "../problem.ts";
import type { Asking } from "./fetch-stream.ts";
import { fetchWhole, isPage } from "./open-source.ts";
import { webError } from "./web-error.ts";
import { WebSession } from "./web-session.ts";

/** Bytes of one page, gzip undone. A hundred events with their texts have some 500 kB. */
const mostBytes = 20_000_000;
const mostPages = 1_000;
/** So many pages in a row that cannot be read are no slip any more. */
const mostBroken = 2;

/** One page as a source's envelope has it. */
export interface SourcePage {
  records: readonly unknown[];
  /** Records of all pages, where the source says so. */
  total?: number | undefined;
}

/** How a source deals out its records. */
export interface Paging {
  /** The page that begins behind so many records. */
  pageAt(offset: number): URL;
  /** Records that are asked for at once; a page with fewer is the last one, unless the source tells a total. */
  size: number;
  /** Takes the records out of an answer; null where it is none of the source's. */
  open(answer: unknown): SourcePage | null;
  asking?: Asking;
}

/**
 * Reads the records of a source that deals them out by an offset. A page that is no JSON is passed over with a remark where a
 * total says that more must follow; a page that repeats the one before it ends the reading, which would never end by itself.
 * Throws a `FeedError` where it cannot go on.
 */
export async function* readPaged(
  { pageAt, size, open, asking = {} }: Paging,
  options: ReadOptions,
): AsyncGenerator<FeedRecord> {
  const session = new WebSession(options);
  let total: number | undefined;
  let before = "";
  let broken = 0;
  for (let offset = 0, pages = 0; ; offset += size, pages += 1) {
    const url = pageAt(offset);
    if (pages >= mostPages) throw new FeedError({ code: "too_many_records", most: mostPages * size });
    const bytes = await fetchWhole(url, mostBytes, async () => (await session.open(url, asking)).body);
    if (isPage(bytes)) throw webError("html", url);
    const hash = createHash("sha256").update(bytes).digest("base64");
    if (hash === before) throw webError("loop", url);
    before = hash;
    const answer = parseJson(bytes);
    if (answer.kind === "broken") {
      broken += 1;
      if (total === undefined || broken > mostBroken) {
        throw new FeedError({ code: "no_json", count: offset, detail: answer.detail });
      }
      yield { kind: "remark", problem: { code: "page_left_out", said: `${offset + 1}–${offset + size}` } };
    } else {
      broken = 0;
      const page = open(answer.value);
      if (page === null) throw new FeedError({ code: "no_list" });
      total = page.total ?? total;
      for (const value of page.records) yield { kind: "record", value };
      if (page.records.length === 0 || (page.total === undefined && page.records.length < size)) return;
    }
    if (total !== undefined && offset + size >= total) return;
  }
}

type Parsed = { kind: "json"; value: unknown } | { kind: "broken"; detail: string };

function parseJson(bytes: Uint8Array): Parsed {
  try {
    return { kind: "json", value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch (error) {
    if (error instanceof TypeError) return { kind: "broken", detail: "it is not UTF-8" };
    return { kind: "broken", detail: (error instanceof Error ? error.message : String(error)).slice(0, 100) };
  }
}

/** Reads an address that an operator or staff gave; a file or bytes stand for one page of it. */
export function requireAddress(source: string | Uint8Array): URL {
  const url = typeof source === "string" ? URL.parse(source) : null;
  if (url === null) throw webError("no_address", typeof source === "string" ? source.slice(0, 100) : "…");
  return url;
}

/** An address with some parts of its query replaced. */
export function withQuery(address: URL, query: Readonly<Record<string, string | number | undefined>>): URL {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}
