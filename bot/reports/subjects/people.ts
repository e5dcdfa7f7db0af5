import { languages } from "../../words/language.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { fill, type ReportSpan, sum } from "../counting/span.ts";
import { overTime } from "../plot/over-time.ts";
import type { Report } from "../report.ts";
import type { PeopleCounts } from "./people-store.ts";

/** New people by language, how many are active, and what they speak. */
export function peopleReport({ arrivals, standing }: PeopleCounts, span: ReportSpan, t: Translate): Report {
  const values = fill(span, languages, arrivals);
  const total = (what: "known" | "active" | "blocked") => sum(standing.map((row) => row[what]));
  const known = total("known");
  const shares = languages.map((language) => {
    const count = standing.find((row) => row.language === language)?.known ?? 0;
    return t("numbers.share", { name: t(`language.name.${language}`), count, share: known === 0 ? 0 : count / known });
  });
  return overTime(
    {
      title: t("numbers.people.title"),
      value: t("numbers.axis.people"),
      series: languages.map((language, index) => ({
        name: t(`language.name.${language}`),
        values: values[index] ?? [],
      })),
      lines: [
        t("numbers.people.new", { count: sum(values.flat()) }),
        t("numbers.people.active", { count: total("active") }),
        t("numbers.people.known", { count: known, blocked: total("blocked") }),
        t("numbers.people.languages", { list: shares.join("; ") }),
      ],
    },
    span,
    t,
  );
}
