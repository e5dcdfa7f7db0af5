import { createHash } from "node:crypto";
import { z } from "zod";
import { fold } from "../../text/fold.ts";
import type { FeedDocument, FeedOptions, FeedReader, FeedRecord, FeedSource } from "../feed-format.ts";
import { FeedError } from "../problem.ts";
import { fetchWhole, isPage, webSource } from "../source/open-source.ts";
import { shown, webError } from "../source/web-error.ts";
import { WebSession } from "../source/web-session.ts";
import { decodeText } from "../text/decode.ts";
import { findEvents } from "./find-events.ts";
import { parsePageRecord } from "./parse.ts";
import { Robots } from "./robots.ts";
import { isUnchanged, parseSitemap } from "./sitemap.ts";

/** Bytes of one page or sitemap; a sitemap may have 50 MB, and one of pages of a house has some hundred kB. */
const mostBytes = 20_000_000;
const mostPages = 5_000;
/** So many pages in a row that cannot be fetched: the server is in trouble. */
const mostFailures = 5;

/**
 * Pages with schema.org/Event as JSON-LD. The source is a page, several pages (addresses with spaces between them), or a
 * sitemap, whose pages must be of the same host. Obeys robots.txt.
 */
export const pages: FeedReader = { read, parse: parsePageRecord };

interface Wanted {
  url: URL;
  changed?: string | undefined;
}

async function* read(source: FeedSource, options: FeedOptions): AsyncGenerator<FeedRecord> {
  const session = new WebSession(options);
  const robots = new Robots(session);
  const known = new Map(options.access?.known?.map((document) => [document.url, document]));
  const wanted: Wanted[] = addressesOf(source).map((url) => ({ url }));
  const seen = new Set(wanted.map(({ url }) => url.href));
  let [failures, empty] = [0, 0];
  for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) {
    const { url, changed } = next;
    if (!(await robots.allows(url))) throw webError("robots", url);
    if (isUnchanged(known.get(url.href), changed)) {
      yield { kind: "unmodified", url: url.href };
      continue;
    }
    const opened = await open(session, url);
    if (opened.kind === "failed") {
      failures += 1;
      if (seen.size === 1 || failures >= mostFailures) throw opened.error;
      yield { kind: "remark", problem: { code: "page_left_out", said: shown(url) } };
      continue;
    }
    failures = 0;
    if (opened.kind === "unmodified") {
      yield opened;
      continue;
    }
    const { text, isHtml, document } = opened;
    const sitemap = isHtml ? null : parseSitemap(text);
    if (sitemap !== null) {
      for (const entry of sitemap.entries) {
        const target = URL.parse(entry.url, url.href);
        if (target === null || target.origin !== url.origin || seen.has(target.href)) continue;
        if (seen.size >= mostPages) throw new FeedError({ code: "too_many_records", most: mostPages });
        seen.add(target.href);
        wanted.push({ url: target, changed: entry.changed });
      }
      continue;
    }
    yield { kind: "document", document };
    const { nodes, broken, hasMicrodata, canonical } = findEvents(text);
    if (broken > 0) yield { kind: "unreadable", problem: { code: "unreadable", detail: `JSON-LD: ${shown(url)}` } };
    if (nodes.length === 0 && hasMicrodata) yield { kind: "remark", problem: { code: "microdata", said: shown(url) } };
    else if (nodes.length === 0 && broken === 0) empty += 1;
    yield* recordsOf(nodes, URL.parse(canonical ?? "", url.href) ?? url);
  }
  if (empty > 0) yield { kind: "remark", problem: { code: "no_event_data", count: empty } };
}

function addressesOf(source: FeedSource): URL[] {
  const text = typeof source === "string" ? source : new TextDecoder().decode(source);
  return text.split(/\s+/u).flatMap((said) => {
    if (said === "") return [];
    const url = webSource(said);
    if (url === undefined) throw webError("no_address", said.slice(0, 100));
    return [url];
  });
}

type Opened =
  | { kind: "text"; text: string; isHtml: boolean; document: FeedDocument }
  | { kind: "unmodified"; url: string }
  | { kind: "failed"; error: FeedError };

async function open(session: WebSession, url: URL): Promise<Opened> {
  try {
    let opened: Awaited<ReturnType<WebSession["openIfChanged"]>> | undefined;
    const bytes = await fetchWhole(url, mostBytes, async () => {
      opened = await session.openIfChanged(url, { accept: "text/html, application/xml;q=0.9, */*;q=0.5" });
      return opened.kind === "body" ? opened.body : nothing();
    });
    if (opened?.kind !== "body") return { kind: "unmodified", url: url.href };
    return { kind: "text", text: decodeText(bytes).text, isHtml: isPage(bytes), document: opened.document };
  } catch (error) {
    if (!(error instanceof FeedError) || isForAll(error)) throw error;
    return { kind: "failed", error };
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** What goes wrong at one page and would at all others; an address inside a network is refused as a whole. */
const isForAll = ({ problem }: FeedError): boolean =>
  problem.code === "web" && ["busy", "no_host", "refused", "private", "scheme"].includes(problem.reason);

const words = z.object({ name: z.unknown(), url: z.string().optional().catch(undefined) });

/** Nodes of one name and address are dates of one event. */
function* recordsOf(nodes: readonly Record<string, unknown>[], page: URL): Generator<FeedRecord> {
  const groups = Map.groupBy(nodes, (node) => {
    const { name, url } = words.parse(node);
    return JSON.stringify([withoutFragment(URL.parse(url ?? "", page.href) ?? page), fold(String(name ?? ""))]);
  });
  const perAddress = Map.groupBy(groups.keys(), (key) => z.tuple([z.string(), z.string()]).parse(JSON.parse(key))[0]);
  for (const [key, dates] of groups) {
    const [url, name] = z.tuple([z.string(), z.string()]).parse(JSON.parse(key));
    // Several events may stand under the address of one page.
    const id = (perAddress.get(url)?.length ?? 0) > 1 ? `${url}#${name}` : url;
    yield { kind: "record", value: { id: shortOf(id), page: page.href, nodes: dates } };
  }
}

function withoutFragment(url: URL): string {
  const bare = new URL(url);
  bare.hash = "";
  return bare.href;
}

const shortOf = (id: string): string => (id.length <= 300 ? id : createHash("sha256").update(id).digest("hex"));
