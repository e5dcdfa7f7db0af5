import { type Html, html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import type { Section } from "../event.ts";
import { formatRow, type ListReader } from "../listing/words.ts";
import { nearRadius, type SimilarReason, type SimilarRow } from "./similar.ts";

/** Why rows are shown, above them: "На той же площадке". */
function formatReason(reason: SimilarReason, section: Section, t: Translate): string {
  if (reason === "near") return t("similar.near", { section: t(`section.${section}`), radius: nearRadius });
  if (reason === "section") return t("similar.section", { section: t(`section.${section}`) });
  return t(`similar.${reason}`);
}

/** The rows of what is like an event, each run of them under its reason. */
export function formatSimilar(rows: readonly SimilarRow[], section: Section, reader: ListReader): Html {
  const lines = rows.flatMap((row, index) => {
    const isFirst = rows[index - 1]?.reason !== row.reason;
    const line = formatRow(row, { kind: "search" }, reader);
    return isFirst ? [html`<b>${formatReason(row.reason, section, reader.t)}</b>`, line] : [line];
  });
  return joinLines(...lines);
}
