import { InputFile } from "grammy";
import type { BotContext, FlowContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { deepLink, shareLink } from "../../../bot/doors/telegram/screen/deep-links.ts";
import { urlButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { qrPicture } from "../../../bot/doors/telegram/screen/qr.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { findGroupsWithoutTeacher, type StaffChoice } from "../../../bot/staff/choices-store.ts";
import { type Validity, validities } from "../../../bot/staff/invitation.ts";
import { invite } from "../../../bot/staff/invitation-store.ts";
import { may, type Role, rightToGive, roles } from "../../../bot/staff/permissions.ts";
import { formatRole } from "../../../bot/staff/words.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { ask, type Choice } from "../../kit/ask/ask.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered, mapAnswer } from "../../kit/steps/answer.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { walk } from "../../kit/steps/wizard.ts";
import { toStaffMenu } from "../menu.ts";
import { askHouse } from "./ask-house.ts";

interface Draft {
  role?: Role;
  /** An editor's institution; null: every one. */
  institution?: StaffChoice | null;
  /** A teacher's group; null: none yet. */
  groupId?: number | null;
  days?: Validity;
}

/** Makes an invitation: role → institution or group → how long it is good → a link with its QR picture. */
export const inviteToStaff = defineDialogue(
  "invite",
  { version: 2 },
  async (conversation: Conversation): Promise<void> => {
    const { ctx } = conversation;
    const { t, person } = ctx.reader;
    const asked = await walk<Draft>({}, [
      { ask: () => askRole(conversation) },
      {
        isNeeded: ({ role }) => role === "editor",
        ask: async () =>
          mapAnswer(await askHouse(conversation, t("staff.invite.institution"), true), (institution) => ({
            institution,
          })),
      },
      {
        isNeeded: ({ role }) => role === "teacher",
        ask: () => askGroup(conversation),
      },
      { ask: ({ institution }) => askValidity(conversation, institution) },
    ]);
    const { role, institution = null, groupId = null, days } = asked.kind === "answer" ? asked.value : {};
    if (role === undefined || days === undefined) {
      await say(conversation, { text: html`${t("staff.invite.stopped")}`, keyboard: [[toStaffMenu(t)]] });
      return;
    }
    const invitation = { role, institutionId: institution?.id ?? null, groupId, days };
    const made = await conversation.dialogue.external((outer) =>
      once(outer, "invite", (database) => invite(database, { by: person.id, now: outer.reader.now }, invitation)),
    );
    if (made.kind === "forbidden") {
      await say(conversation, { text: html`${t("staff.not_open")}` });
      return;
    }
    const what = formatRole({ role, institution: institution?.name ?? null }, t);
    await say(conversation, { text: html`${t("staff.invite.ready", { role: what, days })}` });
    await sendInvitation(ctx, made.value, what);
  },
);

/** Sends the link of an invitation with its QR picture, to be passed on. */
export async function sendInvitation(ctx: FlowContext | BotContext, code: string, role: string): Promise<void> {
  const { t } = ctx.reader;
  const link = deepLink(ctx.me.username, { kind: "invitation", code });
  const share = shareLink(ctx.me.username, { url: link, text: t("staff.invite.share_text", { role }) });
  await ctx.replyWithPhoto(new InputFile(await qrPicture(link), "invitation.png"), {
    caption: link,
    reply_markup: {
      inline_keyboard: [[urlButton(t("button.share"), share)], [toStaffMenu(t)]],
    },
  });
}

/** Only those roles are offered that the person may give. */
async function askRole(conversation: Conversation): Promise<Answer<Draft>> {
  const { t, person } = conversation.ctx.reader;
  const staff = await conversation.dialogue.external(({ services }) => findStaff(services.database, person.id));
  const open = roles.filter((role) => may(staff, rightToGive(role)));
  const answer = await ask<Role>(conversation, {
    text: joinLines(
      t("staff.invite.role"),
      "",
      ...open.map((role) => html`<b>${t(`role.button.${role}`)}</b> — ${t(`role.means.${role}`)}`),
    ),
    again: html`${t("staff.invite.role_again")}`,
    choices: open.map((role) => [{ label: t(`role.button.${role}`), value: role }]),
  });
  return answer.kind === "answer" ? answered({ role: answer.value }) : answer;
}

async function askGroup(conversation: Conversation): Promise<Answer<Draft>> {
  const { t } = conversation.ctx.reader;
  const groups = await conversation.dialogue.external(({ services }) =>
    findGroupsWithoutTeacher(services.database, t.language),
  );
  const choices: Choice<number | null>[] = [
    ...groups.map(({ id, name }) => ({ label: name, value: id })),
    { label: t("staff.invite.no_group"), value: null },
  ];
  const answer = await ask<number | null>(conversation, {
    text: html`${t("staff.invite.group")}`,
    again: html`${t("staff.invite.group")}`,
    choices: choices.map((choice) => [choice]),
    canGoBack: true,
  });
  return answer.kind === "answer" ? answered({ groupId: answer.value }) : answer;
}

/** How long it is good. The institution that was taken for what was typed is named, so that a wrong one is noticed. */
async function askValidity(
  conversation: Conversation,
  institution: StaffChoice | null | undefined,
): Promise<Answer<Draft>> {
  const { t } = conversation.ctx.reader;
  const answer = await ask<Validity>(conversation, {
    text: joinLines(institution ? html`<b>${institution.name}</b>` : null, t("staff.invite.days")),
    again: html`${t("staff.invite.days")}`,
    choices: [validities.map((days) => ({ label: t("staff.invite.for_days", { days }), value: days }))],
    canGoBack: true,
  });
  return answer.kind === "answer" ? answered({ days: answer.value }) : answer;
}
