import type { html as Markup } from "hono/html";
import { html } from "hono/html";
import { secureHeaders } from "hono/secure-headers";
import { type Language, languages } from "../words/language.ts";
import type { Translate } from "../words/messages/translator.ts";

/** Lets a page load nothing, from nowhere, and run no script. */
export const nothingLoaded = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"] },
  // Whether a whole domain is HTTPS alone is its operator's to say.
  strictTransportSecurity: false,
});

/** The first of our languages in the browser's order; its weights go down in all known browsers. */
export function accepted(header: string | undefined, fallback: Language): Language {
  const wanted = (header ?? "").split(",").map((range) => range.trim().slice(0, 2).toLowerCase());
  return wanted.flatMap((code) => languages.find((language) => language === code) ?? [])[0] ?? fallback;
}

const style = `:root { color-scheme: light dark; }
body { font: 1.25rem/1.6 Georgia, 'PT Serif', serif; margin: 0; display: grid; place-items: center; min-height: 100vh; }
main { max-width: 34rem; margin: 1.5rem; padding: 1.5rem 2rem; border: 3px solid #0f6e6e; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 1rem; }
p { margin: 0.4rem 0; }
a.door { display: block; margin: 0.8rem 0; padding: 0.8rem 1rem; border: 2px solid #0f6e6e; text-align: center; color: inherit; }`;

type Part = ReturnType<typeof Markup>;

/** A page of a heading and what is below it, in the language of the words. */
export const pageOf = (t: Translate, title: string, parts: readonly Part[]) => html`<!doctype html>
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
${parts}</main>
</body>
</html>`;
