import type { NamedChoice } from "../../../../bot/announcements/draft/choice-store.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";

/** Asks for something by a part of its name, as often as it takes to find it. `find` goes through `dialogue.external`. */
export async function askNamed(
  conversation: Conversation,
  { text, find }: { text: string; find: (said: string) => Promise<NamedChoice[]> },
): Promise<Answer<NamedChoice>> {
  const { t } = conversation.ctx.reader;
  for (let said = ""; ; ) {
    const found = await find(said);
    const answer = await ask<NamedChoice | string>(conversation, {
      text: joinLines(found.length === 0 ? t("announce.not_found", { said }) : null, text),
      choices: found.map((named) => [{ label: named.title, value: named }]),
      read: ({ message }) => message?.text?.trim().slice(0, 100) || undefined,
      again: html`${text}`,
      canGoBack: true,
    });
    if (answer.kind !== "answer") return answer;
    if (typeof answer.value !== "string") return answered(answer.value);
    said = answer.value;
  }
}
