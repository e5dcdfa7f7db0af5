import type { SourceAccess } from "../feed-format.ts";

/** How feeds go out. */
export interface FeedWays extends Pick<SourceAccess, "alsoReach" | "pace"> {
  /** The http proxy for a host and all below it, by its name. */
  proxies?: ReadonlyMap<string, string>;
  /** Milliseconds that one reading may take: a site of a thousand pages takes 20 minutes. Default two hours. */
  patience?: number;
}
