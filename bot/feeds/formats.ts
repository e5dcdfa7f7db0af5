import type { FeedFormat } from "./feed-format.ts";

/**
 * Every kind of source that can be imported, by the name it has on the command line. Each is loaded when a source of its
 * kind comes: their libraries take some 10 MB, and most days nobody imports anything.
 */
export const feedFormats: ReadonlyMap<string, () => Promise<FeedFormat>> = new Map([
  ["kudago", async () => (await import("./kudago/kudago.ts")).kudago],
  ["ical", async () => (await import("./ical/ical.ts")).ical],
  ["sheet", async () => (await import("./sheet/sheet.ts")).sheet],
]);
