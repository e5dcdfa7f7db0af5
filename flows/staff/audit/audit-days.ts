import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { formatDate } from "../../../bot/reports/plot/span-words.ts";
import { html } from "../../../bot/words/html.ts";
import { askDays } from "../../kit/ask/ask-days.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { auditCallback, auditFileCallback } from "../callbacks.ts";
import { toStaffMenu } from "../menu.ts";

/** Asks for days of the log, and leads to them on the screen or as a workbook. */
export const auditDays = defineDialogue(
  "audit-days",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const days = await askDays(conversation, t("numbers.days.ask"));
    if (days.kind !== "answer") {
      await say(conversation, { text: html`${t("audit.stopped")}`, keyboard: [[toStaffMenu(t)]] });
      return;
    }
    const filter = { kind: "days" as const, ...days.value };
    const { first, last } = days.value;
    await say(conversation, {
      text: html`<b>${t("numbers.dates", { first: formatDate(first, t), last: formatDate(last, t) })}</b>`,
      keyboard: [
        [
          button(t("audit.show"), auditCallback.data({ page: 0, filter })),
          button(t("audit.file"), auditFileCallback.data({ page: 0, filter })),
        ],
        [toStaffMenu(t)],
      ],
    });
  },
);
