import { jsonParser } from "stream-json/parser.js";
import { FeedError } from "../problem.ts";
import { type PagePart, RecordCollector } from "./record-collector.ts";

/** Bytes between the ends of two records. */
const longest = 4_000_000;

/**
 * Reads the records of `{ next, results: […] }` or of a bare array as the JSON arrives; no more than one record and one
 * chunk are in memory. Throws a `FeedError` where the JSON breaks off or breaks: all records before have been handed out.
 */
export async function* readRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<PagePart> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parse = jsonParser({ packValues: true, streamValues: false });
  const collector = new RecordCollector();
  let sinceRecord = 0;

  for await (const chunk of chunks) {
    sinceRecord += chunk.length;
    // The parser drops what it read of a text with a mistake in it. Cut behind each "}", no whole record is lost so.
    for (const piece of orBroken(() => decoder.decode(chunk, { stream: true }), collector).split(/(?<=\})/)) {
      const tokens = orBroken(() => parse(piece), collector);
      if (typeof tokens === "symbol") continue;
      for (const token of tokens.values) {
        const part = collector.take(token);
        if (!part) continue;
        sinceRecord = 0;
        yield part;
      }
    }
    if (sinceRecord > longest) throw new FeedError({ code: "long_record", count: collector.count + 1 });
  }
  orBroken(() => decoder.decode(), collector);
  if (!collector.isComplete) throw new FeedError({ code: "json_breaks_off", count: collector.count });
  if (!collector.hasList) throw new FeedError({ code: "no_list" });
}

function orBroken<T>(read: () => T, { count }: RecordCollector): T {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const detail =
      error instanceof TypeError ? "it is not UTF-8" : reason.replace(/^Parser (?:cannot parse input: )?/, "");
    throw new FeedError({ code: "no_json", count, detail }, { cause: error });
  }
}
