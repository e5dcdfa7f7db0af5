import { Composer } from "grammy";
import type { BotContext } from "../../../bot/context.ts";
import { show } from "../../../bot/doors/telegram/screen/show.ts";
import { enter } from "../../kit/dialogue.ts";
import { onStaffCallback } from "../authorize.ts";
import { auditCallback, auditEntryCallback, auditFiltersCallback, auditSearchCallback } from "../callbacks.ts";
import { auditEntryView, auditFiltersView, auditView } from "./audit-view.ts";
import { searchAudit } from "./search-audit.ts";

export const auditScreen = new Composer<BotContext>();

onStaffCallback(auditScreen, auditCallback, "audit.read", async (ctx, page) =>
  show(ctx, await auditView(ctx.services, ctx.reader, page)),
);
onStaffCallback(auditScreen, auditEntryCallback, "audit.read", async (ctx, which) =>
  show(ctx, await auditEntryView(ctx.services, ctx.reader, which)),
);
onStaffCallback(auditScreen, auditFiltersCallback, "audit.read", async (ctx) =>
  show(ctx, await auditFiltersView(ctx.services, ctx.reader)),
);
onStaffCallback(auditScreen, auditSearchCallback, "audit.read", (ctx) => enter(ctx, searchAudit));
