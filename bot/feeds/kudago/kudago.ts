import type { FeedReader } from "../feed-format.ts";
import { readJsonFeed } from "../source/read-json-feed.ts";
import { parseKudagoRecord } from "./parse.ts";

/** KudaGo's public API: https://docs.kudago.com/api/ */
export const kudago: FeedReader = { read: readJsonFeed, parse: parseKudagoRecord };
