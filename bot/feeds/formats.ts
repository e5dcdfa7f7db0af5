import { readRecords } from "../foreign/read-records.ts";
import type { FeedFormat } from "./feed-format.ts";

/** Every kind of source that can be imported, by the name it has on the command line, in the database and in `readers.ts`. */
export const feedFormats: ReadonlyMap<string, FeedFormat> = new Map(
  [
    { source: "kudago" },
    { source: "ical", isRenumbered: true },
    { source: "sheet", isNumberedByHand: true },
    { source: "culture" },
    // The number of the first of its dates, which passes.
    { source: "timepad", isRenumbered: true },
    { source: "ticketscloud" },
    { source: "mos" },
    // Sites give their pages new addresses when they are made anew.
    { source: "pages", isRenumbered: true },
    { source: "rss" },
  ].map((kind) => [
    kind.source,
    { ...kind, records: (from, options) => readRecords(kind.source, from, options) } satisfies FeedFormat,
  ]),
);
