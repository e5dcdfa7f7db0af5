import type { BotContext } from "../../bot/context.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { rightsOf } from "./authorize.ts";
import { toStaffMenu } from "./menu.ts";

/** Adds the way to /staff to the menu of who has a role, where the messenger shows everybody the same commands. */
export async function withWayIn(ctx: BotContext, menu: View): Promise<View> {
  if (ctx.door.can.ownCommands || !ctx.reader.isPrivate) return menu;
  const { grants } = await rightsOf(ctx);
  return grants.length === 0 ? menu : { ...menu, keyboard: [...menu.keyboard, [toStaffMenu(ctx.reader.t)]] };
}
