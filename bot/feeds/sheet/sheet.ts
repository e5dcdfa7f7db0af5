import type { FeedFormat } from "../feed-format.ts";
import { parseSheetRecord } from "./parse.ts";
import { readSheetFeed } from "./read-sheet.ts";

/** Tables of events, XLSX or CSV. */
export const sheet: FeedFormat = {
  source: "sheet",
  isNumberedByHand: true,
  read: readSheetFeed,
  parse: parseSheetRecord,
};
