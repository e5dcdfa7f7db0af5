import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Services } from "../context.ts";
import { deepLink, isPublicLink, parseDeepLink } from "../doors/telegram/screen/deep-links.ts";
import { doors } from "../people/address.ts";
import { accepted, nothingLoaded, pageOf } from "./plain-page.ts";

/** The page is the same for everybody who reads that language, so it may be cached for an hour. */
const headers = { "Cache-Control": "public, max-age=3600", "X-Robots-Tag": "noindex", Vary: "Accept-Language" };

/**
 * Offers at /open/<payload> every messenger in which a link can be opened: posters and calendars do not know which one their
 * reader has. Two plain links, no script, nothing kept of who came by. Links that are somebody's secret are none of its: 404,
 * as for what is no link of ours.
 */
export function openPage({ words, city, botNames = {} }: Pick<Services, "words" | "city" | "botNames">): Hono {
  const app = new Hono();
  app.use("/open/*", nothingLoaded);
  const offer = (c: Context, payload: string) => {
    const t = words.for(accepted(c.req.header("accept-language"), city.language));
    const link = parseDeepLink(payload);
    const said = { ...headers, "Content-Language": t.language };
    if (link === undefined || !isPublicLink(link))
      return c.html(pageOf(t, t("open.none"), [html`<p>${t("open.none_hint")}</p>`]), 404, said);
    const ways = doors.flatMap((door) => {
      const bot = botNames[door];
      if (bot === undefined) return [];
      return html`<a class="door" href="${deepLink(bot, link)}">${t(`door.name.${door}`)}</a>\n`;
    });
    return c.html(
      pageOf(t, t("open.title"), [html`<p>${t("open.which", { city: t("city.place") })}</p>\n`, ...ways]),
      200,
      said,
    );
  };
  app.get("/open/:payload", (c) => offer(c, c.req.param("payload")));
  return app;
}
