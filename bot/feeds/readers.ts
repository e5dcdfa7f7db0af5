import type { FeedReader } from "./feed-format.ts";

/**
 * How each kind of source is read, by the name it has on the command line. Only the process for foreign content
 * (`bot/foreign/reader-process.ts`) loads them, each when a source of its kind comes.
 */
export const feedReaders: ReadonlyMap<string, () => Promise<FeedReader>> = new Map([
  ["kudago", async () => (await import("./kudago/kudago.ts")).kudago],
  ["ical", async () => (await import("./ical/ical.ts")).ical],
  ["culture", async () => (await import("./culture/culture.ts")).culture],
  ["timepad", async () => (await import("./timepad/timepad.ts")).timepad],
  ["ticketscloud", async () => (await import("./ticketscloud/ticketscloud.ts")).ticketscloud],
  ["mos", async () => (await import("./mos/mos.ts")).mos],
  ["pages", async () => (await import("./pages/pages.ts")).pages],
  ["rss", async () => (await import("./rss/rss.ts")).rss],
  ["sheet", async () => (await import("./sheet/sheet.ts")).sheet],
]);
