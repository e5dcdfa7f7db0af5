import type { Dialogue, FlowContext } from "../../../bot/context.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { html } from "../../../bot/words/html.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { askText } from "../../kit/steps/ask-text.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import { auditFoundView } from "./audit-view.ts";

/** Asks for a name, or for "event:12", and shows what the log tells of. */
export const searchAudit = defineDialogue(
  "search-audit",
  { version: 1 },
  async (dialogue: Dialogue, ctx: FlowContext): Promise<void> => {
    const { t, person } = ctx.reader;
    const answer = await askText(dialogue, ctx, {
      text: html`${t("audit.ask")}`,
      again: html`${t("audit.ask")}`,
      accept: (text) => text.trim().length > 0 && text.length <= 100,
    });
    if (answer.kind !== "answer") {
      await say(dialogue, ctx, { text: html`${t("audit.stopped")}`, keyboard: [[toStaffMenu(t)]] });
      return;
    }
    // Who was owner when the question was asked need not be one any more.
    const view = await dialogue.external(async ({ services, reader }) => {
      if (!may(await findStaff(services.database, person.id), "audit.read")) return null;
      const { text, keyboard } = await auditFoundView(services, reader, answer.value.trim());
      return { text: String(text), keyboard };
    });
    if (view === null) await say(dialogue, ctx, { text: html`${t("staff.not_open")}` });
    else await ctx.reply(view.text, { parse_mode: "HTML", reply_markup: { inline_keyboard: view.keyboard } });
  },
);
