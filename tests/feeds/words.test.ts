import { describe, expect, it } from "vitest";
import { type Problem, webReasons } from "../../bot/feeds/problem.ts";
import { formatProblem, formatRemark } from "../../bot/feeds/words.ts";
import { words } from "../support/city.ts";

const said = "«?»";
const detail = "?";

/** Every code once: a new one does not compile until it stands here. */
const all = {
  no_event: { code: "no_event" },
  no_id: { code: "no_id" },
  no_title: { code: "no_title" },
  no_dates: { code: "no_dates" },
  no_usable_date: { code: "no_usable_date" },
  no_start_or_end: { code: "no_start_or_end" },
  end_before_start: { code: "end_before_start" },
  formula: { code: "formula" },
  private: { code: "private" },
  too_often: { code: "too_often" },
  bad_date: { code: "bad_date", said },
  bad_end: { code: "bad_end", said },
  bad_start: { code: "bad_start", said },
  bad_rule: { code: "bad_rule", said },
  bad_line: { code: "bad_line", said },
  bad_end_left_out: { code: "bad_end_left_out", said },
  ambiguous_date: { code: "ambiguous_date", said },
  bad_address_left_out: { code: "bad_address_left_out", said },
  bad_age_left_out: { code: "bad_age_left_out", said },
  bad_price: { code: "bad_price", said },
  bad_value: { code: "bad_value", said },
  other_title: { code: "other_title", said },
  said_moved: { code: "said_moved", said },
  said_cancelled: { code: "said_cancelled", said },
  unknown_zone: { code: "unknown_zone", said },
  other_encoding: { code: "other_encoding", said },
  unused_column: { code: "unused_column", said },
  unused_sheet: { code: "unused_sheet", said },
  hidden_sheet: { code: "hidden_sheet", said },
  merged_cells: { code: "merged_cells", said },
  row_differs: { code: "row_differs", said },
  renumbered: { code: "renumbered", said },
  tentative: { code: "tentative" },
  bad_encoding: { code: "bad_encoding" },
  no_uid: { code: "no_uid" },
  shared_uid: { code: "shared_uid" },
  repeated_id: { code: "repeated_id" },
  no_start: { code: "no_start" },
  all_past: { code: "all_past" },
  opening_hours: { code: "opening_hours" },
  other_section: { code: "other_section", said, section: "shows" },
  free_and_paid: { code: "free_and_paid", said },
  guessed_section: { code: "guessed_section", section: "shows" },
  guessed_start: { code: "guessed_start", since: "2026-12-05" },
  too_many_dates: { code: "too_many_dates", most: 2000, total: 3000 },
  too_deep: { code: "too_deep", most: 32 },
  changed_meanwhile: { code: "changed_meanwhile" },
  not_yours: { code: "not_yours", said },
  no_institution: { code: "no_institution" },
  other_house: { code: "other_house" },
  example: { code: "example" },
  unreadable: { code: "unreadable", detail },
  no_list: { code: "no_list" },
  no_workbook: { code: "no_workbook" },
  no_table: { code: "no_table" },
  no_title_column: { code: "no_title_column", headings: ["Что"] },
  old_workbook: { code: "old_workbook" },
  no_calendar: { code: "no_calendar", detail },
  no_csv: { code: "no_csv", detail },
  no_json: { code: "no_json", count: 2, detail },
  json_breaks_off: { code: "json_breaks_off", count: 2 },
  long_record: { code: "long_record", count: 2 },
  too_many_records: { code: "too_many_records", most: 5000 },
  too_many_rows: { code: "too_many_rows", most: 20_000 },
  too_many_files: { code: "too_many_files", most: 500 },
  too_large: { code: "too_large", most: 10 },
  long_line: { code: "long_line", most: 4_000 },
  too_many_cells: { code: "too_many_cells", most: 2_000_000 },
  too_slow: { code: "too_slow" },
  too_much_memory: { code: "too_much_memory" },
  no_zone: { code: "no_zone" },
  no_event_data: { code: "no_event_data", count: 3 },
  other_category: { code: "other_category", said: "7" },
  other_town: { code: "other_town", said: "7" },
  page_left_out: { code: "page_left_out", said: "7" },
  microdata: { code: "microdata", said: "7" },
  removed: { code: "removed", said: "7" },
  vanished_date: { code: "vanished_date", said: "7" },
  web: { code: "web", reason: "refused", address: "7" },
  source: { code: "source", sentence: "There is no file x." },
} satisfies Record<Problem["code"], Problem>;

/** Sentences for the operator alone, and names that are the same everywhere. */
const latin = /\b(?:XLSX|CSV|JSON-LD|JSON|Excel|UTF-8|UID|https?|robots\.txt)/gu;

describe("a problem", () => {
  const web = webReasons.map((reason): Problem => ({ code: "web", reason, address: "7", detail: "8" }));
  const coded = Object.values(all).filter(({ code }) => code !== "source" && code !== "web");
  it.each([...coded, ...web])("$code $reason is said in three languages", (problem) => {
    const [ru, tt, en] = (["ru", "tt", "en"] as const).map((language) => formatProblem(problem, words.for(language)));
    expect(new Set([ru, tt, en]).size).toBe(3);
    expect(`${ru} ${tt}`.replaceAll(latin, "")).not.toMatch(/[a-z]{2}/iu);
    expect(en).not.toMatch(/[а-яё]/iu);
  });

  it("of a file on the server is the operator's sentence", () => {
    expect(formatProblem(all.source, words.for("en"))).toBe("There is no file x.");
  });

  it.each([
    ["row 4", "ru", "Строка 4: нет даты"],
    ["record 17", "en", "Record 17: it has no date"],
    ["7001", "tt", "7001: көне юк"],
  ] as const)("of %s is said behind its place", (id, language, line) => {
    expect(formatRemark({ id, problem: all.no_dates }, words.for(language))).toBe(line);
  });
});
