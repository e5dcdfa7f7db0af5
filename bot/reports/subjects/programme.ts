import { cutAtWord } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import type { ReadingCounts } from "../counting/card-view-store.ts";
import { fill, type ReportSpan, sum } from "../counting/span.ts";
import { overTime } from "../plot/over-time.ts";
import { ranks } from "../plot/ranks.ts";
import type { Report } from "../report.ts";
import type { SearchCounts } from "./search-store.ts";

/** Titles told in words, and queries; a caption holds 1024 characters. */
const told = { titles: 8, queries: 20 };
const longest = { title: 60, query: 22 };

/** Which cards are opened most. */
export function readingReport({ opened, events, most }: ReadingCounts, span: ReportSpan, t: Translate): Report {
  return ranks(
    {
      title: t("numbers.reading.title"),
      axes: { label: t("numbers.axis.event"), value: t("numbers.axis.opened") },
      labels: most.map(({ title }) => title),
      series: [{ name: t("numbers.axis.opened"), values: most.map((event) => event.opened) }],
      lines: [
        t("numbers.reading.total", { opened, events }),
        ...most
          .slice(0, told.titles)
          .map((event) => t("numbers.row", { name: cutAtWord(event.title, longest.title), count: event.opened })),
      ],
      table: {
        header: [t("numbers.axis.event"), t("numbers.axis.opened")],
        rows: most.map((event) => [event.title, event.opened]),
      },
    },
    span,
    t,
  );
}

/** How much is searched for, and which words find nothing. */
export function searchReport({ askings, inVain, all }: SearchCounts, span: ReportSpan, t: Translate): Report {
  const [found = [], vain = []] = fill(span, ["found", "vain"], askings);
  const queries = inVain
    .slice(0, told.queries)
    .map(({ text, asked }) =>
      t("numbers.row", { name: cutAtWord(text.replaceAll(/\s+/g, " "), longest.query), count: asked }),
    );
  const report = overTime(
    {
      title: t("numbers.search.title"),
      value: t("numbers.axis.searches"),
      series: [
        { name: t("numbers.search.found"), values: found },
        { name: t("numbers.search.vain"), values: vain },
      ],
      lines: [
        t("numbers.search.total", { count: sum(found) + sum(vain), vain: sum(vain) }),
        ...(queries.length === 0 ? [] : [t("numbers.search.words", { list: queries.join("; ") })]),
      ],
    },
    span,
    t,
  );
  const header = [t("numbers.search.query"), t("numbers.search.asked"), t("numbers.search.events")];
  const tableOf = (name: string, rows: SearchCounts["all"]) => ({
    name,
    header,
    rows: rows.map(({ text, asked, found: events }) => [text, asked, events]),
  });
  const tables = [tableOf(t("numbers.search.vain"), inVain), tableOf(t("numbers.search.all"), all)];
  return { ...report, tables: [...report.tables, ...tables] };
}
