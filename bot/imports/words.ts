import type { FeedProblem } from "../feeds/feed-format.ts";
import type { ImportSummary, RecordRemark } from "../feeds/import.ts";
import { cutAtWord } from "../words/cut.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import type { Translate } from "../words/translator.ts";
import type { Preview } from "./import-store.ts";

/** Refusals told in the chat; with more, a file tells them all. */
export const refusalsShown = 5;

const problems = {
  "no title": "importing.problem.no_title",
  "no dates": "importing.problem.no_dates",
  "bad date": "importing.problem.bad_date",
  "bad address": "importing.problem.bad_address",
  "bad age": "importing.problem.bad_age",
  "bad section": "importing.problem.bad_section",
  formula: "importing.problem.formula",
  "no id": "importing.problem.no_id",
  private: "importing.problem.private",
  "too often": "importing.problem.too_often",
} as const satisfies Record<FeedProblem, string>;

/** What would be imported, with the first titles and the first refusals. */
export function formatPreview(preview: Preview, fileName: string, t: Translate): Html {
  return joinLines(
    html`<b>${cutAtWord(fileName, 100)}</b>`,
    "",
    ...counts(preview, t),
    ...preview.titles.map((title) => `• ${cutAtWord(title, 100)}`),
    preview.stopped?.kind === "broken" ? html`\n${t("importing.broken", { reason: preview.stopped.reason })}` : null,
    ...refusals(preview.refused, t),
  );
}

/** What was imported. */
export function formatOutcome(summary: ImportSummary, t: Translate): Html {
  return joinLines(
    html`<b>${t("importing.done")}</b>`,
    "",
    ...counts(summary, t),
    summary.stopped?.kind === "broken" ? html`\n${t("importing.broken", { reason: summary.stopped.reason })}` : null,
  );
}

/** All that was refused or doubted, for a file. */
export const formatReport = ({ refused, warnings }: ImportSummary, t: Translate): string =>
  [...refused.map((remark) => remarkLine(remark, t)), ...warnings.map((remark) => remarkLine(remark, t))].join("\r\n");

const counts = ({ created, updated, unchanged, refused }: ImportSummary, t: Translate): string[] => [
  t("importing.created", { count: created }),
  t("importing.updated", { count: updated }),
  t("importing.unchanged", { count: unchanged }),
  t("importing.refused", { count: refused.length }),
];

function refusals(refused: readonly RecordRemark[], t: Translate): (string | null)[] {
  if (refused.length === 0) return [];
  const lines = refused.slice(0, refusalsShown).map((remark) => `• ${cutAtWord(remarkLine(remark, t), 200)}`);
  const rest = refused.length - lines.length;
  return ["", t("importing.why"), ...lines, rest > 0 ? t("importing.more", { count: rest }) : null];
}

/** "Record 17: no title". What the format alone knows – which cell, which rule – is said in its own words behind it. */
function remarkLine({ id, reason, problem }: RecordRemark, t: Translate): string {
  const [, kind, number] = /^(record|row) (\d+)$/u.exec(id) ?? [];
  const where = number === undefined ? id : t(kind === "row" ? "importing.row" : "importing.record", { number });
  return `${where}: ${problem === undefined ? reason : t(problems[problem])}`;
}
