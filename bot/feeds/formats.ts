import type { FeedFormat } from "./feed-format.ts";
import { ical } from "./ical/ical.ts";
import { kudago } from "./kudago/kudago.ts";
import { sheet } from "./sheet/sheet.ts";

/** Every kind of source that can be imported, by the name it has on the command line. */
export const feedFormats: ReadonlyMap<string, FeedFormat> = new Map(
  [kudago, ical, sheet].map((format) => [format.source, format]),
);
