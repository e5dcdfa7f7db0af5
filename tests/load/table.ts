import type { Row } from "./bench/benchmark.ts";

/** Rows as a Markdown table, which is readable as it is and can be put into the README. */
export function formatTable(rows: readonly Row[]): string {
  const lines = rows.map(({ what, measured, aim, met }) => [what, measured, aim ?? "", verdict(met)]);
  return markdown(["what", "measured", "aim", ""], lines);
}

const verdict = (met: boolean | undefined) => (met === undefined ? "" : met ? "met" : "NOT met");

/** A Markdown table with its columns in line. */
export function markdown(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, 3, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const row = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width)).join(" | ")} |`;
  return [row(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...lines.map(row)].join("\n");
}
