import type { Position } from "../../../bot/programme/editing/institution-store.ts";
import { parseMapLink } from "../../../bot/programme/editing/places/parse-map-link.ts";
import { html } from "../../../bot/words/html.ts";
import { ask, type Choice } from "../../kit/ask/ask.ts";
import { askLine, type LineQuestion } from "../../kit/ask/ask-line.ts";
import type { Conversation } from "../../kit/conversation.ts";
import type { Answer } from "../../kit/steps/answer.ts";

/** Characters of a name or an address: a line of a card. */
const longest = 150;

/** Asks for a name or an address. */
export const askLineOfCard = <None extends null = never>(
  conversation: Conversation,
  question: Omit<LineQuestion<None>, "longest" | "again">,
): Promise<Answer<string | None>> =>
  askLine(conversation, {
    ...question,
    longest,
    again: conversation.ctx.reader.t("institution.again.line", { longest }),
  });

/** Asks for a shared location, or a link of a map; null: none, where that is offered. */
export function askPosition<None extends null = never>(
  conversation: Conversation,
  { without, canGoBack }: { without?: Choice<None>; canGoBack: boolean },
): Promise<Answer<Position | None>> {
  const { t } = conversation.ctx.reader;
  return ask<Position | None>(conversation, {
    text: html`${t("institution.ask.place")}`,
    again: html`${t("institution.ask.place")}`,
    choices: without ? [[without]] : [],
    read: ({ message }) => {
      const at = message?.location ?? message?.venue?.location;
      if (at === undefined) return parseMapLink(message?.text ?? "");
      return { latitude: at.latitude, longitude: at.longitude };
    },
    canGoBack,
  });
}
