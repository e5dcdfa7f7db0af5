import { Parser } from "htmlparser2";
import type { FeedDocument } from "../feed-format.ts";

/** What a site says about its pages (https://www.sitemaps.org/protocol.html). */
export interface Sitemap {
  kind: "pages" | "sitemaps";
  entries: { url: string; changed: string | undefined }[];
}

/** Reads a sitemap, or an index of sitemaps; null for what is none. */
export function parseSitemap(text: string): Sitemap | null {
  if (!/<(?:urlset|sitemapindex)[\s>]/iu.test(text.slice(0, 2_000))) return null;
  const sitemap: Sitemap = {
    kind: /<sitemapindex[\s>]/iu.test(text.slice(0, 2_000)) ? "sitemaps" : "pages",
    entries: [],
  };
  let entry: { url: string; changed: string } | null = null;
  let field: "url" | "changed" | null = null;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (name === "url" || name === "sitemap") entry = { url: "", changed: "" };
        field = name === "loc" ? "url" : name === "lastmod" ? "changed" : null;
      },
      ontext(said) {
        if (entry !== null && field !== null) entry[field] += said;
      },
      onclosetag(name) {
        field = null;
        if ((name !== "url" && name !== "sitemap") || entry === null) return;
        const changed = entry.changed.trim();
        sitemap.entries.push({ url: entry.url.trim(), changed: changed === "" ? undefined : changed });
        entry = null;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return sitemap;
}

/** Whether a page has not changed, by its sitemap, since its server said when it did. */
export function isUnchanged(known: FeedDocument | undefined, changed: string | undefined): boolean {
  const [before, now] = [Date.parse(known?.lastModified ?? ""), Date.parse(changed ?? "")];
  // A day without an hour may be any moment of it.
  const latest = /^\d{4}-\d\d-\d\d$/u.test(changed ?? "") ? now + 86_400_000 : now;
  return latest <= before;
}
