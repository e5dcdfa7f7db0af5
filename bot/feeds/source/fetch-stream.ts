import { type LookupAddress, lookup } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "../../net/public-address.ts";
import type { ReadOptions } from "../feed-format.ts";
import { FeedError } from "../problem.ts";

/** Without a byte for so long, the server is taken for dead. Milliseconds. */
const idleTimeout = 30_000;
/** One page or file may take so long, however steadily it drips. Milliseconds. */
const totalTimeout = 30 * 60_000;
const mostRedirects = 5;

/**
 * Opens a web address for reading; the body is as it came, gzip not yet undone.
 * Only http and https, and only public addresses: the name is resolved once, every address it has is checked, and the
 * connection goes to the checked one, so a name that changes between check and use gains nothing. Redirects are
 * followed at most 5 times, each under the same rules and never from https to http.
 */
export async function fetchStream(address: URL, options: ReadOptions): Promise<{ url: URL; body: IncomingMessage }> {
  const deadline = AbortSignal.timeout(totalTimeout);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  let url = address;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    checkAddress(url, options);
    const body = await get(url, options, signal);
    const status = body.statusCode ?? 0;
    if (status === 200) return { url, body };
    body.destroy();
    const { location } = body.headers;
    const target = status >= 300 && status < 400 && location ? URL.parse(location, url.href) : null;
    if (!target) throw new FeedError(`${shown(url)} answered ${status} instead of a programme.`);
    if (url.protocol === "https:" && target.protocol === "http:") {
      throw new FeedError(`${shown(url)} redirects from https to http. Give the http address if that is meant.`);
    }
    url = target;
  }
  throw new FeedError(`${shown(address)} redirects more than ${mostRedirects} times.`);
}

/** The address without what may be a key. */
export function shown(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

function checkAddress(url: URL, { mayReach = isPublicAddress }: ReadOptions): void {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new FeedError(`${url.protocol}// is not read, only http:// and https://.`);
  }
  // A literal address is never looked up, so it is checked here.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !mayReach(host)) throw refusal(host);
}

function get(url: URL, options: ReadOptions, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const request = send(url, {
      // A connection of its own: one kept open could be to an address checked for somebody else.
      agent: false,
      headers: { accept: "application/json", "accept-encoding": "gzip", "user-agent": "Ishek" },
      lookup: checkedLookup(options),
      signal,
      timeout: idleTimeout,
    });
    request.on("timeout", () => request.destroy(new FeedError(`${shown(url)} has been silent for 30 seconds.`)));
    request.on("error", (error) => reject(readable(url, error)));
    request.on("response", resolve);
    request.end();
  });
}

/** node:dns lookup that hands over nothing if one of the addresses may not be reached. */
function checkedLookup({ mayReach = isPublicAddress }: ReadOptions): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const inside = found?.find(({ address }) => !mayReach(address));
      const [first] = found ?? [];
      if (error) callback(error, "");
      else if (inside) callback(refusal(`${hostname} (${inside.address})`), "");
      else if (!first) callback(new FeedError(`${hostname} has no address.`), "");
      else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

function refusal(host: string): FeedError {
  return new FeedError(`${host} is an address inside a private network, which feeds may not reach.`);
}

/** Makes a sentence of what went wrong on the wire. */
export function readable(url: URL, error: Error): Error {
  if (error instanceof FeedError) return error;
  if (error.name === "TimeoutError") return new FeedError(`${shown(url)} takes longer than 30 minutes.`);
  if (error.name === "AbortError") return error;
  const code = "code" in error ? String(error.code) : error.message;
  const reasons: Record<string, string> = {
    ENOTFOUND: "there is no such host",
    ECONNREFUSED: "the connection is refused",
    ECONNRESET: "the connection broke",
  };
  return new FeedError(`${shown(url)} cannot be read: ${reasons[code] ?? code}.`, { cause: error });
}
