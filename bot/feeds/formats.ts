import { readRecords } from "../foreign/read-records.ts";
import type { FeedFormat } from "./feed-format.ts";

/** Every kind of source that can be imported, by the name it has on the command line, in the database and in `readers.ts`. */
export const feedFormats: ReadonlyMap<string, FeedFormat> = new Map(
  [{ source: "kudago" }, { source: "ical", isRenumbered: true }, { source: "sheet", isNumberedByHand: true }].map(
    (kind) => [
      kind.source,
      { ...kind, records: (from, options) => readRecords(kind.source, from, options) } satisfies FeedFormat,
    ],
  ),
);
