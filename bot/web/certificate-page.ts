import { Hono } from "hono";
import { html } from "hono/html";
import { findCertificate } from "../classes/certificates/certificate-store.ts";
import { readCode } from "../classes/certificates/code.ts";
import { checkedLines } from "../classes/certificates/words.ts";
import type { Services } from "../context.ts";
import { clientAddress } from "./client-address.ts";
import { Misses } from "./misses.ts";
import { accepted, nothingLoaded, pageOf } from "./plain-page.ts";

/** Nobody keeps it, nobody lists it. */
const headers = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", Vary: "Accept-Language" };

/**
 * Tells anybody at /certificate/<code> whether a certificate is real: to whom, which course, when; 404 when there is
 * none. The code may be in small letters and with dashes. What cannot be a code costs no statement. A real one is always
 * answered: 50 bits are not found by trying, so an address that tries is only told to slow down (429).
 */
export function certificatePage({ database, words, clock, city, log }: Services): Hono {
  const app = new Hono();
  const misses = new Misses();
  app.use("/certificate/*", nothingLoaded);
  app.get("/certificate/:code", async (c) => {
    const t = words.for(accepted(c.req.header("accept-language"), city.language));
    const answer = (status: 200 | 404 | 429 | 503, title: string, lines: readonly string[] = []) =>
      c.html(
        pageOf(
          t,
          title,
          lines.map((line) => html`<p>${line}</p>\n`),
        ),
        status,
        { ...headers, "Content-Language": t.language },
      );
    const code = readCode(c.req.param("code"));
    if (code === undefined) return answer(404, t("certificate.none"), [t("certificate.none_hint")]);
    try {
      const certificate = await findCertificate(database, code);
      if (certificate === null) {
        if (misses.add(clientAddress(c), clock.now())) return answer(429, t("certificate.busy"));
        return answer(404, t("certificate.none"), [t("certificate.none_hint")]);
      }
      return answer(200, t("certificate.real"), checkedLines(certificate, t, city.timeZone));
    } catch (error) {
      log.error({ error }, "certificate not checked");
      return answer(503, t("certificate.busy"));
    }
  });
  return app;
}
