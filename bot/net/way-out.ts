import { readFileSync } from "node:fs";
import { getCACertificates } from "node:tls";
import { Agent, type Dispatcher, ProxyAgent } from "undici";

export interface WayOut {
  /** An http proxy, with its name and password where it wants any. */
  proxy?: string | undefined;
  /** A file of certificates (PEM) that are trusted besides the usual ones, by this client alone. */
  caFile?: string | undefined;
}

/**
 * The way by which one client goes out; undefined: the usual one. Certificates are always verified: a root that Node.js does not
 * know is added for this client. Throws where the file cannot be read.
 */
export function wayOut({ proxy, caFile }: WayOut): Dispatcher | undefined {
  if (proxy === undefined && caFile === undefined) return undefined;
  const trust = caFile === undefined ? {} : { ca: [...getCACertificates("default"), readFileSync(caFile, "utf8")] };
  return proxy === undefined ? new Agent({ connect: trust }) : new ProxyAgent({ uri: proxy, requestTls: trust });
}
