import type { LessonEdited, SeriesEdited } from "../../../bot/classes/editing/lesson-edit-store.ts";
import { type Html, html } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { formatChanged } from "./said.ts";

/** Why a change of lessons did not happen; of one that did, that its learners are told. */
export function formatEdited(edited: LessonEdited | SeriesEdited, t: Translate): Html {
  switch (edited.kind) {
    case "forbidden":
      return html`${t("staff.not_open")}`;
    case "changed meanwhile":
      return formatChanged(edited, t);
    case "changed":
      return html`${t("class_edit.lesson_moved")}`;
    case "unchanged":
      return html`${t("class_edit.same")}`;
    case "over":
      return html`${t("class_edit.too_late")}`;
    case "clash":
      return html`${t("class_edit.clash")}`;
    case "gone":
      return html`${t("class_edit.gone")}`;
  }
}

/** Asks for the hour of a day that was understood without one. */
export const formatHourAsked = (t: Translate, day: string): string => t("class_edit.move.time", { day });
