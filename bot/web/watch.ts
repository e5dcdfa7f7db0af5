import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Services } from "../context.ts";
import { isButtonUrl } from "../net/web-address.ts";
import { watchPath } from "../programme/card/watch-link.ts";

/** Seconds in which the same browser is counted once for an event. */
const counted = 86_400;

/**
 * Leads from /watch/<event> on to the event's stream, and counts that somebody went there: nothing is kept of who, and a cookie
 * for that address alone keeps a second press of the day from being counted. It leads to what stands on the card of an event
 * that residents see, and nowhere else; 404 for any other.
 */
export function watch({
  database,
  clock,
  readings,
  log,
}: Pick<Services, "database" | "clock" | "readings" | "log">): Hono {
  const app = new Hono();
  app.get(`${watchPath}/:event{[1-9][0-9]{0,8}}`, async (c) => {
    const eventId = Number(c.req.param("event"));
    const now = clock.now();
    const links = await database.link.findMany({
      where: { eventId, kind: "stream", event: { withdrawnAt: null, publishedAt: { lte: now } } },
      select: { url: true },
      orderBy: { id: "asc" },
    });
    const stream = links.find(({ url }) => isButtonUrl(url));
    if (stream === undefined) return c.text("There is no such stream.", 404);
    // What only looks, as programs that preview links do, asks for the head alone.
    if (c.req.method === "GET" && getCookie(c, "watched") === undefined) {
      readings?.watch(eventId, now);
      const path = `${watchPath}/${eventId}`;
      setCookie(c, "watched", "1", { path, maxAge: counted, httpOnly: true, sameSite: "Lax" });
    }
    c.header("Cache-Control", "no-store");
    c.header("X-Robots-Tag", "noindex");
    c.header("Referrer-Policy", "no-referrer");
    return c.redirect(stream.url, 302);
  });
  app.onError((error, c) => {
    log.error({ error }, "stream not opened");
    return c.text("Please come again.", 503, { "Retry-After": "60" });
  });
  return app;
}
