import type { FeedDocument } from "../feed-format.ts";

/** What a site says about its pages (https://www.sitemaps.org/protocol.html). */
export interface Sitemap {
  kind: "pages" | "sitemaps";
  entries: { url: string; changed: string | undefined }[];
}

/** Reads a sitemap, or an index of sitemaps; null for what is none. */
export function parseSitemap(text: string): Sitemap | null {
  const [, root] = /<(urlset|sitemapindex)[\s>]/iu.exec(text.slice(0, 2_000)) ?? [];
  if (root === undefined) return null;
  const entries = text.split(/<(?:url|sitemap)>/iu).slice(1);
  return {
    kind: root.toLowerCase() === "urlset" ? "pages" : "sitemaps",
    entries: entries.map((entry) => ({ url: fieldOf(entry, "loc") ?? "", changed: fieldOf(entry, "lastmod") })),
  };
}

/** What stands in a field of an entry. */
function fieldOf(entry: string, name: string): string | undefined {
  const start = entry.indexOf(`<${name}>`);
  const end = start < 0 ? -1 : entry.indexOf(`</${name}>`, start);
  if (end < 0) return undefined;
  const said = entry.slice(start + name.length + 2, end).trim();
  return (
    said
      .replace(/^<!\[CDATA\[|\]\]>$/gu, "")
      .replaceAll("&amp;", "&")
      .trim() || undefined
  );
}

/** Whether a page has not changed, by its sitemap, since its server said when it did. */
export function isUnchanged(known: FeedDocument | undefined, changed: string | undefined): boolean {
  const [before, now] = [Date.parse(known?.lastModified ?? ""), Date.parse(changed ?? "")];
  // A day without an hour may be any moment of it.
  const latest = /^\d{4}-\d\d-\d\d$/u.test(changed ?? "") ? now + 86_400_000 : now;
  return latest <= before;
}
