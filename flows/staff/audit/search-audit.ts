import { findStaff } from "../../../bot/staff/act-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { html } from "../../../bot/words/html.ts";
import { askText } from "../../kit/ask/ask-text.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import { auditFoundView } from "./audit-view.ts";

/** Asks for a name, or for "event:12", and shows what the log tells of. */
export const searchAudit = defineDialogue(
  "search-audit",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { ctx } = conversation;
    const { t, person } = ctx.reader;
    const answer = await askText(conversation, {
      text: html`${t("audit.ask")}`,
      again: html`${t("audit.ask")}`,
      accept: (text) => text.trim().length > 0 && text.length <= 100,
    });
    if (answer.kind !== "answer") {
      await say(conversation, { text: html`${t("audit.stopped")}`, keyboard: [[toStaffMenu(t)]] });
      return;
    }
    // Who was owner when the question was asked need not be one any more.
    const view = await conversation.dialogue.external(async ({ services, reader }) => {
      if (!may(await findStaff(services.database, person.id), "audit.read")) return null;
      const { text, keyboard } = await auditFoundView(services, reader, answer.value.trim());
      return { text: String(text), keyboard };
    });
    if (view === null) await say(conversation, { text: html`${t("staff.not_open")}` });
    else await ctx.reply(view.text, { parse_mode: "HTML", reply_markup: { inline_keyboard: view.keyboard } });
  },
);
