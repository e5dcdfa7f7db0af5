import { findTaughtGroups } from "../../../bot/classes/teaching/group-store.ts";
import { formatListedGroup } from "../../../bot/classes/teaching/words.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { askText } from "../../kit/ask/ask-text.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import { findGroupsCallback, groupsCallback } from "./callbacks.ts";
import { groupRows } from "./group-rows.ts";

/** Asks for a part of a title or of a teacher's name, and shows the groups that fit; a teacher finds their own alone. */
export const findGroups = defineDialogue(
  "find-groups",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { ctx } = conversation;
    const { t, person } = ctx.reader;
    const answer = await askText(conversation, {
      text: html`${t("teach.ask_title")}`,
      again: html`${t("teach.ask_title")}`,
      accept: (text) => text.trim().length > 0 && text.length <= 100,
    });
    const back = [button(t("button.back"), groupsCallback.data(0)), toStaffMenu(t)];
    if (answer.kind !== "answer") {
      await say(conversation, { text: html`${t("teach.stopped")}`, keyboard: [back] });
      return;
    }
    const view = await conversation.dialogue.external(async ({ services, reader }) => {
      const staff = await findStaff(services.database, person.id);
      if (!may(staff, "classes.teach")) return null;
      const teacherId = may(staff, "classes.teach", { teacherId: null }) ? null : person.id;
      const query = { teacherId, text: answer.value.trim(), page: 0 };
      const { groups } = await findTaughtGroups(services.database, query, { language: t.language, now: reader.now });
      const text = joinLines(
        html`<b>${t(groups.length === 0 ? "teach.none_found" : "teach.found")}</b>`,
        ...groups.map((group) => html`\n${formatListedGroup(group, reader)}`),
      );
      return { text: String(text), keyboard: groupRows(groups, reader) };
    });
    if (view === null) return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
    const again = [button(t("teach.button.find"), findGroupsCallback.data(null))];
    const keyboard = [...view.keyboard, again, back];
    await ctx.reply(view.text, { parse_mode: "HTML", reply_markup: { inline_keyboard: keyboard } });
  },
);
