import type { FeedFormat } from "./feed-format.ts";
import { kudago } from "./kudago/kudago.ts";

/** Every kind of source that can be imported, by the name it has on the command line. */
export const feedFormats: ReadonlyMap<string, FeedFormat> = new Map([kudago].map((format) => [format.source, format]));
