import { parseArgs } from "node:util";
import type { FeedFormat } from "../bot/feeds/feed-format.ts";
import { feedFormats } from "../bot/feeds/formats.ts";

/** What `npm run import` is asked to do. */
export interface ImportInvocation {
  format: FeedFormat;
  /** A path, or an address that begins with http. */
  location: string;
  shift: boolean;
  dryRun: boolean;
  json: boolean;
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
      },
    });
    const [kind = "", location, ...rest] = positionals;
    const format = feedFormats.get(kind);
    if (!format) return kind ? `The kind "${kind}" is not known.` : "Say what to import, and from where.";
    if (!location) return "Say from which file or address to import.";
    if (rest.length > 0) return `Only one file or address at a time: "${rest[0]}" is too much.`;
    if (values.shift && /^https?:/i.test(location)) {
      return "--shift reads twice and therefore needs a file. Save the address to a file first.";
    }
    if (values.json && !values["dry-run"]) return "--json goes with --dry-run.";
    return { format, location, shift: values.shift, dryRun: values["dry-run"], json: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
