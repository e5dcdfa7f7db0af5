import { Hono } from "hono";
import type { Services } from "../context.ts";
import { outsideLink } from "../doors/telegram/screen/deep-links.ts";
import { formatCalendarFile, readEventFile } from "../programme/card/calendar-file.ts";
import { findCard } from "../programme/card/card-store.ts";
import { accepted } from "./plain-page.ts";

/** Serves the calendar file of a date that everybody may see, in the browser's language; 404 for any other. */
export function eventFile(services: Services): Hono {
  const { database, words, clock, city, botUsername, log } = services;
  const app = new Hono();
  app.get("/calendar-file/:file{[\\w-]+\\.ics}", async (c) => {
    const occurrenceId = readEventFile(c.req.param("file"));
    const now = clock.now();
    const card = occurrenceId === undefined ? null : await findCard(database, occurrenceId, now);
    if (card === null || card.withdrawn) return c.text("There is no such event.", 404);
    const t = words.for(accepted(c.req.header("accept-language"), city.language));
    const url = outsideLink(services, botUsername, { kind: "occurrence", id: card.occurrenceId });
    const headers = {
      "Content-Type": "text/calendar; charset=utf-8",
      Vary: "Accept-Language",
      "X-Robots-Tag": "noindex",
    };
    return c.body(formatCalendarFile(card, t, { now, botUsername, url }), 200, headers);
  });
  app.onError((error, c) => {
    log.error({ error }, "calendar file not served");
    return c.text("Please come again.", 503, { "Retry-After": "60" });
  });
  return app;
}
