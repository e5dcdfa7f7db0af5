import { Composer } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { botName } from "../../bot/doors/telegram/screen/deep-links.ts";
import { send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { writeToUs } from "../../bot/threads/buttons.ts";
import { onCallback } from "../kit/on-callback.ts";
import { helpCallback } from "./callbacks.ts";
import { toMenu } from "./menu.ts";

export const helpView = ({ reader: { t }, me, door }: BotContext): View => ({
  text: t.html("help.text", { bot: botName(me.username), sharing: door.can.inlineMode ? "inline" : "other" }),
  keyboard: [[writeToUs(t), toMenu(t)]],
});

export const helpScreen = new Composer<BotContext>();

helpScreen.command("help", (ctx) => send(ctx, helpView(ctx)));
onCallback(helpScreen, helpCallback, (ctx) => show(ctx, helpView(ctx)));
