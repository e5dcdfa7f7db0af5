import type { Context } from "hono";

/**
 * The address at the other end of the connection: behind a proxy, the proxy's. What a request says of its own origin
 * (X-Forwarded-For) can be written by anybody. Empty where there is no connection.
 */
export function clientAddress(context: Context): string {
  const env: unknown = context.env;
  if (typeof env !== "object" || env === null || !("incoming" in env)) return "";
  const { socket } = env.incoming as { socket?: { remoteAddress?: string } };
  return socket?.remoteAddress ?? "";
}
