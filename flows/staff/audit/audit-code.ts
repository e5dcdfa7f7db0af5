import { packId } from "../../../bot/doors/telegram/screen/callback.ts";
import type { AuditFilter } from "../../../bot/staff/audit-store.ts";

/** A page of the audit log, sifted. */
export interface AuditPage {
  page: number;
  filter: AuditFilter;
}

/** As it lies in a button: the page, and the filter by its letter. */
export function packAuditPage({ page, filter }: AuditPage): string {
  return `${packId(page)}${packFilter(filter)}`;
}

function packFilter(filter: AuditFilter): string {
  switch (filter.kind) {
    case "all":
      return "";
    case "person":
      return `~p${packId(filter.personId)}`;
    case "subjects":
      return `~k${filter.name}`;
    case "subject":
      return `~s${filter.subject}`;
  }
}

export function unpackAuditPage(text: string): AuditPage | undefined {
  const [pageText = "", filterText] = text.split("~");
  const filter = unpackFilter(filterText);
  if (!/^[0-9a-z]{1,3}$/.test(pageText) || filter === undefined) return undefined;
  return { page: Number.parseInt(pageText, 36), filter };
}

function unpackFilter(text: string | undefined): AuditFilter | undefined {
  if (text === undefined) return { kind: "all" };
  const value = text.slice(1);
  if (/^p[0-9a-z]{1,11}$/.test(text)) return { kind: "person", personId: Number.parseInt(value, 36) };
  if (/^k[a-z_]{1,20}$/.test(text)) return { kind: "subjects", name: value };
  return /^s[a-z_]{1,20}:[\w-]{1,20}$/.test(text) ? { kind: "subject", subject: value } : undefined;
}
