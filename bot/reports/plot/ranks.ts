import { cutApart } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import type { ReportSpan } from "../counting/span.ts";
import type { Report, Series, Table } from "../report.ts";
import { formatMade, formatSpan } from "./span-words.ts";

/** Rows that a phone still shows large enough. */
const mostRows = 8;
/** Characters beside the bars, on two lines. */
const longestLabel = 36;

/** A report of bars one under the other, the first on top; what there are more of stands in the table. */
export function ranks(
  {
    title,
    axes,
    labels,
    series,
    lines,
    table,
  }: {
    title: string;
    axes: { label: string; value: string };
    labels: string[];
    series: Series[];
    lines: string[];
    table: Omit<Table, "name">;
  },
  span: ReportSpan,
  t: Translate,
): Report {
  return {
    plot: {
      shape: "ranks",
      title,
      subtitle: formatSpan(span, t),
      made: formatMade(span, t),
      isOpen: false,
      weekends: [],
      axes,
      labels: cutApart(labels.slice(0, mostRows).map(drawable), longestLabel),
      series: series.map(({ name, values }) => ({ name, values: values.slice(0, mostRows) })),
      empty: t("numbers.empty"),
    },
    lines: labels.length === 0 ? [...lines, t("numbers.empty")] : lines,
    tables: [{ name: title, ...table }],
  };
}

/** On one line, and without emoji, which the font has not. */
const drawable = (label: string): string =>
  label
    .replaceAll(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f]/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
