import { type IncomingHttpHeaders, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { FeedDocument, ReadOptions } from "../feed-format.ts";
import { checkAddress, checkedLookup, checkHost } from "./reachable.ts";
import { readable, webError } from "./web-error.ts";

/** Without a byte for so long, the server is taken for dead. Milliseconds. */
const idleTimeout = 30_000;
/** One page or file may take so long, however steadily it drips. Milliseconds. */
const totalTimeout = 30 * 60_000;
const mostRedirects = 5;

/** What is said with a request. */
export interface Asking {
  /** Default: JSON. */
  accept?: string;
  /** A secret in a header: it goes to the host that was named, and is not taken along to another one. */
  authorization?: string;
  /** As it was read before: the server may say that it has not changed. */
  known?: FeedDocument | undefined;
}

/** What a server answered. */
export type FetchedSource =
  | { kind: "body"; url: URL; body: AsyncIterable<Uint8Array>; document: FeedDocument }
  | { kind: "unmodified"; url: URL };

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: AsyncIterable<Uint8Array> & { destroy(): unknown };
}

/**
 * Opens a web address for reading; the body is as it came, gzip not yet undone.
 * Only http and https, and only public addresses: the name is resolved once, every address it has is checked, and the
 * connection goes to the checked one, so a name that changes between check and use gains nothing. Redirects are
 * followed at most 5 times, each under the same rules and never from https to http.
 */
export async function fetchStream(address: URL, options: ReadOptions, asking: Asking = {}): Promise<FetchedSource> {
  const deadline = AbortSignal.timeout(totalTimeout);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  let url = address;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    checkAddress(url, options);
    const headers = headersOf(asking, url.origin === address.origin);
    const { status, headers: answered, body } = await get(url, headers, options, signal);
    if (status === 200) return { kind: "body", url, body, document: documentOf(address, answered) };
    body.destroy();
    if (status === 304 && asking.known) return { kind: "unmodified", url: address };
    const { location } = answered;
    const target = status >= 300 && status < 400 && location ? URL.parse(location, url.href) : null;
    if (!target) throw refusalOf(url, status, answered);
    if (url.protocol === "https:" && target.protocol === "http:") throw webError("downgrade", url);
    url = target;
  }
  throw webError("redirects", address);
}

function headersOf({ accept = "application/json", authorization, known }: Asking, isSame: boolean) {
  return {
    accept,
    "accept-encoding": "gzip",
    "user-agent": "Ishek",
    ...(authorization !== undefined && isSame && { authorization }),
    ...(known?.etag !== undefined && { "if-none-match": known.etag }),
    ...(known?.lastModified !== undefined && { "if-modified-since": known.lastModified }),
  };
}

/** Longer values are nobody's, and are not kept. */
const longestValidator = 300;

function documentOf(url: URL, headers: IncomingHttpHeaders): FeedDocument {
  const { etag, "last-modified": lastModified } = headers;
  return {
    url: url.href,
    ...(etag !== undefined && etag.length <= longestValidator && { etag }),
    ...(lastModified !== undefined && lastModified.length <= longestValidator && { lastModified }),
  };
}

function refusalOf(url: URL, status: number, headers: IncomingHttpHeaders): Error {
  if (status === 401 || status === 403) return webError("no_key", url, String(status));
  if (status !== 429 && status !== 503) return webError("status", url, String(status));
  const seconds = Number(headers["retry-after"]);
  const retryAfter = Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 86_400) : undefined;
  return webError(status === 429 ? "busy" : "status", url, String(status), { retryAfter });
}

async function get(
  url: URL,
  headers: Record<string, string>,
  options: ReadOptions,
  signal: AbortSignal,
): Promise<Answer> {
  const { access } = options;
  return access?.proxy === undefined
    ? getDirectly(url, headers, options, signal)
    : getBy(access.proxy, url, headers, options, signal);
}

function getDirectly(
  url: URL,
  headers: Record<string, string>,
  options: ReadOptions,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const request = send(url, {
      // A connection of its own: one kept open could be to an address checked for somebody else.
      agent: false,
      headers,
      lookup: checkedLookup(options),
      signal,
      timeout: idleTimeout,
    });
    request.on("timeout", () => request.destroy(webError("silent", url)));
    request.on("error", (error) => reject(readable(url, error)));
    request.on("response", (body) => resolve({ status: body.statusCode ?? 0, headers: body.headers, body }));
    request.end();
  });
}

async function getBy(
  proxy: string,
  url: URL,
  headers: Record<string, string>,
  options: ReadOptions,
  signal: AbortSignal,
): Promise<Answer> {
  await checkHost(url, options);
  const { ProxyAgent, request } = await import("undici");
  const dispatcher = new ProxyAgent(proxy);
  try {
    const timeouts = { headersTimeout: idleTimeout, bodyTimeout: idleTimeout };
    const answer = await request(url, { method: "GET", headers, signal, dispatcher, ...timeouts });
    answer.body.once("close", () => void dispatcher.close().catch(() => {}));
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  } catch (error) {
    void dispatcher.close().catch(() => {});
    throw error instanceof Error ? readable(url, error) : error;
  }
}
