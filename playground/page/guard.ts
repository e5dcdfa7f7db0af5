import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { isForThisMachine, isFromElsewhere } from "../api/this-machine.ts";

/**
 * Scripts and styles from here only; pictures and films also from where the bot's posters live. Those of the demo city lie
 * here as well, under the address that has a dot, as buttons and previews need one.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https: http://127.0.0.1:*",
  "media-src 'self' https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'self'", // the chat at the other messenger, beside
  "frame-ancestors 'self'",
].join("; ");

/**
 * Lets in only a browser on this machine that shows the playground's own page. A foreign Host is DNS rebinding
 * (a web site whose name was made to point here); a foreign Origin is a web site that writes in the resident's name.
 */
export function guard(): MiddlewareHandler {
  return createMiddleware(async (context, next): Promise<Response | undefined> => {
    const header = (name: string) => context.req.header(name);
    const sender = { host: header("host"), origin: header("origin"), site: header("sec-fetch-site") };
    if (!isForThisMachine(sender)) {
      return context.text("The playground answers only on this machine: open it as http://localhost.\n", 403);
    }
    if (isFromElsewhere(sender) && context.req.method !== "GET") {
      return context.text("The playground takes requests only from its own page.\n", 403);
    }
    await next();
    if (!context.res.headers.has("Content-Security-Policy")) {
      context.header("Content-Security-Policy", contentSecurityPolicy);
    }
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-store");
    return undefined;
  });
}
