import { Hono } from "hono";
import { etag } from "hono/etag";
import type { Services } from "../context.ts";
import { outsideLink, type PublicLink } from "../doors/telegram/screen/deep-links.ts";
import { formatFeed } from "../programme/calendar/words.ts";
import { findCalendar } from "../reminders/personal-calendar-store.ts";

/** Nobody but the person's own client may keep it, and that asks each time; the ETag makes most answers empty. */
const headers = {
  "Content-Type": "text/calendar; charset=utf-8",
  "Cache-Control": "private, no-cache",
  "X-Robots-Tag": "noindex",
};

/**
 * Serves personal calendars at /calendar/<token>.ics, in the person's language; 404 for a token that is not, or no
 * longer, anybody's. The token is a password: it is never logged, and what fails is logged without the address.
 */
export function calendarFeed(services: Services, botUsername: string): Hono {
  const { database, words, clock, log } = services;
  // A calendar is read on any device: nobody knows which messenger is there.
  const urlOf = (link: PublicLink) => outsideLink(services, botUsername, link);
  const app = new Hono();
  app.get("/calendar/:file{[\\w-]+\\.ics}", etag(), async (c) => {
    const token = c.req.param("file").slice(0, -".ics".length);
    const calendar = await findCalendar(database, token, clock.now());
    if (calendar === null) return c.text("There is no such calendar.", 404);
    return c.body(formatFeed(calendar.entries, words.for(calendar.language), { botUsername, urlOf }), 200, headers);
  });
  // Calendars come again by themselves; an answer without entries would empty them.
  app.onError((error, c) => {
    log.error({ error }, "calendar not served");
    return c.text("Please come again.", 503, { "Retry-After": "60" });
  });
  return app;
}
