import { type AgeRating, ageRatings, type Section, sections } from "../../../../bot/programme/event.ts";
import type { Price } from "../../../../bot/programme/said-price.ts";
import { formatAge } from "../../../../bot/words/age.ts";
import { html } from "../../../../bot/words/html.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { ask } from "../../../kit/steps/ask.ts";
import { meant, type ReadText, type Understood } from "../../../kit/steps/understand.ts";
import { choose, type Desk, inRows, noneLabel, typed } from "../desk.ts";

export function askSection(desk: Desk, canGoBack: boolean): Promise<Answer<Section>> {
  const { t } = desk.ctx.reader;
  const choices = sections.map((section) => ({ label: t(`section.${section}`), value: section }));
  return choose(desk, t("programme.ask.section"), inRows(choices, 2), canGoBack);
}

/** What it costs; null: nobody knows yet. */
export function askPrice(desk: Desk, canGoBack: boolean): Promise<Answer<Price | null>> {
  const { dialogue, ctx } = desk;
  const { t } = ctx.reader;
  return ask<Price | null>(dialogue, ctx, {
    text: html`${t("programme.ask.price")}`,
    again: html`${t("programme.again.price")}`,
    choices: [
      [
        { label: t("programme.button.free"), value: { isFree: true } },
        { label: noneLabel(desk, canGoBack), value: null },
      ],
    ],
    readForeign: (said, readText) => readPrice(typed(said), readText),
    canGoBack,
  });
}

/** "500", "300–800 ₽", "free": what somebody types who was asked for a price. */
async function readPrice(text: string, readText: ReadText): Promise<Understood<Price>> {
  if (text.length > 100) return { kind: "missing" };
  const price = await readText("price", text);
  const isSaid = price.isFree || price.priceMin !== undefined || price.priceMax !== undefined;
  return meant(isSaid ? price : undefined);
}

export function askAge(desk: Desk, canGoBack: boolean): Promise<Answer<AgeRating | null>> {
  const { t } = desk.ctx.reader;
  const ratings = ageRatings.map((age) => ({ label: formatAge(age, t), value: age }));
  const none = { label: noneLabel(desk, canGoBack), value: null };
  return choose<AgeRating | null>(desk, t("programme.ask.age"), [...inRows(ratings, 3), [none]], canGoBack);
}

/** Any number of a list: pressed ones carry a mark, and "ready" ends it. */
export async function askSeveral<T extends string>(
  desk: Desk,
  { text, all, chosen, label }: { text: string; all: readonly T[]; chosen: readonly T[]; label: (one: T) => string },
): Promise<Answer<T[]>> {
  const { t } = desk.ctx.reader;
  for (let now = [...chosen]; ; ) {
    const marked = (one: T) => (now.includes(one) ? t("button.chosen", { label: label(one) }) : label(one));
    const choices = all.map((one) => [{ label: marked(one), value: one as T | null }]);
    const ready = { label: t("programme.button.ready"), value: null };
    const answer = await choose<T | null>(desk, text, [...choices, [ready]], false);
    if (answer.kind !== "answer") return answer;
    const { value } = answer;
    if (value === null) return answered(now);
    now = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  }
}
