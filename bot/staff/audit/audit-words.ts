import { type Html, html, joinLines } from "../../words/html.ts";
import { languages } from "../../words/language.ts";
import type { PlainKey, Translate } from "../../words/messages/translator.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { type Action, roles } from "../permissions.ts";
import { formatName } from "../words.ts";
import { auditFields, hiddenFields } from "./audit-fields.ts";
import { goneSubject } from "./audit-forget-store.ts";
import type { AuditEntry, AuditLine } from "./audit-store.ts";
import { type ChangedField, changedFields } from "./changed-fields.ts";

/** Where and when a line is read. */
export interface AuditReader {
  t: Translate;
  zone: string;
  now: Date;
}

/** Every action has a name here, or it does not compile. */
const actions = {
  "programme.edit": "audit.action.programme_edit",
  "institutions.manage": "audit.action.institutions",
  "institutions.edit": "audit.action.institutions",
  "places.edit": "audit.action.places",
  "programme.import": "audit.action.programme_import",
  "feeds.manage": "audit.action.feeds_manage",
  "collections.edit": "audit.action.collections_edit",
  "articles.edit": "audit.action.articles_edit",
  "classes.edit": "audit.action.classes_edit",
  "classes.teach": "audit.action.classes_teach",
  "threads.answer": "audit.action.threads_answer",
  "wishes.answer": "audit.action.wishes_answer",
  "comments.moderate": "audit.action.comments_moderate",
  "comments.answer": "audit.action.comments_answer",
  "votes.manage": "audit.action.votes_manage",
  "ideas.manage": "audit.action.ideas_manage",
  "questions.guide": "audit.action.questions_guide",
  "announcements.send": "audit.action.announcements_send",
  "numbers.read": "audit.action.numbers_read",
  "staff.manage": "audit.action.staff_manage",
  "staff.manage_admins": "audit.action.staff_manage",
  "audit.read": "audit.action.audit_read",
  account: "audit.action.account",
  command: "audit.action.command",
} as const satisfies Record<Action | "account" | "command", PlainKey>;

/** What is done, beside the action; a verb that is not here stands in the log as it is. */
export const auditVerbs = [
  "accept",
  "add",
  "add_dates",
  "agree",
  "answer",
  "approve",
  "ban",
  "begin",
  "cancel",
  "confirm",
  "consider",
  "copy",
  "create",
  "create_place",
  "decline",
  "delete",
  "draft",
  "edit",
  "end",
  "enrol",
  "export",
  "fields",
  "finish",
  "give_back",
  "grant",
  "hide",
  "house",
  "import",
  "invite",
  "link",
  "links",
  "merge",
  "move",
  "move_all",
  "move_learner",
  "part",
  "pause",
  "pin",
  "place",
  "postpone",
  "publish",
  "refuse",
  "reject",
  "remove_learner",
  "restore",
  "restore_event",
  "resume",
  "rewrite",
  "schedule",
  "seat_learner",
  "second",
  "send",
  "start",
  "stop",
  "stops",
  "take",
  "take_up",
  "tell_apart",
  "texts",
  "turn",
  "unban",
  "undo",
  "unmerge",
  "unpublish",
  "withdraw",
] as const;

export const auditSubjects = [
  "announcement",
  "article",
  "channel",
  "comment",
  "comment_rules",
  "collection",
  "course",
  "event",
  "feed",
  "group",
  "idea",
  "institution",
  "invitation",
  "lesson",
  "load",
  "occurrence",
  "person",
  "place",
  "question",
  "staff_group",
  "standing_offer",
  "thread",
  "vote",
  "wish",
] as const;

/** What was done: "Programme · moved". */
export function formatAction(action: string, t: Translate): string {
  const name = Object.keys(actions).find((known): known is keyof typeof actions => {
    return action === known || action.startsWith(`${known}.`);
  });
  if (name === undefined) return action;
  const rest = action.slice(name.length + 1);
  if (rest === "") return t(actions[name]);
  const verb = auditVerbs.find((known) => known === rest);
  return t("audit.done", { action: t(actions[name]), verb: verb === undefined ? rest : t(`audit.verb.${verb}`) });
}

/** What was done alone, where it has a word: "moved"; else with the action. */
export function formatVerb(action: string, t: Translate): string {
  const rest = action.slice(action.lastIndexOf(".") + 1);
  const verb = auditVerbs.find((known) => known === rest);
  return verb === undefined ? formatAction(action, t) : t(`audit.verb.${verb}`);
}

/** A kind of subject: "events". */
export function formatSubjects(name: string, t: Translate): string {
  const known = auditSubjects.find((subject) => subject === name);
  return known === undefined ? name : t(`audit.subject.${known}`);
}

/** What it was done to: "event “La Bohème”", "group 3". */
export function formatSubject({ subject, title }: Pick<AuditLine, "subject" | "title">, t: Translate): string {
  const [name = "", id = ""] = subject.split(":");
  const what = formatSubjects(name, t);
  if (subject === goneSubject) return t("audit.gone", { what });
  return title === null ? t("audit.numbered", { what, id }) : t("audit.named", { what, title });
}

/** Who did it: the operator did what a command did, and whoever else has no number was erased. */
export const formatDoer = ({ action, name, personId }: AuditLine, t: Translate): string =>
  personId === null && /^command\b/.test(action) ? t("staff.operator") : formatName(name, personId, t);

export function formatAuditLine(line: AuditLine, { t, zone, now }: AuditReader): Html {
  const when = t("date.day_and_time", { day: formatDay(line.at, t, zone, now), time: formatTime(line.at, zone) });
  return joinLines(
    html`${when} · ${formatDoer(line, t)}`,
    html`<b>${formatAction(line.action, t)}</b> · ${formatSubject(line, t)}`,
  );
}

/** Values longer than this are cut: a whole text would push the others off the screen. */
const longestValue = 200;

/** A line with what changed, field by field. */
export function formatAuditEntry(entry: AuditEntry, reader: AuditReader): Html {
  const { t } = reader;
  const changed = changesOf(entry).slice(0, 12);
  return joinLines(
    formatAuditLine(entry, reader),
    "",
    changed.length === 0 ? t("audit.nothing_more") : null,
    ...changed.map((field) => formatChange(field, reader)),
  );
}

/** What changed, without what means nothing to a reader. */
export const changesOf = ({ before, after }: Pick<AuditEntry, "before" | "after">): ChangedField[] =>
  changedFields(before, after).filter(({ name }) => !hiddenFields.has(name));

/** "title (Russian)": the field in words with the language of a text; where there is no word for it, the way to it. */
function formatField({ name, path }: Pick<ChangedField, "name" | "path">, t: Translate): string {
  const known = auditFields.find((field) => field === name);
  if (known === undefined) return path;
  const word = t(`audit.field.${known}`);
  const language = languages.find((each) => path.split(".").includes(each));
  return language === undefined ? word : t("audit.field_in", { field: word, language: t(`language.name.${language}`) });
}

/** One change as a line of plain text: "title (Russian): A → B". */
export function formatChangeLine(field: ChangedField, reader: AuditReader): string {
  const format = field.name === "role" ? formatHeldRole : formatValue;
  const [was, is] = [format(field.before, reader), format(field.after, reader)];
  const label = formatField(field, reader.t);
  if (field.before === undefined) return `${label}: ${is}`;
  return field.after === undefined ? `${label}: ${was} → —` : `${label}: ${was} → ${is}`;
}

function formatChange({ name, path, before, after }: ChangedField, reader: AuditReader): Html {
  const label = formatField({ name, path }, reader.t);
  const format = name === "role" ? formatHeldRole : formatValue;
  const [was, is] = [format(before, reader), format(after, reader)];
  if (before === undefined) return html`${label}: ${is}`;
  return after === undefined ? html`${label}: <s>${was}</s>` : html`${label}: ${was} → ${is}`;
}

/** By itself: of which institution stands in a field of its own. */
function formatHeldRole(value: unknown, reader: AuditReader): string {
  const role = roles.find((known) => known === value);
  return role === undefined ? formatValue(value, reader) : reader.t(`role.button.${role}`);
}

function formatValue(value: unknown, { t, zone, now }: AuditReader): string {
  if (value === null || value === undefined || value === "") return "—";
  if (typeof value === "boolean") return t(value ? "audit.yes" : "audit.no");
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) {
    const at = new Date(text);
    return t("date.day_and_time", { day: formatDay(at, t, zone, now), time: formatTime(at, zone) });
  }
  return text.length > longestValue ? `${text.slice(0, longestValue).toWellFormed()}…` : text;
}
