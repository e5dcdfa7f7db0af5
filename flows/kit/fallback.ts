import type { BotContext } from "../../bot/context.ts";
import { startLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { html } from "../../bot/words/html.ts";
import { menuView } from "../account/menu.ts";
import { Screen } from "./screen.ts";

/** The last in line: whatever nobody else understood gets an answer too. */
export const leftovers = new Screen();

leftovers.on("callback_query", async (ctx) => {
  const { t } = ctx.reader;
  // A message sent by way of inline mode is not ours to edit into a menu.
  if (ctx.callbackQuery.message === undefined) await answerTap(ctx, { text: t("said.old_button") });
  else await show(ctx, menuView(t, html`${t("said.old_button")}`));
});

leftovers.on("message", async (ctx) => {
  const { t } = ctx.reader;
  const isCommand = ctx.message.text?.startsWith("/") === true;
  // Forwards, stickers, voices …: a group talks among itself.
  if (ctx.chat.type !== "private" && !isCommand) return;
  if (ctx.chat.type !== "private" && isOfPrivateChat(ctx.message.text ?? "")) return send(ctx, elsewhereView(ctx));
  await send(ctx, menuView(t, html`${t(isCommand ? "said.unknown_command" : "said.not_understood")}`));
});

/** Commands about what is one person's own; a group reads along. */
const ofPrivateChat = ["my", "privacy", "simple", "staff", "mute", "cancel"];

const isOfPrivateChat = (text: string): boolean => ofPrivateChat.some((name) => text.startsWith(`/${name}@`));

const elsewhereView = ({ reader: { t }, me }: BotContext): View => ({
  text: html`${t("said.only_private")}`,
  keyboard: [[urlButton(t("stranger.button"), startLink(me.username, "again"))]],
});
