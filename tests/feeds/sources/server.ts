import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach } from "vitest";
import type { FeedReader, ParsedEntry, SourceAccess } from "../../../bot/feeds/feed-format.ts";
import { parseRecord } from "../../../bot/feeds/feed-format.ts";
import { FeedError } from "../../../bot/feeds/problem.ts";
import { formatProblem } from "../../../bot/feeds/words.ts";
import { words } from "../../support/city.ts";

export const now = new Date("2026-11-20T12:00:00Z");
export const timeZone = "Europe/Moscow";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server of our own on this machine, until the end of the test; resolves to its origin. */
export async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const queryOf = (request: IncomingMessage): URLSearchParams => addressOf(request).searchParams;
export const addressOf = (request: IncomingMessage): URL => new URL(request.url ?? "", "http://x");

/** JSON as servers send it: gzipped where it is asked for. */
export function answerJson(request: IncomingMessage, response: ServerResponse, value: unknown, status = 200): void {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const isZipped = request.headers["accept-encoding"]?.includes("gzip") === true;
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    ...(isZipped && { "content-encoding": "gzip" }),
  });
  response.end(isZipped ? gzipSync(text) : text);
}

/** What was read of a source, and the sentence that says why not all of it was. */
export interface ReadSource {
  entries: ParsedEntry[];
  error?: string;
}

/** Reads a source as the process for foreign content does, without its process. */
export async function readSource(reader: FeedReader, source: string, access: SourceAccess = {}): Promise<ReadSource> {
  const options = { now, timeZone, access: { alsoReach: ["127.0.0.1"], pace: 0, ...access } };
  const entries: ParsedEntry[] = [];
  try {
    for await (const record of reader.read(source, options)) entries.push(parseRecord(reader, record, options));
    return { entries };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return { entries, error: formatProblem(error.problem, words.for("en")) };
  }
}

export const eventsOf = ({ entries }: ReadSource) =>
  entries.flatMap((entry) => (entry.kind === "event" ? [{ id: entry.recordId, ...entry.draft }] : []));

/** "7001: other_town" of what was refused, "file: …" of what is said about the whole. */
export const remarksOf = ({ entries }: ReadSource): string[] =>
  entries.flatMap((entry) => {
    if (entry.kind === "refused") return [`${entry.recordId ?? "?"}: ${entry.problem.code}`];
    if (entry.kind === "remark") return [`file: ${entry.problem.code}`];
    return entry.kind === "event" ? entry.warnings.map(({ code }) => `${entry.recordId}: ${code}`) : [];
  });
