import type { Section } from "../programme/event.ts";

/** What may be said about a source, or about one of its records: a closed list, worded in `words.ts`. */
export type Problem = RecordProblem | SourceProblem;

/** Why a record was refused, or what was doubted of one that was taken. `said` is what stands there. */
export type RecordProblem =
  | { code: RecordCode }
  | { code: SaidCode; said: string }
  /** Nobody knows the section that is named. */
  | { code: "other_section"; said: string; section: Section }
  /** The price names an amount though the record says "free". */
  | { code: "free_and_paid"; said: string }
  /** Nothing names the section. */
  | { code: "guessed_section"; section: Section }
  /** Something that has begun nobody knows when; taken as that day, "2026-12-05". */
  | { code: "guessed_start"; since: string }
  | { code: "too_many_dates"; most: number; total: number }
  | { code: "too_deep"; most: number }
  /** So many pages had no event that a program can read. */
  | { code: "no_event_data"; count: number }
  /** `detail`: what the library says, in English. */
  | { code: "unreadable"; detail: string };

/** Problems about what stands there. */
export const saidCodes = [
  "bad_date",
  "bad_end",
  "bad_start",
  "bad_rule",
  "bad_line",
  "bad_end_left_out",
  "ambiguous_date",
  "bad_address_left_out",
  "bad_age_left_out",
  "bad_price",
  "bad_value",
  "other_title",
  "said_moved",
  "said_cancelled",
  "unknown_zone",
  "other_encoding",
  "unused_column",
  "unused_sheet",
  "hidden_sheet",
  "merged_cells",
  "row_differs",
  "renumbered",
  "not_yours",
  "other_category",
  "other_town",
  "page_left_out",
  "microdata",
  "removed",
  "vanished_date",
] as const;
export type SaidCode = (typeof saidCodes)[number];

type RecordCode =
  | "no_event"
  | "no_id"
  | "no_title"
  | "no_dates"
  | "no_usable_date"
  | "no_start_or_end"
  | "end_before_start"
  | "formula"
  | "private"
  | "too_often"
  | "tentative"
  | "bad_encoding"
  | "no_uid"
  | "shared_uid"
  | "repeated_id"
  | "no_start"
  | "all_past"
  | "no_institution"
  /** The event is of an institution that whoever loads may not write to. */
  | "other_house"
  /** A row of the template that shows how to fill it in. */
  | "example"
  | "opening_hours"
  | "no_zone"
  /** An entry that would cancel or tell something else than the preview said. */
  | "changed_meanwhile";

/** Why a source is not read, or not to its end. */
export type SourceProblem =
  | { code: "no_list" | "no_workbook" | "no_table" | "old_workbook" }
  /** The headings that are there, in their order: one of them may be the title's. */
  | { code: "no_title_column"; headings: string[] }
  /** The process that read it was ended. */
  | { code: "too_slow" | "too_much_memory" }
  | { code: "no_calendar" | "no_csv"; detail: string }
  | { code: "no_json"; count: number; detail: string }
  | { code: "json_breaks_off" | "long_record"; count: number }
  /** More nested, or a line with more characters, than any program writes. */
  | { code: "too_deep" | "long_line"; most: number }
  | { code: "too_many_records" | "too_many_rows" | "too_many_cells" | "too_many_files" | "too_large"; most: number }
  /** A server said no, or nothing. */
  | WebProblem
  /** A sentence in English, about a file on the server or a web address, which only an operator names. */
  | { code: "source"; sentence: string };

/** Why an address was not read; `address` without what may be a key, `detail` what stands there or was answered. */
export interface WebProblem {
  code: "web";
  reason: WebReason;
  address: string;
  detail?: string;
  /** Seconds after which the server wants to be asked again. */
  retryAfter?: number;
}

export const webReasons = [
  "no_address",
  "no_host",
  "scheme",
  "private",
  "refused",
  "broken",
  "silent",
  "slow",
  "other",
  "status",
  "busy",
  "no_key",
  "html",
  "redirects",
  "downgrade",
  "loop",
  "elsewhere",
  "robots",
] as const;
export type WebReason = (typeof webReasons)[number];

/** The source cannot be read on. */
export class FeedError extends Error {
  override name = "FeedError";
  readonly problem: SourceProblem;

  /** A sentence is for the operator, who alone can name files and addresses. */
  constructor(problem: SourceProblem | string, options?: ErrorOptions) {
    super(
      typeof problem === "string" ? problem : "reason" in problem ? `web: ${problem.reason}` : problem.code,
      options,
    );
    this.problem = typeof problem === "string" ? { code: "source", sentence: problem } : problem;
  }
}
