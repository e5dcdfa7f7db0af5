import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { send, show } from "../../../bot/doors/telegram/screen/show.ts";
import {
  type Accepted,
  acceptInvitation,
  findInvitation,
  type Invitation,
} from "../../../bot/staff/invitation-store.ts";
import { formatName, formatRole } from "../../../bot/staff/words.ts";
import { html } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { menuView, toMenu } from "../../account/menu.ts";
import { onCallback } from "../../kit/on-callback.ts";
import { Screen } from "../../kit/screen.ts";
import { refuseInGroup } from "../authorize.ts";
import { acceptCallback } from "../callbacks.ts";
import { showCommands } from "../command-menu.ts";
import { toStaffMenu } from "../menu.ts";

/** Shows what a link offers, and by whom; looking at it does not use it up. */
export async function openInvitation(ctx: BotContext, code: string): Promise<void> {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  if (!reader.isPrivate) return refuseInGroup(ctx);
  const found = await findInvitation(services.database, code, t.language);
  const refusal = whyNot(found, person.id, now);
  if (refusal !== undefined) return send(ctx, menuView(t, html`${said(refusal, t)}`));
  await send(ctx, {
    text: t.html("staff.accept.offer", {
      name: formatName(found?.inviter ?? null, found?.invitedBy ?? null, t),
      role: found ? formatRole(found, t) : "",
    }),
    keyboard: [[button(t("staff.accept.button"), acceptCallback.data(code)), toMenu(t)]],
  });
}

type Refusal = Exclude<Accepted["kind"], "accepted">;

function whyNot(found: Invitation | null, personId: number, now: Date): Refusal | undefined {
  if (found === null) return "unknown";
  if (found.isUsed) return "used";
  if (found.expiresAt <= now) return "expired";
  return found.invitedBy === personId ? "own" : undefined;
}

function said(refusal: Refusal, t: Translate): string {
  switch (refusal) {
    case "unknown":
    case "inviter gone":
      return t("staff.accept.unknown");
    case "used":
      return t("staff.accept.used");
    case "expired":
      return t("staff.accept.expired");
    case "own":
      return t("staff.accept.own");
    case "already":
      return t("staff.accept.already");
  }
}

export const acceptScreen = new Screen();

onCallback(acceptScreen, acceptCallback, async (ctx, code) => {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  if (!reader.isPrivate) return refuseInGroup(ctx);
  const offered = await findInvitation(services.database, code, t.language);
  const accepted = await once(ctx, "accept", (database) =>
    acceptInvitation(database, { code, personId: person.id, now }),
  );
  if (accepted.kind !== "accepted") return show(ctx, menuView(t, html`${said(accepted.kind, t)}`));
  await show(ctx, {
    text: t.html("staff.accept.welcome", {
      role: formatRole({ role: accepted.role, institution: offered?.institution ?? null }, t),
    }),
    keyboard: [[toStaffMenu(t), toMenu(t)]],
  });
  await showCommands(ctx, person.id, true);
});
