import { cutAtWord } from "../../words/cut.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import type { ImportSummary, RecordRemark } from "../import.ts";
import { formatProblem, formatRemark } from "../words.ts";
import type { Preview } from "./preview.ts";
import { formatChangedRow, formatKept, formatNewRow, type PreviewReader } from "./row-words.ts";

/** Refusals and doubts told in the chat; a file tells them all. */
export const remarksShown = 5;
/** Rows of a kind shown in the chat: together with the remarks they fit into one message. */
const rowsShown = 3;
/** UTF-16 units of a line. */
const longestLine = 240;
const namesShown = 5;

/** What would be imported, by headings with their counts, and a few rows under each. */
export function formatPreview(preview: Preview, fileName: string, reader: PreviewReader): Html {
  const { t } = reader;
  const { created, updated, unchanged, refused, warnings, missing, newPlaces, newInstitutions } = preview;
  const of = (kind: "created" | "updated") => preview.rows.filter((row) => row.kind === kind);
  const kept = preview.rows.filter((row) => row.kind === "unchanged" && row.foreseen !== null);
  return joinLines(
    html`<b>${cutAtWord(fileName, 100)}</b>`,
    ...section(
      t("importing.created", { count: created }),
      of("created").map((row) => formatNewRow(row, reader)),
      t,
    ),
    ...madeLines(newPlaces, newInstitutions, t),
    ...(updated === 0
      ? []
      : section(t("importing.updated", { count: updated }), changedLines(of("updated"), reader), t)),
    ...dateLines(preview, t),
    ...remarks(t("importing.doubts"), warnings, t),
    ...remarks(t("importing.refused", { count: refused.length }), refused, t),
    unchanged > 0 ? html`\n<b>${t("importing.unchanged", { count: unchanged })}</b>` : null,
    ...keptLines(kept, t),
    ...(missing.length === 0 ? [] : missingLines(missing, t)),
    "",
    brokenLine(preview, t),
    preview.told > 0
      ? t("importing.told", { count: preview.told })
      : created + updated > 0
        ? t("importing.nobody_told")
        : null,
  );
}

/** All that a preview has to tell, as plain text for a file. */
export function formatWhole(preview: Preview, fileName: string, reader: PreviewReader): string {
  const { t } = reader;
  const { rows, refused, warnings, missing, newPlaces, newInstitutions } = preview;
  const part = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [heading, ...lines.map((line) => `- ${line}`), ""];
  const of = (kind: "created" | "updated") => rows.filter((row) => row.kind === kind);
  const kept = rows.filter((row) => row.kind === "unchanged" && row.foreseen !== null);
  const remark = (one: RecordRemark) => formatRemark(one, t);
  return [
    ...[fileName, ""],
    ...part(
      t("importing.created", { count: preview.created }),
      of("created").map((row) => formatNewRow(row, reader)),
    ),
    ...madeLines(newPlaces, newInstitutions, t, Number.POSITIVE_INFINITY),
    "",
    ...part(t("importing.updated", { count: preview.updated }), changedLines(of("updated"), reader)),
    ...part(t("importing.doubts"), warnings.map(remark)),
    ...part(t("importing.refused", { count: refused.length }), refused.map(remark)),
    ...part(
      t("importing.kept_heading"),
      kept.map((row) => keptLine(row, t)),
    ),
    ...part(
      t("importing.missing", { count: missing.length }),
      missing.map(({ title }) => title),
    ),
    preview.told > 0 ? t("importing.told", { count: preview.told }) : t("importing.nobody_told"),
  ].join("\r\n");
}

/** What was imported of `total` events; where the program stopped meanwhile, how far it came and what to do. */
export function formatOutcome(summary: ImportSummary, total: number, t: Translate): Html {
  const { created, updated, unchanged, refused, stopped, told } = summary;
  const head =
    stopped?.kind === "asked"
      ? t("importing.interrupted", { taken: created + updated + unchanged, total })
      : t("importing.done");
  return joinLines(
    html`<b>${head}</b>`,
    "",
    t("importing.created", { count: created }),
    t("importing.updated", { count: updated }),
    t("importing.unchanged", { count: unchanged }),
    t("importing.refused", { count: refused.length }),
    ...dateLines(summary, t),
    told > 0 ? t("importing.told", { count: told }) : null,
    brokenLine(summary, t),
  );
}

function section(heading: string, lines: readonly string[], t: Translate): (Html | string | null)[] {
  const rest = lines.length - rowsShown;
  return [
    html`\n<b>${heading}</b>`,
    ...lines.slice(0, rowsShown).map((line) => `• ${cutAtWord(line, longestLine)}`),
    rest > 0 ? t("importing.and_more", { count: rest }) : null,
  ];
}

const changedLines = (rows: Preview["rows"], reader: PreviewReader): string[] =>
  rows.map((row) => {
    const kept = formatKept(row, reader.t);
    const line = formatChangedRow(row, reader);
    return kept === null ? line : `${line} (${kept})`;
  });

function madeLines(
  places: readonly string[],
  institutions: readonly string[],
  t: Translate,
  most = namesShown,
): string[] {
  const names = (all: readonly string[]): string =>
    all
      .slice(0, most)
      .map((name) => cutAtWord(name, 60))
      .join(", ") + (all.length > most ? "…" : "");
  return [
    ...(places.length > 0 ? [t("importing.new_places", { count: places.length, names: names(places) })] : []),
    ...(institutions.length > 0
      ? [t("importing.new_institutions", { count: institutions.length, names: names(institutions) })]
      : []),
  ];
}

function dateLines({ dates }: Pick<ImportSummary, "dates">, t: Translate): string[] {
  const { cancelled, added: _, ...others } = dates;
  const changed = Object.values(others).reduce((sum, count) => sum + count, 0);
  return [
    ...(cancelled > 0 ? [t("importing.dates_cancelled", { count: cancelled })] : []),
    ...(changed > 0 ? [t("importing.dates_changed", { count: changed })] : []),
  ];
}

const keptLine = (row: Preview["rows"][number], t: Translate): string =>
  `${cutAtWord(row.title, 80)}: ${formatKept(row, t) ?? ""}`;

function keptLines(rows: Preview["rows"], t: Translate): (string | null)[] {
  const rest = rows.length - rowsShown;
  return [
    ...rows.slice(0, rowsShown).map((row) => `• ${keptLine(row, t)}`),
    rest > 0 ? t("importing.and_more", { count: rest }) : null,
  ];
}

function missingLines(missing: Preview["missing"], t: Translate): (Html | string | null)[] {
  const lines = missing.map(({ title }) => title);
  return [...section(t("importing.missing", { count: missing.length }), lines, t), t("importing.missing_how")];
}

const brokenLine = ({ stopped }: ImportSummary, t: Translate): Html | null =>
  stopped?.kind === "broken" ? html`${t("importing.broken", { problem: formatProblem(stopped.problem, t) })}\n` : null;

function remarks(heading: string, all: readonly RecordRemark[], t: Translate): (Html | string | null)[] {
  if (all.length === 0) return [];
  const lines = all.slice(0, remarksShown).map((remark) => `• ${cutAtWord(formatRemark(remark, t), 160)}`);
  const rest = all.length - lines.length;
  return [html`\n<b>${heading}</b>`, ...lines, rest > 0 ? t("importing.more", { count: rest }) : null];
}
