import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { findOpenInvitations, withdrawInvitation } from "../../../bot/staff/invitation-store.ts";
import { formatName, formatRole } from "../../../bot/staff/words.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { formatDay, formatTime } from "../../../bot/words/time/dates.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { invitationsCallback, inviteCallback, withdrawCallback } from "../callbacks.ts";
import { toStaffMenu } from "../menu.ts";

/** The links that nobody has taken yet, each to be withdrawn; the links themselves are their makers' alone. */
async function invitationsView({ services, reader }: BotContext, said?: string): Promise<View> {
  const { t, zone, now } = reader;
  const open = await findOpenInvitations(services.database, t.language, now);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t("staff.invitations.title")}</b>`,
      "",
      open.length === 0 ? t("staff.invitations.none") : null,
      ...open.map((invitation) => {
        const { inviter, invitedBy, expiresAt } = invitation;
        const day = formatDay(expiresAt, t, zone, now);
        return t.html("staff.invitations.line", {
          role: formatRole(invitation, t),
          name: formatName(inviter, invitedBy, t),
          until: t("date.day_and_time", { day, time: formatTime(expiresAt, zone) }),
        });
      }),
    ),
    keyboard: [
      ...open.map((invitation) => [
        button(
          t("staff.button.withdraw", { role: formatRole(invitation, t) }),
          withdrawCallback.data(invitation.handle),
        ),
      ]),
      [button(t("staff.button.invite"), inviteCallback.data(null)), toStaffMenu(t)],
    ],
  };
}

export const invitationsScreen = new Screen();

onStaffCallback(invitationsScreen, invitationsCallback, "staff.manage", async (ctx) =>
  show(ctx, await invitationsView(ctx)),
);

onStaffCallback(invitationsScreen, withdrawCallback, "staff.manage", async (ctx, handle) => {
  const { reader } = ctx;
  const { kind } = await once(ctx, "withdraw", (database) =>
    withdrawInvitation(database, { by: reader.person.id, now: reader.now }, handle),
  );
  if (kind === "forbidden") return refuse(ctx);
  const said = kind === "gone" ? reader.t("staff.invitations.gone") : reader.t("staff.invitations.withdrawn");
  await show(ctx, await invitationsView(ctx, said));
});
