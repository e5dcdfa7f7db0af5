import type { BotContext } from "../../bot/context.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { askGuest, mayAsk } from "../../bot/questions/ask-store.ts";
import { longest } from "../../bot/questions/question.ts";
import { findTalk } from "../../bot/questions/talk-store.ts";
import { formatTalk } from "../../bot/questions/words.ts";
import { limitOf } from "../../bot/voices/limits.ts";
import { faultOfText } from "../../bot/voices/text-faults.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { ask } from "../kit/ask/ask.ts";
import { type Conversation, typed } from "../kit/conversation.ts";
import { defineDialogue } from "../kit/dialogue.ts";
import { type Answer, answered } from "../kit/steps/answer.ts";
import { endWith } from "../kit/steps/end-with.ts";
import { walk } from "../kit/steps/wizard.ts";
import { questionsView, questionView } from "./views.ts";

/** A question with fewer letters asks nothing. */
const fewestLetters = 3;

interface Draft {
  text: string;
}

/** A resident asks the guest of a live conversation: the question → a look at it → sent. */
export const askGuestQuestion = defineDialogue(
  "ask-guest",
  { version: 1 },
  async (conversation: Conversation, eventId: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const list = (said: string) => endWith(conversation, (ctx) => questionsView(ctx, { eventId, page: 0 }, said));
    const found = await dialogue.external(async ({ services, reader }) => {
      const talk = await findTalk(services.database, eventId, reader.now);
      const isWithin = await mayAsk(services.database, reader.person.id, reader.now);
      return talk && { title: formatTalk(talk, reader.t), isOpen: talk.isOpen, isWithin };
    });
    if (!found?.isOpen) return list(t("question.closed"));
    if (!found.isWithin) return list(t("question.said.too_many", { most: limitOf("questions").most }));
    const draft = await walk<Draft>({ text: "" }, [
      { ask: (_, canGoBack) => askText(conversation, found.title, canGoBack) },
      { ask: (written) => askWhole(conversation, written) },
    ]);
    if (draft.kind !== "answer") return list(t("question.said.stopped"));
    const { text } = draft.value;
    return endWith(conversation, (ctx) => send(ctx, eventId, text));
  },
);

async function send(ctx: BotContext, eventId: number, text: string): Promise<View> {
  const { person, now, t } = ctx.reader;
  const asked = await once(
    ctx,
    "ask-guest",
    (database) => askGuest(database, { authorId: person.id, eventId, text }, now),
    ({ kind }) => kind === "asked" || kind === "held",
  );
  switch (asked.kind) {
    case "asked":
    case "held":
    case "same":
      return questionView(ctx, asked.id, { said: t(`question.said.${asked.kind}`) });
    case "too many":
      return questionsView(ctx, { eventId, page: 0 }, t("question.said.too_many", { most: limitOf("questions").most }));
    case "closed":
    case "gone":
      return questionsView(ctx, { eventId, page: 0 }, t("question.closed"));
  }
}

const tidy = (text: string): string => text.replace(/\s+/gu, " ").trim();

function faultOf(text: string) {
  if ((text.match(/\p{L}/gu) ?? []).length < fewestLetters) return "short";
  return text.length > longest.question ? "long" : faultOfText(text);
}

async function askText(conversation: Conversation, title: string, canGoBack: boolean): Promise<Answer<Draft>> {
  const { t } = conversation.ctx.reader;
  return ask<Draft>(conversation, {
    text: joinLines(html`<b>${title}</b>`, "", t("question.ask.text", { most: longest.question })),
    read(said) {
      const text = tidy(typed(said));
      return faultOf(text) === null ? { text } : undefined;
    },
    again(said) {
      const fault = faultOf(tidy(typed(said))) ?? "short";
      return html`${fault === "long" ? t("question.fault.long", { most: longest.question }) : t(`question.fault.${fault}`)}`;
    },
    canGoBack,
  });
}

async function askWhole(conversation: Conversation, { text }: Draft): Promise<Answer<Partial<Draft>>> {
  const { t } = conversation.ctx.reader;
  const answer = await ask<true>(conversation, {
    text: joinLines(html`<blockquote>${text}</blockquote>`, t("question.ask.whole")),
    again: html`${t("question.ask.press")}`,
    choices: [[{ label: t("question.button.send"), value: true }]],
    canGoBack: true,
  });
  return answer.kind === "answer" ? answered({}) : answer;
}
