import type { Translate } from "../words/messages/translator.ts";
import type { ImportSummary } from "./import.ts";
import type { RecordAccount } from "./import-account.ts";
import type { Preview } from "./preview/preview.ts";
import { formatChangedRow, formatKept, type PreviewReader } from "./preview/row-words.ts";
import { recordAsJson } from "./record-json.ts";
import { formatProblem, formatRemark } from "./words.ts";

/** Remarks shown of a kind; the rest is counted. */
const mostWarnings = 50;

/** Tells an operator in plain words what an import did, or would do; every refused record is named with its reason. */
export function describeImport(
  summary: ImportSummary,
  { dryRun, t, foreseen = [] }: { dryRun: boolean; t: Translate; foreseen?: readonly string[] },
): string {
  const line = (remark: ImportSummary["refused"][number]) => `  ${formatRemark(remark, t)}`;
  const { read, created, updated, unchanged, refused, warnings, stopped, told } = summary;
  const counts = [`${created} ${dryRun ? "to create" : "created"}`, `${updated} ${dryRun ? "to update" : "updated"}`];
  const lines = [
    `${read} ${read === 1 ? "record" : "records"} read: ${counts.join(", ")}, ${unchanged} unchanged, ${refused.length} refused.`,
  ];
  const dates = Object.entries(summary.dates).flatMap(([change, count]) => (count > 0 ? [`${count} ${change}`] : []));
  if (dates.length > 0) lines.push(`Dates of known events: ${dates.join(", ")}; people told: ${told}.`);
  const { merged, suspected } = summary.duplicates;
  if (merged + suspected > 0)
    lines.push(`Events of other sources too: ${merged} merged, ${suspected} to look at under /staff.`);
  if (foreseen.length > 0) lines.push("", ...foreseen);
  if (warnings.length > 0) {
    lines.push("", "Taken, with a doubt:", ...warnings.slice(0, mostWarnings).map(line));
    if (warnings.length > mostWarnings) lines.push(`  … and ${warnings.length - mostWarnings} more`);
  }
  if (refused.length > 0) lines.push("", "Refused:", ...refused.map(line));
  if (stopped?.kind === "broken") lines.push("", t("importing.broken", { problem: formatProblem(stopped.problem, t) }));
  if (stopped?.kind === "asked") lines.push("", "Broken off. Repeat the same command to import the rest.");
  if (dryRun) lines.push("", "Nothing was written.");
  return lines.join("\n");
}

/** Tells what would become of events that are there, what would be made besides, and what the source has no longer. */
export function describeForeseen(preview: Preview, reader: PreviewReader): string[] {
  const { t } = reader;
  const { rows, newPlaces, newInstitutions, missing } = preview;
  const part = (heading: string, lines: readonly string[]): string[] => {
    const rest = lines.length - mostWarnings;
    const shown = lines.slice(0, mostWarnings).map((line) => `  ${line}`);
    return lines.length === 0 ? [] : [heading, ...shown, ...(rest > 0 ? [`  … and ${rest} more`] : [])];
  };
  const changed = rows.filter(({ kind }) => kind === "updated").map((row) => formatChangedRow(row, reader));
  const kept = rows.flatMap((row) => {
    const said = formatKept(row, t);
    return said === null ? [] : [`${row.title}: ${said}`];
  });
  return [
    ...part("To update:", changed),
    ...part("Edited by hand:", kept),
    ...part("New places:", newPlaces),
    ...part("New institutions:", newInstitutions),
    ...part(
      "No longer in the source, and left as they are:",
      missing.map(({ title }) => title),
    ),
  ];
}

/** Describes an import to programs: all counts, what would be stored of each record, and each remark in words. */
export function importAsJson(
  preview: Preview,
  records: readonly RecordAccount[],
  { t, timeZone }: { t: Translate; timeZone: string },
): string {
  const { picture: _picture, rows: _rows, stopped, ...counts } = preview;
  const said = ({ id, problem, title }: ImportSummary["refused"][number]) => ({
    id,
    ...(title !== undefined && { title }),
    code: problem.code,
    reason: formatProblem(problem, t),
  });
  return JSON.stringify(
    {
      ...counts,
      refused: preview.refused.map(said),
      warnings: preview.warnings.map(said),
      records: records.map((record) => recordAsJson(record, timeZone)),
      ...(stopped && {
        stopped:
          stopped.kind === "asked"
            ? { code: "asked" }
            : { code: stopped.problem.code, reason: formatProblem(stopped.problem, t) },
      }),
    },
    undefined,
    2,
  );
}

/** 0: imported; 1: nothing to import, or the source broke off; 130: stopped by Ctrl-C, as shells count. */
export function exitCodeOf({ created, updated, unchanged, stopped }: ImportSummary): number {
  if (stopped) return stopped.kind === "asked" ? 130 : 1;
  return created + updated + unchanged > 0 ? 0 : 1;
}
