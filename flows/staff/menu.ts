import type { InlineKeyboardButton } from "grammy/types";
import type { BotContext } from "../../bot/context.ts";
import { button, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { may } from "../../bot/staff/permissions.ts";
import { findMember } from "../../bot/staff/role-store.ts";
import { formatRoles } from "../../bot/staff/words.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { Screen } from "../kit/screen.ts";
import { refuseInGroup, rightsOf } from "./authorize.ts";
import { staffMenuCallback } from "./callbacks.ts";
import { showCommands } from "./command-menu.ts";
import { staffSections } from "./menu-entries.ts";

/** The way back to /staff. */
export const toStaffMenu = (t: Translate): InlineKeyboardButton =>
  button(t("staff.button.menu"), staffMenuCallback.data(null));

/** What the person is, and the sections that they may use; a kind sentence for everybody else. */
async function staffMenuView(ctx: BotContext): Promise<View> {
  const { t, person } = ctx.reader;
  const staff = await rightsOf(ctx);
  const member = await findMember(ctx.services.database, person.id, t.language);
  if (member === null) return menuView(t, html`${t("staff.no_role")}`);
  const allowed = staffSections.filter(
    ({ action, unless }) => may(staff, action) && !(unless !== undefined && may(staff, unless)),
  );
  const needed = await Promise.all(
    allowed.map(({ isNeeded }) => isNeeded?.(ctx.services, staff, ctx.reader.now) ?? true),
  );
  const sections = allowed.filter((_, index) => needed[index]);
  return {
    text: joinLines(
      html`<b>${t("staff.title")}</b>`,
      "",
      t("staff.you_are", { roles: formatRoles(member.roles, t) }),
      sections.length === 0 ? t("staff.nothing_yet") : null,
    ),
    keyboard: [
      ...rows(
        sections.map(({ label, data }) => button(label(t), data)),
        2,
      ),
      [toMenu(t)],
    ],
  };
}

export const staffMenuScreen = new Screen();

onCommand(staffMenuScreen, "staff", async (ctx) => {
  if (!ctx.reader.isPrivate) return refuseInGroup(ctx);
  await send(ctx, await staffMenuView(ctx));
  await showCommands(ctx, ctx.reader.person.id, (await rightsOf(ctx)).grants.length > 0);
});

onCallback(staffMenuScreen, staffMenuCallback, async (ctx) =>
  ctx.reader.isPrivate ? show(ctx, await staffMenuView(ctx)) : refuseInGroup(ctx),
);
