import type { BotContext } from "../../bot/context.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { findIdea } from "../../bot/ideas/find-store.ts";
import { isOpen, longest, shortestTitle } from "../../bot/ideas/idea.ts";
import { mayPropose, propose } from "../../bot/ideas/propose-store.ts";
import { findSimilar, makeTrigrams, type SimilarIdea } from "../../bot/ideas/similar-store.ts";
import { support } from "../../bot/ideas/voice-store.ts";
import { formatIdea } from "../../bot/ideas/words.ts";
import { guessLanguage } from "../../bot/programme/editing/extract/extract-traits.ts";
import { limitOf } from "../../bot/voices/limits.ts";
import { faultOfText } from "../../bot/voices/text-faults.ts";
import { Html, html, joinLines } from "../../bot/words/html.ts";
import { ask, type Choice } from "../kit/ask/ask.ts";
import { type Conversation, typed } from "../kit/conversation.ts";
import { defineDialogue } from "../kit/dialogue.ts";
import { type Answer, answered } from "../kit/steps/answer.ts";
import { say } from "../kit/steps/dialogue-message.ts";
import { type Step, walk } from "../kit/steps/wizard.ts";
import { firstShelf, ideasView, ideaView } from "./views.ts";

/** An idea while it is written: plain JSON, because a dialogue is replayed. */
interface Written {
  title: string;
  body: string;
  /** The idea that is supported in its place; the others that were shown and are another. */
  instead?: number;
  shown: number[];
}

/** A resident proposes an idea: title → ideas like it → text → ideas like that → a look at it → sent; or supports another. */
export const newIdea = defineDialogue("new-idea", { version: 1 }, async (conversation: Conversation): Promise<void> => {
  const { t } = conversation.ctx.reader;
  const mayBegin = await conversation.dialogue.external(({ services, reader }) =>
    mayPropose(services.database, reader.person.id, reader.now),
  );
  if (!mayBegin) return endWith(conversation, (ctx) => ideasView(ctx, firstShelf, tooMany(ctx)));
  const goesOn = ({ instead }: Written): boolean => instead === undefined;
  const steps: Step<Written>[] = [
    { ask: (written, canGoBack) => besideSimilar(conversation, written, () => askTitle(conversation, canGoBack)) },
    {
      isNeeded: goesOn,
      ask: (written, canGoBack) => besideSimilar(conversation, written, () => askBody(conversation, canGoBack)),
    },
    { isNeeded: goesOn, ask: (written, canGoBack) => askWhole(conversation, written, canGoBack) },
  ];
  const written = await walk<Written>({ title: "", body: "", shown: [] }, steps);
  if (written.kind !== "answer")
    return endWith(conversation, (ctx) => ideasView(ctx, firstShelf, t("idea.said.stopped")));
  const { instead, title, body } = written.value;
  return endWith(conversation, (ctx) => (instead === undefined ? send(ctx, title, body) : voice(ctx, instead)));
});

const tooMany = ({ reader: { t } }: BotContext): string => t("idea.said.too_many", { most: limitOf("ideas").most });

/** Ends with a screen, which is looked up in the update's own context. */
async function endWith(conversation: Conversation, viewOf: (ctx: BotContext) => Promise<View>): Promise<void> {
  const view = await conversation.dialogue.external(async (ctx) => {
    const { text, keyboard } = await viewOf(ctx);
    return { text: String(text), keyboard };
  });
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}

async function send(ctx: BotContext, title: string, body: string) {
  const { person, now, t } = ctx.reader;
  const idea = { title, body, language: languageOf(`${title} ${body}`, t.language), authorId: person.id };
  const made = await once(
    ctx,
    "propose",
    (database) => propose(database, idea, now),
    ({ kind }) => kind === "proposed" || kind === "held",
  );
  if (made.kind === "too many") return ideasView(ctx, firstShelf, tooMany(ctx));
  return ideaView(ctx, { id: made.id, ...firstShelf }, { said: t(`idea.said.${made.kind}`) });
}

async function voice(ctx: BotContext, ideaId: number) {
  const { person, now, t } = ctx.reader;
  const given = await once(ctx, "support", (database) => support(database, { ideaId, personId: person.id }, now));
  return ideaView(ctx, { id: ideaId, ...firstShelf }, { said: t(`idea.said.${given}`) });
}

const languageOf = (text: string, spoken: "ru" | "tt" | "en") => {
  const guessed = guessLanguage(text);
  return guessed === "ru" && spoken === "tt" ? "tt" : guessed;
};

async function askTitle(conversation: Conversation, canGoBack: boolean): Promise<Answer<Partial<Written>>> {
  const { t } = conversation.ctx.reader;
  const bounds = { least: shortestTitle, most: longest.title };
  const read = (text: string) => text.replace(/\s+/gu, " ");
  const answer = await ask<string>(conversation, {
    text: html`${t("idea.ask.title")}`,
    read(said) {
      const line = read(typed(said));
      return line.length >= bounds.least && line.length <= bounds.most && faultOfText(line) === null ? line : undefined;
    },
    again(said) {
      const fault = faultOfText(typed(said));
      return html`${fault === null ? t("idea.ask.title_again", bounds) : t(`idea.fault.${fault}`)}`;
    },
    canGoBack,
  });
  return answer.kind === "answer" ? answered({ title: answer.value, shown: [] }) : answer;
}

async function askBody(conversation: Conversation, canGoBack: boolean): Promise<Answer<Partial<Written>>> {
  const { t } = conversation.ctx.reader;
  const answer = await ask<string>(conversation, {
    text: html`${t("idea.ask.body", { most: longest.body })}`,
    read(said) {
      const text = typed(said);
      return text !== "" && text.length <= longest.body && faultOfText(text) === null ? text : undefined;
    },
    again(said) {
      const fault = faultOfText(typed(said));
      return html`${fault === null ? t("idea.ask.body_again", { most: longest.body }) : t(`idea.fault.${fault}`)}`;
    },
    canGoBack,
  });
  return answer.kind === "answer" ? answered({ body: answer.value }) : answer;
}

/** Asks a question, and lays ideas before the person that are like what they have written with it; back asks it again. */
async function besideSimilar(
  conversation: Conversation,
  written: Written,
  question: () => Promise<Answer<Partial<Written>>>,
): Promise<Answer<Partial<Written>>> {
  for (;;) {
    const said = await question();
    if (said.kind !== "answer") return said;
    const similar = await askSimilar(conversation, { ...written, ...said.value });
    if (similar.kind === "answer") return answered({ ...said.value, ...similar.value });
    if (similar.kind === "cancelled") return similar;
  }
}

/** Shows up to five ideas like it, of which one may be read and supported instead; none that was shown before. */
async function askSimilar(
  conversation: Conversation,
  { title, body, shown }: Written,
): Promise<Answer<Partial<Written>>> {
  const { t } = conversation.ctx.reader;
  const similar = await conversation.dialogue.external(async ({ services, reader }) => {
    const language = languageOf(`${title} ${body}`, reader.t.language);
    const trigrams = await makeTrigrams(services.database, { title, body, language });
    return (await findSimilar(services.database, trigrams)).filter(({ id }) => !shown.includes(id));
  });
  if (similar.length === 0) return answered({});
  const text = joinLines(t("idea.ask.similar"), "", ...similar.map((idea) => formatSimilar(idea, t)));
  for (;;) {
    const chosen = await ask<number | null>(conversation, {
      text,
      again: text,
      choices: [
        ...similar.map((idea): Choice<number | null>[] => [{ label: idea.title, value: idea.id }]),
        [{ label: t("idea.button.mine_differs"), value: null }],
      ],
      canGoBack: true,
    });
    if (chosen.kind !== "answer") return chosen;
    if (chosen.value === null) return answered({ shown: [...shown, ...similar.map(({ id }) => id)] });
    const instead = await look(conversation, chosen.value);
    if (instead.kind === "answer") return answered({ instead: instead.value });
    if (instead.kind === "cancelled") return instead;
  }
}

const formatSimilar = ({ title, state, voices }: SimilarIdea, t: Conversation["ctx"]["reader"]["t"]): Html =>
  html`• ${title} — ${t("idea.voices", { count: voices })} · ${t(`idea.state.${state}`)}`;

/** Shows one idea in full, to be supported or left again. */
async function look(conversation: Conversation, ideaId: number): Promise<Answer<number>> {
  const { t } = conversation.ctx.reader;
  const seen = await conversation.dialogue.external(async ({ services, reader }) => {
    const idea = await findIdea(services.database, ideaId, reader.now);
    return idea && { text: String(formatIdea(idea, reader)), isOpen: isOpen(idea.state) };
  });
  if (seen === null) return { kind: "back" };
  const text = Html.trusted(seen.text);
  return ask<number>(conversation, {
    text,
    again: html`${t("idea.ask.press")}`,
    choices: seen.isOpen ? [[{ label: t("idea.button.support_this"), value: ideaId }]] : [],
    canGoBack: true,
  });
}

/** Shows the idea as everybody will see it, and asks whether to send it. */
async function askWhole(
  conversation: Conversation,
  { title, body }: Written,
  canGoBack: boolean,
): Promise<Answer<Partial<Written>>> {
  const { t } = conversation.ctx.reader;
  const text = joinLines(html`<b>${title}</b>`, "", body, "", t("idea.ask.whole"));
  const answer = await ask<true>(conversation, {
    text,
    again: html`${t("idea.ask.press")}`,
    choices: [[{ label: t("idea.button.send"), value: true }]],
    canGoBack,
  });
  return answer.kind === "answer" ? answered({}) : answer;
}
