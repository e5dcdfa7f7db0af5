import { parseTypedAddress } from "../../../bot/net/web-address.ts";
import { type OfferKind, type OfferWords, offerKinds, offerLimits } from "../../../bot/offers/offer.ts";
import { html } from "../../../bot/words/html.ts";
import type { Language } from "../../../bot/words/language.ts";
import { ask, type Choice } from "../../kit/ask/ask.ts";
import { askLine } from "../../kit/ask/ask-line.ts";
import { choose, inRows } from "../../kit/ask/choose.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import { meant } from "../../kit/steps/understand.ts";
import type { Houses } from "../programme/ask/ask-institution.ts";
import { askWhere } from "../programme/ask/ask-where.ts";
import type { Where } from "../programme/make/draft.ts";

export function askKind(conversation: Conversation, canGoBack: boolean): Promise<Answer<OfferKind>> {
  const { t } = conversation.ctx.reader;
  const choices = offerKinds.map((kind) => ({ label: t(`always.kind.${kind}`), value: kind }));
  return choose(conversation, t("always_edit.ask.kind"), inRows(choices, 1), canGoBack);
}

/** Asks for the title in a language, then for what there is to say; null where the language is left out. */
export async function askOfferWords(
  conversation: Conversation,
  { language, old, skip, canGoBack }: { language: Language; old?: OfferWords; skip?: string; canGoBack: boolean },
): Promise<Answer<OfferWords | null>> {
  const { t } = conversation.ctx.reader;
  for (;;) {
    const title = await askLine<null>(conversation, {
      question: t("always_edit.ask.title", { language }),
      again: t("always_edit.again.title", { longest: offerLimits.title }),
      longest: offerLimits.title,
      ...(old && { old: old.title }),
      ...(skip !== undefined && { without: { label: skip, value: null } }),
      canGoBack,
    });
    if (title.kind !== "answer") return title;
    if (title.value === null) return answered(null);
    const body = await askBodyIn(conversation, language, old?.body ?? null);
    if (body.kind === "cancelled") return body;
    if (body.kind === "answer") return answered({ title: title.value, body: body.value });
  }
}

function askBodyIn(conversation: Conversation, language: Language, old: string | null): Promise<Answer<string | null>> {
  const { t } = conversation.ctx.reader;
  const keep: Choice<string>[] = old === null ? [] : [{ label: t("programme.button.keep"), value: old }];
  return ask<string | null>(conversation, {
    text: html`${t("always_edit.ask.body", { language })}`,
    again: html`${t("always_edit.again.body", { longest: offerLimits.body })}`,
    choices: [[...keep, { label: t("programme.button.without"), value: null }]],
    read: (said) => (typed(said) !== "" && typed(said).length <= offerLimits.body ? typed(said) : undefined),
    canGoBack: true,
  });
}

/** Asks for its address on the web; null: it has none. */
export function askUrl(conversation: Conversation, canGoBack: boolean): Promise<Answer<string | null>> {
  const { t } = conversation.ctx.reader;
  return ask<string | null>(conversation, {
    text: html`${t("always_edit.ask.url")}`,
    again: html`${t("programme.again.links")}`,
    choices: [[{ label: t("programme.button.without"), value: null }]],
    readForeign: async ({ message }, readText) => {
      const text = message?.text ?? "";
      const links = await readText("links", { text, entities: message?.entities ?? [] });
      return meant(parseTypedAddress(text.trim()) ?? links[0]?.value.url);
    },
    canGoBack,
  });
}

/** Asks where one goes; null: to its institution, or nowhere. */
export async function askOfferPlace(
  conversation: Conversation,
  houses: Pick<Houses, "own">,
  canGoBack: boolean,
): Promise<Answer<Where | null>> {
  const { t } = conversation.ctx.reader;
  for (;;) {
    const choices = [
      [{ label: t("always_edit.button.same_place"), value: "same" as const }],
      [{ label: t("always_edit.button.other_place"), value: "other" as const }],
    ];
    const answer = await choose<"same" | "other">(conversation, t("always_edit.ask.place"), choices, canGoBack);
    if (answer.kind !== "answer") return answer;
    if (answer.value === "same") return answered(null);
    const where = await askWhere(conversation, true, { houses });
    if (where.kind === "answer") return answered(where.value.kind === "online" ? null : where.value);
    if (where.kind === "cancelled") return where;
  }
}
