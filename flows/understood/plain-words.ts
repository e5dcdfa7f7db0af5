import { send } from "../../bot/doors/telegram/screen/show.ts";
import type { PlainIntent } from "../../bot/understanding/intent.ts";
import { besideCalled, calledView, findCalled } from "../collections/called.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { firstView } from "../programme/search.ts";
import { guessedView } from "./guessed.ts";
import { intentOf } from "./intent-of.ts";

/** What asks for nothing in the programme, even if some list would answer its words. */
const talk: readonly PlainIntent[] = [
  "greeted",
  "thanked",
  "farewell",
  "praised",
  "complaint",
  "who",
  "unclear",
  "cost",
  "tickets",
];

/**
 * Text that is nothing else is a search; it stands behind every screen that listens for words of its own. Where the programme
 * has nothing of the kind, what the words are most like is answered.
 */
export const plainWords = new Screen();

privatePartOf(plainWords).on("message:text", async (ctx, next) => {
  const { text, via_bot } = ctx.message;
  if (text.startsWith("/")) return next();
  // A card that somebody sent here by way of inline mode is an answer already.
  if (via_bot?.id === ctx.me.id) return;
  const intent = intentOf(ctx, text);
  const instead = intent.kind === "search" ? intent.instead : null;
  const called = await findCalled(ctx, text);
  if (called?.naming === "whole") return send(ctx, await calledView(ctx, called));
  const isLikely = intent.kind === "search" && intent.isLikely;
  const guess =
    instead === null
      ? undefined
      : { view: () => guessedView(ctx, instead, text), isTalk: talk.includes(instead), isLikely };
  const view = await firstView(ctx, text, guess);
  await send(ctx, called === null ? view : besideCalled(ctx, called, view));
});
