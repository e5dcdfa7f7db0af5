import { InputFile } from "grammy";
import type { BotContext, FlowContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { deepLink, shareLink } from "../../../bot/doors/telegram/screen/deep-links.ts";
import { urlButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { qrPicture } from "../../../bot/doors/telegram/screen/qr.ts";
import { createInstitution } from "../../../bot/programme/editing/institution-store.ts";
import { findInstitutions } from "../../../bot/programme/editing/name-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { findGroupsWithoutTeacher, type StaffChoice } from "../../../bot/staff/choices-store.ts";
import { type Validity, validities } from "../../../bot/staff/invitation.ts";
import { invite } from "../../../bot/staff/invitation-store.ts";
import { may, type Role, rightToGive, roles } from "../../../bot/staff/permissions.ts";
import { formatRole } from "../../../bot/staff/words.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import { ask, type Choice } from "../../kit/steps/ask.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { walk } from "../../kit/steps/wizard.ts";
import { toStaffMenu } from "../menu.ts";
import { languageOf } from "../programme/ask/ask-words.ts";

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
        ask: () => askInstitution(conversation),
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
    text: html`${t("staff.invite.role")}`,
    again: html`${t("staff.invite.role_again")}`,
    choices: open.map((role) => [{ label: t(`role.button.${role}`), value: role }]),
  });
  return answer.kind === "answer" ? answered({ role: answer.value }) : answer;
}

/** Institutions to choose from at a time. */
const mostShown = 6;

type Institution =
  | { kind: "chosen"; institution: StaffChoice | null }
  | { kind: "new"; name: string }
  | { kind: "typed"; text: string };

/** An institution by a part of its name, as often as it takes to find it; or every one. */
async function askInstitution(conversation: Conversation): Promise<Answer<Draft>> {
  const { t, person } = conversation.ctx.reader;
  let text = "";
  for (let isFirst = true; ; isFirst = false) {
    const typed = text;
    const { named, all, mayMake } = await conversation.dialogue.external(async ({ services: { database } }) => ({
      named: await findInstitutions(database, typed, t.language, mostShown),
      all: await findInstitutions(database, "", t.language, mostShown),
      mayMake: may(await findStaff(database, person.id), "institutions.manage"),
    }));
    const isUnknown = named.length === 0 && typed !== "";
    const found = isUnknown ? all : named;
    const fresh: Choice<Institution>[] =
      isUnknown && mayMake
        ? [{ label: t("programme.button.new_institution", { name: typed }), value: { kind: "new", name: typed } }]
        : [];
    const [only] = named;
    if (!isFirst && only !== undefined && named.length === 1) return answered({ institution: only });
    const question = isUnknown ? t("staff.invite.no_institution") : t("staff.invite.institution");
    const answer = await ask<Institution>(conversation, {
      text: html`${question}`,
      again: html`${t("staff.invite.institution")}`,
      choices: [
        ...found.map((institution) => [{ label: institution.name, value: { kind: "chosen" as const, institution } }]),
        fresh,
        [{ label: t("staff.invite.every_institution"), value: { kind: "chosen", institution: null } }],
      ],
      read: ({ message }) => (message?.text ? { kind: "typed", text: message.text.trim() } : undefined),
      canGoBack: true,
    });
    if (answer.kind !== "answer") return answer;
    if (answer.value.kind === "chosen") return answered({ institution: answer.value.institution });
    if (answer.value.kind === "new") {
      const made = await makeInstitution(conversation, answer.value.name);
      if (made === null) return { kind: "cancelled" };
      return answered({ institution: made });
    }
    text = answer.value.text;
  }
}

/** Makes an institution by its name alone; null where that is not open to this person any more. */
async function makeInstitution({ dialogue, ctx }: Conversation, name: string): Promise<StaffChoice | null> {
  const { person, t } = ctx.reader;
  const texts = { [languageOf(name, t.language)]: { name, address: null } };
  const made = await dialogue.external((outer) =>
    once(outer, "new-institution", (database) =>
      createInstitution(database, { by: person.id, now: outer.reader.now }, { texts }),
    ),
  );
  return made.kind === "done" ? { id: made.value.institutionId, name } : null;
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
