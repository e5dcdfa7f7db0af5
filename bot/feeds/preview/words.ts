import { cutAtWord } from "../../words/cut.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import type { ImportSummary, RecordRemark } from "../import.ts";
import { formatProblem, formatRemark } from "../words.ts";
import type { Preview } from "./import-store.ts";

/** Refusals and doubts told in the chat; with more, a file tells them all. */
export const remarksShown = 5;

/** What would be imported, with the first titles and the first refusals. */
export function formatPreview(preview: Preview, fileName: string, t: Translate): Html {
  return joinLines(
    html`<b>${cutAtWord(fileName, 100)}</b>`,
    "",
    ...counts(preview, t),
    ...preview.titles.map((title) => `• ${cutAtWord(title, 100)}`),
    brokenLine(preview, t),
    ...remarks(t("importing.why"), preview.refused, t),
    ...remarks(t("importing.doubts"), preview.warnings, t),
  );
}

/** What was imported of `total` events; where the program stopped meanwhile, how far it came and what to do. */
export function formatOutcome(summary: ImportSummary, total: number, t: Translate): Html {
  const { created, updated, unchanged, stopped } = summary;
  const head =
    stopped?.kind === "asked"
      ? t("importing.interrupted", { taken: created + updated + unchanged, total })
      : t("importing.done");
  return joinLines(html`<b>${head}</b>`, "", ...counts(summary, t), brokenLine(summary, t));
}

/** All that was refused or doubted, for a file. */
export function formatReport({ refused, warnings }: ImportSummary, t: Translate): string {
  const part = (heading: string, remarks: readonly RecordRemark[]): string[] =>
    remarks.length === 0 ? [] : [heading, ...remarks.map((remark) => formatRemark(remark, t)), ""];
  return [...part(t("importing.why"), refused), ...part(t("importing.doubts"), warnings)].join("\r\n");
}

function counts({ created, updated, unchanged, refused, dates, told }: ImportSummary, t: Translate): string[] {
  const { cancelled, added: _, ...others } = dates;
  const changed = Object.values(others).reduce((sum, count) => sum + count, 0);
  return [
    t("importing.created", { count: created }),
    t("importing.updated", { count: updated }),
    t("importing.unchanged", { count: unchanged }),
    t("importing.refused", { count: refused.length }),
    ...(cancelled > 0 ? [t("importing.dates_cancelled", { count: cancelled })] : []),
    ...(changed > 0 ? [t("importing.dates_changed", { count: changed })] : []),
    ...(told > 0 ? [t("importing.told", { count: told })] : []),
  ];
}

const brokenLine = ({ stopped }: ImportSummary, t: Translate): Html | null =>
  stopped?.kind === "broken" ? html`\n${t("importing.broken", { problem: formatProblem(stopped.problem, t) })}` : null;

function remarks(heading: string, all: readonly RecordRemark[], t: Translate): (string | null)[] {
  if (all.length === 0) return [];
  const lines = all.slice(0, remarksShown).map((remark) => `• ${cutAtWord(formatRemark(remark, t), 200)}`);
  const rest = all.length - lines.length;
  return ["", heading, ...lines, rest > 0 ? t("importing.more", { count: rest }) : null];
}
