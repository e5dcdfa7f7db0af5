import { GrammyError } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { residentCommands } from "../../bot/doors/telegram/client/set-commands.ts";
import { door } from "../../bot/doors/telegram/door.ts";
import { findChatId } from "../../bot/people/address-store.ts";

/** Puts /staff among the commands that Telegram shows in somebody's chat, or takes it away; cosmetics, so it may fail. */
export async function showCommands(ctx: BotContext, personId: number, isStaff: boolean): Promise<void> {
  const { t } = ctx.reader;
  const chatId = await findChatId(ctx.services.database, personId, door);
  if (chatId === undefined) return;
  const scope = { type: "chat", chat_id: Number(chatId) } as const;
  const commands = [{ command: "staff", description: t("staff.command") }, ...residentCommands(t)];
  try {
    await (isStaff ? ctx.api.setMyCommands(commands, { scope }) : ctx.api.deleteMyCommands({ scope }));
  } catch (error) {
    // Who has never spoken to the bot has no chat with it.
    if (!(error instanceof GrammyError)) throw error;
    ctx.services.log.info({ error }, "commands of a chat not taken");
  }
}
