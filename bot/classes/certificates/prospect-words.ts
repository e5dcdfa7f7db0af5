import type { Translate } from "../../words/messages/translator.ts";
import { lessonsNeeded, prospectOf } from "./certificate.ts";

interface Attended {
  attended: number;
  /** Lessons of which it is known who came. */
  noted: number;
  lessons: number;
}

/** At how many lessons somebody was. */
export const formatAttended = ({ attended, noted }: Attended, t: Translate): string =>
  attended === 0 ? t("classes.attended_none", { noted }) : t("classes.attended", { attended, noted });

/** What that means for a certificate, which takes so many percent of the lessons: a kind sentence or two. */
export function formatProspect(own: Attended, percent: number, t: Translate): string {
  const { lessons } = own;
  const needed = lessonsNeeded(lessons, percent);
  const prospect = prospectOf(own, percent);
  switch (prospect.kind) {
    case "enough":
      return t("certificate.prospect.enough");
    case "possible":
      return t("certificate.prospect.possible", { short: prospect.short, needed, lessons });
    case "out of reach":
      return prospect.isOver
        ? t("certificate.prospect.missed", { short: prospect.short, needed, lessons })
        : t("certificate.prospect.too_few_left", { needed, lessons });
  }
}
