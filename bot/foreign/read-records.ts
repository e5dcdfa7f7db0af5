import { once } from "node:events";
import type { FeedOptions, FeedSource, ParsedEntry } from "../feeds/feed-format.ts";
import { FeedError } from "../feeds/problem.ts";
import { ForeignReader } from "./start-reader.ts";

/**
 * Reads the records of a file or web address in a process of its own, some ahead of whoever takes them. Throws a
 * `FeedError` where nothing more can be read, or where the file took too much time or memory, and the signal's reason as
 * soon as it is aborted, whatever the file does.
 */
export async function* readRecords(
  format: string,
  source: FeedSource,
  { now, timeZone, signal, titleHeader, access }: FeedOptions,
): AsyncGenerator<ParsedEntry> {
  signal?.throwIfAborted();
  const reader = new ForeignReader();
  const over = new AbortController();
  const aborted = signal && once(signal, "abort", { signal: over.signal }).then(() => null);
  aborted?.catch(() => {});
  try {
    reader.ask({ kind: "file", format, source, now, timeZone, titleHeader, ...(access && { access }) });
    for (;;) {
      const heard = await (aborted ? Promise.race([aborted, reader.next()]) : reader.next());
      if (heard === null) {
        signal?.throwIfAborted();
        return;
      }
      switch (heard.kind) {
        case "records":
          reader.ask({ kind: "more" });
          yield* heard.records;
          break;
        case "end":
          return;
        case "broken":
          throw new FeedError(heard.problem);
        case "ended":
          throw new FeedError({ code: heard.excess === "time" ? "too_slow" : "too_much_memory" });
        default:
          throw new Error(
            heard.kind === "failed" ? heard.message : `a file is answered by records, not by ${heard.kind}`,
          );
      }
    }
  } finally {
    over.abort();
    reader.end();
  }
}
