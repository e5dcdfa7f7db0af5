import { type LookupAddress, lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "../../net/public-address.ts";
import type { ReadOptions } from "../feed-format.ts";
import { webError } from "./web-error.ts";

/** Says which IP addresses may be fetched. */
const reachOf =
  ({ mayReach = isPublicAddress, access }: ReadOptions) =>
  (address: string): boolean =>
    mayReach(address) || (access?.alsoReach?.includes(address) ?? false);

/** Throws a `FeedError` for an address that is not of the web, or names an IP address that may not be reached. */
export function checkAddress(url: URL, options: ReadOptions): void {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw webError("scheme", `${url.protocol}//`);
  // A literal address is never looked up, so it is checked here.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !reachOf(options)(host)) throw webError("private", host);
}

/** node:dns lookup that hands over nothing if one of the addresses may not be reached. */
export function checkedLookup(options: ReadOptions): LookupFunction {
  const mayReach = reachOf(options);
  return (hostname, how, callback) => {
    lookup(hostname, { ...how, all: true }, (error, found: LookupAddress[]) => {
      const inside = found?.find(({ address }) => !mayReach(address));
      const [first] = found ?? [];
      if (error) callback(error, "");
      else if (inside) callback(webError("private", `${hostname} (${inside.address})`), "");
      else if (!first) callback(webError("no_host", hostname), "");
      else if (how.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

/**
 * The same for a host that a proxy looks up: what this machine knows of it must not be inside. A name that it does not know
 * at all is the proxy's business; only an operator says what goes through one.
 */
export async function checkHost({ hostname }: URL, options: ReadOptions): Promise<void> {
  const checked = checkedLookup(options);
  await new Promise<void>((resolve, reject) => {
    checked(hostname.replace(/^\[|\]$/g, ""), { all: true }, (error) => {
      const isUnknown = error !== null && (error.code === "ENOTFOUND" || error.code === "EAI_AGAIN");
      if (error === null || isUnknown) resolve();
      else reject(error);
    });
  });
}
