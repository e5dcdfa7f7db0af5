import { html } from "../../../../bot/words/html.ts";
import { type Language, languages } from "../../../../bot/words/language.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { askContent } from "../../../kit/steps/ask-content.ts";
import { type Written, writtenIn } from "../draft.ts";

/** Asks for what the announcement says first, in one's own language unless another one is chosen. */
export async function askFirst(conversation: Conversation): Promise<Answer<Partial<Written>>> {
  const { t } = conversation.ctx.reader;
  for (let language: Language = t.language; ; ) {
    const others = languages.filter((other) => other !== language);
    const answer = await askContent<Language>(conversation, {
      text: html`${t("announce.content.first", { language: t(`announce.in.${language}`) })}`,
      choices: [
        others.map((other) => ({
          label: t("announce.content.in_other", { language: t(`language.name.${other}`) }),
          value: other,
        })),
      ],
    });
    if (answer.kind !== "answer") return answer;
    if (answer.value.kind === "content") return answered({ texts: { [language]: answer.value.content } });
    language = answer.value.value;
  }
}

/** Asks for the same in another language, or lets it be: those people get the first text then, and are told why. */
export async function askOther(
  conversation: Conversation,
  { texts }: Written,
  language: Language,
): Promise<Answer<Partial<Written>>> {
  const { t } = conversation.ctx.reader;
  const instead = writtenIn({ texts })[0] ?? t.language;
  const answer = await askContent<"skip">(conversation, {
    text: html`${t("announce.content.other", {
      language: t(`announce.in.${language}`),
      instead: t(`announce.in.${instead}`),
    })}`,
    choices: [[{ label: t("announce.content.skip"), value: "skip" }]],
    canGoBack: true,
  });
  if (answer.kind !== "answer") return answer;
  if (answer.value.kind === "chosen") return answered({});
  return answered({ texts: { ...texts, [language]: answer.value.content } });
}

/** Asks for another text in place of the one there is. */
export async function askAnew(
  conversation: Conversation,
  { texts }: Written,
  language: Language,
): Promise<Answer<Partial<Written>>> {
  const { t } = conversation.ctx.reader;
  const answer = await askContent<never>(conversation, {
    text: html`${t("announce.content.first", { language: t(`announce.in.${language}`) })}`,
    canGoBack: true,
  });
  if (answer.kind !== "answer" || answer.value.kind !== "content")
    return answer.kind === "answer" ? answered({}) : answer;
  return answered({ texts: { ...texts, [language]: answer.value.content } });
}
