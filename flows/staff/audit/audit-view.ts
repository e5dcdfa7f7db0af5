import type { Reader, Services } from "../../../bot/context.ts";
import { button, rows, wideButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { formatDate } from "../../../bot/reports/plot/span-words.ts";
import {
  type AuditFilter,
  type AuditLine,
  findAudit,
  findAuditEntry,
  findAudited,
  findAuditFilters,
} from "../../../bot/staff/audit/audit-store.ts";
import {
  formatAuditEntry,
  formatAuditLine,
  formatSubject,
  formatSubjects,
  formatVerb,
} from "../../../bot/staff/audit/audit-words.ts";
import { formatName } from "../../../bot/staff/words.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { formatTime } from "../../../bot/words/time/dates.ts";
import { turnRow } from "../../kit/pagination.ts";
import {
  auditCallback,
  auditDaysCallback,
  auditEntryCallback,
  auditFileCallback,
  auditFiltersCallback,
  auditSearchCallback,
} from "../callbacks.ts";
import { toStaffMenu } from "../menu.ts";
import type { AuditPage } from "./audit-codec.ts";

type Room = Pick<Services, "database">;

const first = (filter: AuditFilter): string => auditCallback.data({ page: 0, filter });

/** A page of the log, the newest first; each line opens. */
export async function auditView({ database }: Room, reader: Reader, { page, filter }: AuditPage): Promise<View> {
  const { t } = reader;
  const { rows: lines, hasMore } = await findAudit(database, { filter, page, language: t.language, zone: reader.zone });
  const isSifted = filter.kind !== "all";
  return {
    text: joinLines(
      html`<b>${t("audit.title")}</b>`,
      filter.kind === "days"
        ? t("numbers.dates", { first: formatDate(filter.first, t), last: formatDate(filter.last, t) })
        : null,
      "",
      lines.length === 0 ? t("audit.empty") : null,
      ...lines.map((line, index) => html`${index === 0 ? "" : "\n"}${formatAuditLine(line, reader)}`),
    ),
    keyboard: [
      ...lines.map((line) => [
        wideButton(label(line, reader), auditEntryCallback.data({ entryId: line.id, from: { page, filter } })),
      ]),
      turnRow(t, { page, hasMore }, (to) => auditCallback.data({ page: to, filter })),
      [
        button(t("audit.filters"), auditFiltersCallback.data(null)),
        button(t("audit.search"), auditSearchCallback.data(null)),
      ],
      [
        button(t("audit.days"), auditDaysCallback.data(null)),
        button(t("audit.file"), auditFileCallback.data({ page: 0, filter })),
      ],
      [...(isSifted ? [button(t("audit.all"), first({ kind: "all" }))] : []), toStaffMenu(t)],
    ],
  };
}

const label = (line: AuditLine, { t, zone }: Reader): string =>
  [formatTime(line.at, zone), formatVerb(line.action, t), line.title].filter((part) => part !== null).join(" · ");

/** One line with what was before and after, and all else that happened to the same. */
export async function auditEntryView(
  room: Room,
  reader: Reader,
  { entryId, from }: { entryId: number; from: AuditPage },
): Promise<View> {
  const { t } = reader;
  const entry = await findAuditEntry(room.database, entryId, t.language);
  if (entry === null) return auditView(room, reader, from);
  return {
    text: formatAuditEntry(entry, reader),
    keyboard: [
      [
        button(t("audit.same"), first({ kind: "subject", subject: entry.subject })),
        ...(entry.personId === null
          ? []
          : [button(t("audit.same_person"), first({ kind: "person", personId: entry.personId }))]),
      ],
      [button(t("button.back"), auditCallback.data(from)), toStaffMenu(t)],
    ],
  };
}

/** Whom and what the log can be sifted by: only what there is. */
export async function auditFiltersView({ database }: Room, { t }: Reader): Promise<View> {
  const { people, kinds } = await findAuditFilters(database);
  return {
    text: html`${t("audit.sift")}`,
    keyboard: [
      ...rows(kinds.map((name) => button(formatSubjects(name, t), first({ kind: "subjects", name })))),
      ...rows(
        people.map(({ personId, name }) => button(formatName(name, personId, t), first({ kind: "person", personId }))),
      ),
      [button(t("button.back"), first({ kind: "all" })), toStaffMenu(t)],
    ],
  };
}

/** What the log tells of under the name that was typed. */
export async function auditFoundView({ database }: Room, { t }: Reader, text: string): Promise<View> {
  const found = await findAudited(database, text, t.language);
  const said: Html = html`${found.length === 0 ? t("audit.nothing_found") : t("audit.found")}`;
  return {
    text: said,
    keyboard: [
      ...found.map((each) => [button(formatSubject(each, t), first({ kind: "subject", subject: each.subject }))]),
      [button(t("audit.search"), auditSearchCallback.data(null)), toStaffMenu(t)],
    ],
  };
}
