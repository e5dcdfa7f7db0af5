import type { BotContext } from "../../../bot/context.ts";
import { button, type Row } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { findMember, findMembers, type Member, membersPerPage } from "../../../bot/staff/role-store.ts";
import { formatName, formatRole, formatRoles } from "../../../bot/staff/words.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { formatDay } from "../../../bot/words/time/dates.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback } from "../authorize.ts";
import { askTakeCallback, houseCallback, inviteCallback, memberCallback, peopleCallback } from "../callbacks.ts";
import { toStaffMenu } from "../menu.ts";
import { changeHouse } from "./change-house.ts";
import { inviteToStaff } from "./invite.ts";

/** Who is staff, and as what; `said` tells what has just happened. */
export async function peopleView(
  { services, reader }: BotContext,
  page: number,
  { said, undo }: { said?: string; undo?: Row } = {},
): Promise<View> {
  const { t } = reader;
  const { rows, total } = await findMembers(services.database, { page, language: t.language });
  const name = (member: Member) => formatName(member.name, member.personId, t);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t("staff.people", { count: total })}</b>`,
      "",
      ...rows.map((member) => html`<b>${name(member)}</b> — ${formatRoles(member.roles, t)}`),
    ),
    keyboard: [
      undo ?? [],
      ...rows.map((member) => [button(name(member), memberCallback.data(member.personId))]),
      turnRow(t, { page, hasMore: (page + 1) * membersPerPage < total }, peopleCallback.data),
      [button(t("staff.button.invite"), inviteCallback.data(null)), toStaffMenu(t)],
    ],
  };
}

/** Somebody's roles, each to be taken back. */
async function memberView(ctx: BotContext, personId: number): Promise<View> {
  const { t, zone, now } = ctx.reader;
  const member = await findMember(ctx.services.database, personId, t.language);
  if (member === null) return peopleView(ctx, 0, { said: t("staff.gone") });
  return {
    text: joinLines(
      html`<b>${formatName(member.name, personId, t)}</b>`,
      t("staff.accounts", { list: member.accounts.join(", ") }),
      "",
      ...member.roles.map((role) =>
        t("staff.role_since", { role: formatRole(role, t), day: formatDay(role.grantedAt, t, zone, now) }),
      ),
    ),
    keyboard: [
      ...member.roles.flatMap((role) =>
        role.role === "editor" ? [[button(t("staff.button.house"), houseCallback.data(role.id))]] : [],
      ),
      ...member.roles.map((role) => [
        button(t("staff.button.take", { role: formatRole(role, t) }), askTakeCallback.data(role.id)),
      ]),
      [button(t("button.back"), peopleCallback.data(0)), toStaffMenu(t)],
    ],
  };
}

export const peopleScreen = new Screen();

onStaffCallback(peopleScreen, peopleCallback, "staff.manage", async (ctx, page) =>
  show(ctx, await peopleView(ctx, page)),
);
onStaffCallback(peopleScreen, memberCallback, "staff.manage", async (ctx, id) => show(ctx, await memberView(ctx, id)));
onStaffCallback(peopleScreen, houseCallback, "staff.manage", (ctx, roleId) => enter(ctx, changeHouse, roleId));
onStaffCallback(peopleScreen, inviteCallback, "staff.manage", (ctx) => enter(ctx, inviteToStaff));
