import { Composer } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { send, show } from "../../bot/doors/telegram/screen/show.ts";
import { parseMessage } from "../../bot/understanding/parse-message.ts";
import { speak } from "../account/settings.ts";
import { onCallback } from "../kit/on-callback.ts";
import { firstView } from "../programme/search.ts";
import { answers } from "./answers.ts";
import { humanCallback, humanView } from "./human.ts";
import { answerOfLabel } from "./labels.ts";

/**
 * What somebody says in plain words, read once: an intent has its screen, the rest is looked for. It stands behind every
 * screen that listens for words of its own.
 */
export const understood = new Composer<BotContext>();

understood.chatType("private").on("message:text", async (ctx, next) => {
  const { text, via_bot } = ctx.message;
  if (text.startsWith("/")) return next();
  // A card that somebody sent here by way of inline mode is an answer already.
  if (via_bot?.id === ctx.me.id) return;
  const labelled = answerOfLabel(ctx.services.words, text);
  if (labelled !== undefined) return send(ctx, await labelled(ctx));
  const intent = parseMessage(text, ctx.reader.t.language);
  switch (intent.kind) {
    case "search":
      return send(ctx, await firstView(ctx, intent.text));
    case "speak":
      return speak(ctx, intent.language, send);
    default:
      return send(ctx, await answers[intent.kind](ctx));
  }
});

onCallback(understood, humanCallback, (ctx) => show(ctx, humanView(ctx)));
