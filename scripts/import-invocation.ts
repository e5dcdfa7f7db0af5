import { parseArgs } from "node:util";
import type { FeedFormat } from "../bot/feeds/feed-format.ts";
import { feedFormats } from "../bot/feeds/formats.ts";

/** What `npm run import` is asked to do. */
export interface ImportInvocation {
  /** Undefined: to be told from what is in the file. */
  format: FeedFormat | undefined;
  /** A path, or an address that begins with http. */
  location: string;
  shift: boolean;
  dryRun: boolean;
  json: boolean;
  /** The time it is done at, as an ISO text; only to try what would come of it. */
  now: string | undefined;
}

/** Parses the words behind the command; a sentence when they do not say what to import. */
export function parseInvocation(args: readonly string[]): ImportInvocation | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        shift: { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        now: { type: "string" },
      },
    });
    const [first = ""] = positionals;
    const format = feedFormats.get(first);
    const [location, ...rest] = format === undefined && positionals.length === 1 ? positionals : positionals.slice(1);
    if (first === "") return "Say what to import, and from where.";
    if (!format && positionals.length > 1) return `The kind "${first}" is not known.`;
    if (!location) return "Say from which file or address to import.";
    if (!format && /^https?:/i.test(location)) return "Say of which kind an address is.";
    if (rest.length > 0) return `Only one file or address at a time: "${rest[0]}" is too much.`;
    if (values.shift && /^https?:/i.test(location)) {
      return "--shift reads twice and therefore needs a file. Save the address to a file first.";
    }
    if (values.json && !values["dry-run"]) return "--json goes with --dry-run.";
    if (values.now !== undefined && !values["dry-run"]) return "--now goes with --dry-run.";
    const { shift, json, now } = values;
    return { format, location, shift, dryRun: values["dry-run"], json, now };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
