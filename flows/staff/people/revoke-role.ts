import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { findRole, giveBack, type Taken, takeRole } from "../../../bot/staff/role-store.ts";
import { formatName, formatRole } from "../../../bot/staff/words.ts";
import { html } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { askTakeCallback, giveBackCallback, memberCallback, takeCallback } from "../callbacks.ts";
import { showCommands } from "../command-menu.ts";
import { peopleView } from "./people.ts";

async function askTakeView(ctx: BotContext, roleId: number): Promise<View> {
  const { t } = ctx.reader;
  const found = await findRole(ctx.services.database, roleId, t.language);
  if (found === null) return peopleView(ctx, 0, { said: t("staff.gone") });
  const { member, role } = found;
  const name = formatName(member.name, member.personId, t);
  return {
    text: html`${t("staff.ask_take", { role: formatRole(role, t), name })}`,
    keyboard: [
      [
        button(t("staff.button.yes_take"), takeCallback.data(roleId)),
        button(t("button.back"), memberCallback.data(member.personId)),
      ],
    ],
  };
}

/** Why a role stays where it is. */
function reason(kind: Exclude<Taken["kind"], "taken" | "forbidden">, t: Translate): string {
  switch (kind) {
    case "gone":
      return t("staff.gone");
    case "own owner":
      return t("staff.own_owner");
    case "from environment":
      return t("staff.from_environment");
  }
}

export const takeScreen = new Screen();

onStaffCallback(takeScreen, askTakeCallback, "staff.manage", async (ctx, roleId) =>
  show(ctx, await askTakeView(ctx, roleId)),
);

onStaffCallback(takeScreen, takeCallback, "staff.manage", async (ctx, roleId) => {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  const found = await findRole(services.database, roleId, t.language);
  const taken = await once(ctx, "take", (database) => takeRole(database, { by: person.id, now }, roleId));
  if (taken.kind === "forbidden") return refuse(ctx);
  if (taken.kind !== "taken") return show(ctx, await peopleView(ctx, 0, { said: reason(taken.kind, t) }));
  const undo = [button(t("staff.button.undo"), giveBackCallback.data(taken.entryId))];
  await show(ctx, await peopleView(ctx, 0, { said: t("staff.taken"), undo }));
  if (found !== null && !taken.hasOthers) await showCommands(ctx, found.member.personId, false);
});

onStaffCallback(takeScreen, giveBackCallback, "staff.manage", async (ctx, entryId) => {
  const { reader } = ctx;
  // Whom it was given to is no part of what is kept of an update; their list of commands can wait for their next start.
  let memberId: number | undefined;
  const kind = await once(ctx, "give back", async (database) => {
    const given = await giveBack(database, { by: reader.person.id, now: reader.now }, entryId);
    if (given.kind === "given") memberId = given.personId;
    return given.kind;
  });
  if (kind === "forbidden") return refuse(ctx);
  const said = kind === "given" ? reader.t("staff.given_back") : reader.t("staff.too_late");
  await show(ctx, await peopleView(ctx, 0, { said }));
  if (memberId !== undefined) await showCommands(ctx, memberId, true);
});
