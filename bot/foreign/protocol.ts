import type { FeedSource, ParsedEntry, SourceAccess } from "../feeds/feed-format.ts";
import type { SourceProblem } from "../feeds/problem.ts";

/** A request to a process that reads foreign content; everything in it survives the structured clone. */
export type Request =
  | { kind: "text"; reader: string; args: readonly unknown[] }
  | { kind: "pdf"; bytes: Uint8Array }
  | {
      kind: "file";
      format: string;
      source: FeedSource;
      now: Date;
      timeZone: string;
      titleHeader: string | undefined;
      access?: SourceAccess;
    }
  /** The last records have arrived: the next ones may be read. */
  | { kind: "more" };

export type Reply =
  | { kind: "value"; value: unknown }
  | { kind: "records"; records: ParsedEntry[] }
  | { kind: "end" }
  | { kind: "broken"; problem: SourceProblem }
  /** A fault of a reader: nothing that foreign content may cause. */
  | { kind: "failed"; message: string };

/** Why the content was not read: it took more processor time, or more memory, than it may. */
export type Excess = "time" | "memory";
