import type { FeedFormat } from "../../bot/feeds/feed-format.ts";
import { feedFormats } from "../../bot/feeds/formats.ts";

/** A format as imports know it, by its name. */
export function formatOf(name: string): FeedFormat {
  const format = feedFormats.get(name);
  if (format === undefined) throw new Error(`there is no format ${name}`);
  return format;
}
