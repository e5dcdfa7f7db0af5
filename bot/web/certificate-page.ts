import { Hono } from "hono";
import { html } from "hono/html";
import { secureHeaders } from "hono/secure-headers";
import { findCertificate } from "../classes/certificates/certificate-store.ts";
import { readCode } from "../classes/certificates/code.ts";
import { checkedLines } from "../classes/certificates/words.ts";
import type { Services } from "../context.ts";
import { type Language, languages } from "../words/language.ts";
import type { Translate } from "../words/messages/translator.ts";
import { clientAddress } from "./client-address.ts";
import { Misses } from "./misses.ts";

/** Nobody keeps it, nobody lists it, nothing is loaded from elsewhere. */
const headers = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", Vary: "Accept-Language" };

/**
 * Tells anybody at /certificate/<code> whether a certificate is real: to whom, which course, when; 404 when there is
 * none. The code may be in small letters and with dashes. What cannot be a code costs no statement. A real one is always
 * answered: 50 bits are not found by trying, so an address that tries is only told to slow down (429).
 */
export function certificatePage({ database, words, clock, city, log }: Services): Hono {
  const app = new Hono();
  const misses = new Misses();
  app.use(
    "/certificate/*",
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"] },
      // Whether a whole domain is HTTPS alone is its operator's to say.
      strictTransportSecurity: false,
    }),
  );
  app.get("/certificate/:code", async (c) => {
    const t = words.for(accepted(c.req.header("accept-language"), city.language));
    const answer = (status: 200 | 404 | 429 | 503, title: string, lines: readonly string[] = []) =>
      c.html(pageOf(t, title, lines), status, { ...headers, "Content-Language": t.language });
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

/** The first of our languages in the browser's order; its weights go down in all known browsers. */
function accepted(header: string | undefined, fallback: Language): Language {
  const wanted = (header ?? "").split(",").map((range) => range.trim().slice(0, 2).toLowerCase());
  return wanted.flatMap((code) => languages.find((language) => language === code) ?? [])[0] ?? fallback;
}

const style = `:root { color-scheme: light dark; }
body { font: 1.25rem/1.6 Georgia, 'PT Serif', serif; margin: 0; display: grid; place-items: center; min-height: 100vh; }
main { max-width: 34rem; margin: 1.5rem; padding: 1.5rem 2rem; border: 3px solid #0f6e6e; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 1rem; }
p { margin: 0.4rem 0; }`;

const pageOf = (t: Translate, title: string, lines: readonly string[]) => html`<!doctype html>
<html lang="${t.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${lines.map((line) => html`<p>${line}</p>\n`)}</main>
</body>
</html>`;
