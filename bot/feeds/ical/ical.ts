import type { FeedReader } from "../feed-format.ts";
import { parseCalendarRecord } from "./parse.ts";
import { readCalendar } from "./read-calendar.ts";

/** iCalendar files, as every calendar program writes them: RFC 5545. */
export const ical: FeedReader = {
  read: (source, options) => readCalendar(source, options),
  parse: parseCalendarRecord,
};
