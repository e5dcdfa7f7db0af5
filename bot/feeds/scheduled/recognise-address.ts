/** What an address says about its source. */
export interface RecognisedAddress {
  /** The kind of source by the host or the ending; null: it may be several. */
  kind: string | null;
  /** Under which the data itself lies: a table of Google's is a page otherwise. */
  address: string;
}

/** Kinds whose source wants a key. */
export const keyedKinds: readonly string[] = ["culture", "timepad", "ticketscloud", "mos"];

/** Kinds that a person may name for an address that says nothing. */
export const nameableKinds = ["ical", "pages", "rss", "sheet", "kudago"] as const;

/** Hosts, each with all below it, that are sources of one kind. */
const kindsByHost: readonly (readonly [string, string])[] = [
  ["pro.culture.ru", "culture"],
  ["api.timepad.ru", "timepad"],
  ["ticketscloud.com", "ticketscloud"],
  ["ticketscloud.org", "ticketscloud"],
  ["apidata.mos.ru", "mos"],
  ["kudago.com", "kudago"],
];

const kindsByEnding: readonly (readonly [RegExp, string])[] = [
  [/\.ics$/iu, "ical"],
  [/\.(?:xlsx|csv|tsv)$/iu, "sheet"],
  [/sitemap[^/]{0,60}\.xml$/iu, "pages"],
  [/\.(?:rss|atom)$|\/(?:rss|atom|feed)(?:\/|\.xml)?$/iu, "rss"],
];

/** Tells the kind of a source by its address; undefined for what is none. Several addresses are pages. */
export function recogniseAddress(said: string): RecognisedAddress | undefined {
  const parts = said.trim().split(/\s+/u);
  const urls = parts.map((part) => URL.parse(part.replace(/^webcals?:/iu, "https:")));
  if (
    urls.some((url) => url === null || !/^https?:$/u.test(url.protocol) || url.username !== "" || url.password !== "")
  )
    return undefined;
  const [url] = urls;
  const address = parts.join("\n");
  if (!url) return undefined;
  if (parts.length > 1) return { kind: "pages", address };
  const [, table] = /^\/spreadsheets\/d\/([\w-]{10,100})(?:\/|$)/u.exec(url.pathname) ?? [];
  if (url.hostname === "docs.google.com" && table !== undefined)
    return { kind: "sheet", address: `https://docs.google.com/spreadsheets/d/${table}/export?format=xlsx` };
  if (/^webcals?:/iu.test(said.trim())) return { kind: "ical", address };
  const host = kindsByHost.find(([name]) => url.hostname === name || url.hostname.endsWith(`.${name}`));
  const ending = kindsByEnding.find(([pattern]) => pattern.test(url.pathname));
  return { kind: host?.[1] ?? ending?.[1] ?? null, address };
}
