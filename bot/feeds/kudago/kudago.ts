import type { FeedFormat } from "../feed-format.ts";
import { readJsonFeed } from "../read-json-feed.ts";
import { parseKudagoRecord } from "./parse.ts";

/** KudaGo's public API: https://docs.kudago.com/api/ */
export const kudago: FeedFormat = { source: "kudago", read: readJsonFeed, parse: parseKudagoRecord };
