import { InputFile } from "grammy";
import { answerTap, show } from "../../../bot/doors/telegram/screen/show.ts";
import { formatDate } from "../../../bot/reports/plot/span-words.ts";
import { workbookOf } from "../../../bot/reports/plot/workbook.ts";
import { findAuditEntries, mostAuditRows } from "../../../bot/staff/audit/audit-store.ts";
import { auditTable } from "../../../bot/staff/audit/audit-table-words.ts";
import { fileName } from "../../../bot/words/file-name.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback } from "../authorize.ts";
import {
  auditCallback,
  auditDaysCallback,
  auditEntryCallback,
  auditFileCallback,
  auditFiltersCallback,
  auditSearchCallback,
} from "../callbacks.ts";
import { auditDays } from "./audit-days.ts";
import { auditEntryView, auditFiltersView, auditView } from "./audit-view.ts";
import { searchAudit } from "./search-audit.ts";

export const auditScreen = new Screen();

onStaffCallback(auditScreen, auditCallback, "audit.read", async (ctx, page) =>
  show(ctx, await auditView(ctx.services, ctx.reader, page)),
);
onStaffCallback(auditScreen, auditEntryCallback, "audit.read", async (ctx, which) =>
  show(ctx, await auditEntryView(ctx.services, ctx.reader, which)),
);
onStaffCallback(auditScreen, auditFiltersCallback, "audit.read", async (ctx) =>
  show(ctx, await auditFiltersView(ctx.services, ctx.reader)),
);
onStaffCallback(auditScreen, auditDaysCallback, "audit.read", (ctx) => enter(ctx, auditDays));
onStaffCallback(auditScreen, auditFileCallback, "audit.read", async (ctx, { filter }) => {
  const { services, reader } = ctx;
  const { t, zone } = reader;
  await answerTap(ctx);
  const entries = await findAuditEntries(services.database, { filter, language: t.language, zone });
  const days =
    filter.kind === "days"
      ? t("numbers.dates", { first: formatDate(filter.first, t), last: formatDate(filter.last, t) })
      : null;
  const name = fileName([t("audit.title"), ...(days === null ? [] : [days])], "xlsx");
  const file = new InputFile(await workbookOf([auditTable(entries, reader)]), name);
  const isCut = entries.length === mostAuditRows;
  const count = t("audit.exported", { count: entries.length });
  await ctx.replyWithDocument(file, { caption: isCut ? t("audit.exported_first", { count: entries.length }) : count });
});
onStaffCallback(auditScreen, auditSearchCallback, "audit.read", (ctx) => enter(ctx, searchAudit));
