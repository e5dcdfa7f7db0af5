import { cutAtWord } from "../words/cut.ts";
import type { Translate } from "../words/messages/translator.ts";
import { wholeFile } from "./feed-format.ts";
import type { RecordRemark } from "./import.ts";
import { type Problem, type SaidCode, saidCodes, type WebProblem } from "./problem.ts";

/** "Row 17: it has no title". */
export function formatRemark({ id, problem, title }: RecordRemark, t: Translate): string {
  const [, kind, number] = /^(record|row) (\d+)$/u.exec(id) ?? [];
  if (id === wholeFile)
    return t("importing.remark", { where: t("importing.file"), problem: formatProblem(problem, t) });
  const row = number === undefined ? undefined : t(kind === "row" ? "importing.row" : "importing.record", { number });
  // Only programs know an event by its number.
  const name = title === undefined ? undefined : cutAtWord(title, 80);
  const where = row === undefined ? (name ?? id) : name === undefined ? row : `${row}, ${name}`;
  return t("importing.remark", { where, problem: formatProblem(problem, t) });
}

/** A problem in words, to go on a sentence with: "it has no title". */
export function formatProblem(problem: Problem, t: Translate): string {
  if (isSaid(problem)) return t(`importing.problem.${problem.code}`, { said: problem.said });
  switch (problem.code) {
    case "free_and_paid":
      return t(`importing.problem.${problem.code}`, { said: problem.said });
    case "other_section":
      return t("importing.problem.other_section", { said: problem.said, section: t(`section.${problem.section}`) });
    case "guessed_section":
      return t("importing.problem.guessed_section", { section: t(`section.${problem.section}`) });
    case "guessed_start":
      return t("importing.problem.guessed_start", { since: problem.since });
    case "too_many_dates":
      return t("importing.problem.too_many_dates", { most: problem.most, total: problem.total });
    case "no_calendar":
    case "no_csv":
    case "unreadable":
      return t(`importing.problem.${problem.code}`, { detail: problem.detail });
    case "no_json":
      return t("importing.problem.no_json", { count: problem.count, detail: problem.detail });
    case "json_breaks_off":
    case "long_record":
      return t(`importing.problem.${problem.code}`, { count: problem.count });
    case "too_deep":
    case "long_line":
    case "too_many_cells":
    case "too_many_records":
    case "too_many_rows":
    case "too_many_files":
    case "too_large":
      return t(`importing.problem.${problem.code}`, { most: problem.most });
    case "no_event_data":
      return t("importing.problem.no_event_data", { count: problem.count });
    case "web":
      return formatWebProblem(problem, t);
    case "source":
      return problem.sentence;
    default:
      return t(`importing.problem.${problem.code}`);
  }
}

const isSaid = (problem: Problem): problem is Extract<Problem, { code: SaidCode }> =>
  saidCodes.some((code) => code === problem.code);

function formatWebProblem({ reason, address, detail = "" }: WebProblem, t: Translate): string {
  switch (reason) {
    case "status":
    case "no_key":
    case "other":
      return t(`importing.web.${reason}`, { address, said: detail });
    default:
      return t(`importing.web.${reason}`, { address });
  }
}
