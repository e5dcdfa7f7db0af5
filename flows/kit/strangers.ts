import { botName, startLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show } from "../../bot/doors/telegram/screen/show.ts";
import { html } from "../../bot/words/html.ts";
import { accessOf } from "../access.ts";
import { Screen } from "./screen.ts";

/**
 * People the bot does not know: they press a button in a group or under a card that somebody shared, or an old one after
 * they had themselves erased. They read what everybody may read. What would be theirs alone they are invited to begin with
 * a message of their own; a press makes nobody known, and writes nothing.
 */
export const strangers = new Screen();

strangers.use(async (ctx, next) => {
  const data = ctx.callbackQuery?.data;
  if (data === undefined || ctx.reader.isKnown || accessOf(data) === "public") return next();
  const { t, isPrivate } = ctx.reader;
  const username = ctx.me.username;
  if (!isPrivate) return answerTap(ctx, { text: t("stranger.in_group", { bot: botName(username) }), show_alert: true });
  await show(ctx, {
    text: html`${t("stranger.begin")}`,
    keyboard: [[urlButton(t("stranger.button"), startLink(username, "again"))]],
  });
});
