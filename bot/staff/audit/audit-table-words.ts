import type { Table } from "../../reports/report.ts";
import { formatTime } from "../../words/time/dates.ts";
import { inZone } from "../../words/time/local-time.ts";
import type { AuditEntry } from "./audit-store.ts";
import {
  type AuditReader,
  changesOf,
  formatAction,
  formatChangeLine,
  formatDoer,
  formatSubject,
} from "./audit-words.ts";

/** The log as a sheet: day, hour, who, what was done to what, and what changed, in words. */
export function auditTable(entries: readonly AuditEntry[], reader: AuditReader): Table {
  const { t, zone } = reader;
  return {
    name: t("audit.title"),
    header: [
      t("audit.sheet.day"),
      t("audit.sheet.time"),
      t("audit.sheet.who"),
      t("audit.sheet.action"),
      t("audit.sheet.subject"),
      t("audit.sheet.changed"),
    ],
    rows: entries.map((entry) => [
      new Date(inZone(entry.at, zone).toISODate()),
      formatTime(entry.at, zone),
      formatDoer(entry, t),
      formatAction(entry.action, t),
      formatSubject(entry, t),
      changesOf(entry)
        .map((field) => formatChangeLine(field, reader))
        .join("\n"),
    ]),
  };
}
