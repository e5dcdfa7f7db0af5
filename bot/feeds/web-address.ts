import { isWebAddress } from "../programme/web-address.ts";

/** Longer addresses do not fit the database's index, nor most servers. */
const longest = 2000;

/** Returns a web address that is safe to show and to press, https wherever the source says http; undefined for all else. */
export function webAddress(raw: string | undefined | null): string | undefined {
  if (!raw || raw.length > longest) return undefined;
  const url = URL.parse(raw.trim());
  if (!url || !isWebAddress(url)) return undefined;
  if (url.port === "") url.protocol = "https:";
  return url.href.length <= longest ? url.href : undefined;
}
