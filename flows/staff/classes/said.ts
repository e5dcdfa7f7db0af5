import type { ChangedMeanwhile, Revised } from "../../../bot/staff/revision.ts";
import { formatName } from "../../../bot/staff/words.ts";
import { type Html, html } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";

/** What staff calls the fields of courses and groups, by the names in the audit log. */
const fields = [
  "area",
  "teacherName",
  "level",
  "heldIn",
  "audiences",
  "ageMin",
  "capacity",
  "typedLink",
  "placeId",
  "institutionId",
  "closedAt",
] as const;

function formatField(name: string, t: Translate): string {
  const known = fields.find((field) => field === name);
  if (known !== undefined) return t(`class_edit.field.${known}`);
  if (name.startsWith("texts.")) return t("class_edit.field.texts");
  return t(name === "teacherId" ? "class_edit.field.teacherName" : "class_edit.field.shown");
}

/** Somebody else was faster: who changed what. */
export function formatChanged({ by, what }: ChangedMeanwhile, t: Translate): Html {
  const name = formatName(by?.name ?? null, by?.personId ?? null, t);
  const names = [...new Set(what.map((field) => formatField(field, t)))];
  const list = names.length === 0 ? t("class_edit.field.lessons") : names.join(", ");
  return t.html("class_edit.changed", { name, what: list });
}

/** What came of an edit. */
export function formatRevised(revised: Revised, t: Translate): Html {
  switch (revised.kind) {
    case "forbidden":
      return html`${t("staff.not_open")}`;
    case "changed meanwhile":
      return formatChanged(revised, t);
    case "done":
      return html`${t(revised.what.length > 0 ? "class_edit.saved" : "class_edit.same")}`;
  }
}

/** The last words of a dialogue that saved something, or left it. */
export function formatSaved(
  saved: Exclude<Revised, { kind: "changed meanwhile" }> | { kind: "kept" },
  t: Translate,
): Html {
  return saved.kind === "kept" ? html`${t("class_edit.left_as_is")}` : formatRevised(saved, t);
}
