import type { FeedReader } from "../feed-format.ts";
import { parseSheetRecord } from "./parse.ts";
import { readSheetFeed } from "./read-sheet.ts";

/** Tables of events, XLSX or CSV. */
export const sheet: FeedReader = { read: readSheetFeed, parse: parseSheetRecord };
