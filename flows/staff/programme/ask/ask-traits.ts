import { type AgeRating, ageRatings, type Section } from "../../../../bot/programme/event.ts";
import type { SaidPrice } from "../../../../bot/programme/said-price.ts";
import { formatAge } from "../../../../bot/words/age.ts";
import { html } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import { askSeveral } from "../../../kit/ask/ask-several.ts";
import { choose, inRows } from "../../../kit/ask/choose.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import type { Answer } from "../../../kit/steps/answer.ts";
import { meant, type ReadText, type Understood } from "../../../kit/steps/understand.ts";
import { noneLabel } from "./none-label.ts";

export function askSection(conversation: Conversation, canGoBack: boolean): Promise<Answer<Section>> {
  const { t, offer } = conversation.ctx.reader;
  const choices = offer.sections.map((section) => ({ label: t(`section.${section}`), value: section }));
  return choose(conversation, t("programme.ask.section"), inRows(choices, 2), canGoBack);
}

/** What it costs; null: nobody knows yet. */
export function askPrice(conversation: Conversation, canGoBack: boolean): Promise<Answer<SaidPrice | null>> {
  const { t } = conversation.ctx.reader;
  return ask<SaidPrice | null>(conversation, {
    text: html`${t("programme.ask.price")}`,
    again: html`${t("programme.again.price")}`,
    choices: [
      [
        { label: t("programme.button.free"), value: { isFree: true } },
        { label: noneLabel(conversation, canGoBack), value: null },
      ],
    ],
    readForeign: (said, readText) => readPrice(typed(said), readText),
    canGoBack,
  });
}

/** "500", "300–800 ₽", "free": what somebody types who was asked for a price. */
async function readPrice(text: string, readText: ReadText): Promise<Understood<SaidPrice>> {
  if (text.length > 100) return { kind: "missing" };
  const price = await readText("price", text);
  const isSaid = price.isFree || price.priceMin !== undefined || price.priceMax !== undefined;
  return meant(isSaid ? price : undefined);
}

/** Asks from what age it is for, as it is rated; null: nobody said. */
export function askAgeRating(conversation: Conversation, canGoBack: boolean): Promise<Answer<AgeRating | null>> {
  const { t } = conversation.ctx.reader;
  const ratings = ageRatings.map((age) => ({ label: formatAge(age, t), value: age }));
  const none = { label: noneLabel(conversation, canGoBack), value: null };
  return choose<AgeRating | null>(conversation, t("programme.ask.age"), [...inRows(ratings, 3), [none]], canGoBack);
}

/** Asks for any number of a list, with one question. */
export function askTraits<T extends string>(
  conversation: Conversation,
  { text, all, before, label }: { text: string; all: readonly T[]; before: readonly T[]; label: (one: T) => string },
): Promise<Answer<T[]>> {
  const question = html`${text}`;
  const ready = () => conversation.ctx.reader.t("programme.button.ready");
  return askSeveral(conversation, { all, before, label, text: () => question, again: question, ready });
}
