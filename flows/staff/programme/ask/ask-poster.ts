import type { FlowContext } from "../../../../bot/context.ts";
import { posterPath } from "../../../../bot/doors/telegram/screen/poster-path.ts";
import { parseTypedAddress } from "../../../../bot/net/web-address.ts";
import { html } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import { askLine } from "../../../kit/ask/ask-line.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { longestTitle } from "./ask-words.ts";
import { noneLabel } from "./none-label.ts";

/** A picture, and what is on it for those who do not see it; null: nobody said. */
export interface Poster {
  posterUrl: string | null;
  posterAlt: string | null;
}

/** The photo of a message as posters are kept: by what the messenger calls it, undefined where it has none. */
export function posterIn(ctx: FlowContext): string | undefined {
  const largest = ctx.message?.photo?.at(-1);
  return largest && posterPath(ctx.api.token, largest.file_id);
}

/** How a picture is asked for, and what is on it. */
interface PosterQuestions {
  picture: string;
  alt: string;
}

/** A picture: sent here, or by its address on the web, and what is on it. Default: that of an event's poster. */
export async function askPoster(
  conversation: Conversation,
  canGoBack: boolean,
  questions?: PosterQuestions,
): Promise<Answer<Poster>> {
  const { t } = conversation.ctx.reader;
  const { picture: question, alt: altQuestion } = questions ?? {
    picture: t("programme.ask.poster"),
    alt: t("programme.ask.poster_alt"),
  };
  for (;;) {
    const picture = await ask<string | null>(conversation, {
      text: html`${question}`,
      again: html`${question}`,
      choices: [[{ label: noneLabel(conversation, canGoBack), value: null }]],
      read: (said) => posterIn(said) ?? parseTypedAddress(typed(said)),
      canGoBack,
    });
    if (picture.kind !== "answer") return picture;
    const posterUrl = picture.value;
    if (posterUrl === null) return answered({ posterUrl, posterAlt: null });
    const alt = await askLine(conversation, {
      question: altQuestion,
      again: t("programme.again.title", { longest: longestTitle }),
      longest: longestTitle,
      without: { label: t("programme.button.skip"), value: null },
      canGoBack: true,
    });
    if (alt.kind === "cancelled") return alt;
    if (alt.kind === "answer") return answered({ posterUrl, posterAlt: alt.value });
  }
}
