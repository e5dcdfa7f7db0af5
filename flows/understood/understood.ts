import { send } from "../../bot/doors/telegram/screen/show.ts";
import { speak } from "../account/settings.ts";
import { onSaid } from "../kit/on-said.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { humanAsked } from "../threads/human-asked.ts";
import { answers, asides } from "./answers.ts";
import { guessedView } from "./guessed.ts";
import { intentOf } from "./intent-of.ts";
import { answerOfLabel } from "./labels.ts";

/**
 * What somebody says in plain words and is no search: an intent has its screen. It stands behind every screen that listens
 * for words of its own; the rest goes on to those who look for it. A reply belongs to what it replies to.
 */
export const understood = new Screen();

onSaid(understood, async (ctx, text, next) => {
  const labelled = answerOfLabel(ctx.services.words, text);
  if (labelled !== undefined) return send(ctx, await labelled(ctx));
  const intent = intentOf(ctx, text);
  if (intent.kind === "search" || asides.some((kind) => kind === intent.kind)) return next();
  if (intent.kind === "speak") return speak(ctx, intent.language, send);
  if (intent.kind === "human") humanAsked.keep(ctx, true);
  await send(ctx, await (intent.isGuessed ? guessedView(ctx, intent.kind, text) : answers[intent.kind](ctx)));
});

/** What may as well be meant for staff: it stands behind that. */
export const understoodAside = new Screen();

privatePartOf(understoodAside).on("message:text", async (ctx, next) => {
  const { text, via_bot } = ctx.message;
  if (text.startsWith("/") || via_bot) return next();
  const intent = intentOf(ctx, text);
  const aside = asides.find((each) => each === intent.kind);
  if (aside === undefined) return next();
  const isGuessed = "isGuessed" in intent && intent.isGuessed;
  await send(ctx, await (isGuessed ? guessedView(ctx, aside, text) : answers[aside](ctx)));
});
