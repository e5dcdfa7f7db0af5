import type { Context } from "hono";
import { isLoopback } from "../listening.ts";

/**
 * Whether a program on this machine asks, and no web page in a browser on it. A page's requests carry its Origin, or say that
 * they cross sites; a page whose name was made to point here (DNS rebinding) says that name as Host.
 */
export function isFromThisMachine(context: Context): boolean {
  const host = URL.parse(`http://${context.req.header("host") ?? ""}`)?.hostname ?? "";
  const isPage = context.req.header("origin") !== undefined || context.req.header("sec-fetch-site") !== undefined;
  return isLoopback(host) && !isPage;
}
