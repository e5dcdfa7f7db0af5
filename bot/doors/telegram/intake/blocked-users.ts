import type { MiddlewareFn } from "grammy";
import type { BotContext, Services } from "../../../context.ts";
import { markBlocked } from "../../../people/address-store.ts";
import { accountOf } from "../door.ts";

/** Notes who blocks the bot and who lets it back in. It asks for no answer and makes nobody known. */
export function membership({ database, clock }: Services): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const change = ctx.myChatMember;
    if (change === undefined) return next();
    if (change.chat.type !== "private") return;
    await markBlocked(
      database,
      accountOf(change.from, ctx.door.name),
      change.new_chat_member.status === "kicked",
      clock.now(),
    );
  };
}
