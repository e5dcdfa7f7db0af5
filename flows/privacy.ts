import { Composer } from "grammy";
import type { BotContext } from "../bot/context.ts";
import { findKept } from "../bot/people/person-store.ts";
import { button } from "../bot/telegram/keyboard.ts";
import { send, show, type View } from "../bot/telegram/show.ts";
import { formatDay } from "../bot/words/dates.ts";
import { eraseCallback, privacyCallback } from "./callbacks.ts";
import { enterDialogue } from "./dialogues.ts";
import { menuView, toMenu } from "./menu.ts";
import { onCallback } from "./on-callback.ts";

/** Everything that is kept about a person, in words. */
async function privacyView({ services, reader }: BotContext): Promise<View> {
  const { t, zone, now, person } = reader;
  const kept = await findKept(services.database, person.id);
  if (kept === null) return menuView(t);
  return {
    text: t.html("privacy.text", {
      name: kept.firstName,
      language: t(`language.name.${kept.language}`),
      first: formatDay(kept.firstSeenAt, t, zone, now),
      last: formatDay(kept.lastSeenAt, t, zone, now),
    }),
    keyboard: [[button(t("button.erase"), eraseCallback.data(null)), toMenu(t)]],
  };
}

export const privacyScreen = new Composer<BotContext>();

privacyScreen.chatType("private").command("privacy", async (ctx) => send(ctx, await privacyView(ctx)));
onCallback(privacyScreen, privacyCallback, async (ctx) => show(ctx, await privacyView(ctx)));
onCallback(privacyScreen, eraseCallback, async (ctx) => {
  await ctx.answerCallbackQuery();
  await enterDialogue(ctx, "forget-me");
});
