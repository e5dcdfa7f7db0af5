import { html, joinLines } from "../../../../bot/words/html.ts";
import { languages, type Texts } from "../../../../bot/words/language.ts";
import { ask } from "../../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { languageOf } from "./ask-words.ts";

/** Characters of a reason: a line of a message. */
const longestReason = 200;

/**
 * Asks whether to call something off. A line that is written instead of pressing becomes the reason in its language, and the
 * question comes again with it; a second one in another language stands beside it. Without a line there is no reason.
 */
export async function confirmWithReason(
  conversation: Conversation,
  { text, yes }: { text: string; yes: string },
): Promise<Answer<Texts<string>>> {
  const { t } = conversation.ctx.reader;
  for (let reasons: Texts<string> = {}; ; ) {
    const said = languages.filter((language) => reasons[language] !== undefined);
    const answer = await ask<"yes" | "without" | { line: string }>(conversation, {
      text: joinLines(
        text,
        "",
        ...said.map((language) => html`${t(`language.name.${language}`)}: <i>${reasons[language] ?? ""}</i>`),
        t(said.length === 0 ? "programme.reason.ask" : "programme.reason.more"),
      ),
      again: html`${t("programme.again.title", { longest: longestReason })}`,
      choices: [
        [{ label: yes, value: "yes" }],
        said.length > 0 ? [{ label: t("programme.reason.without"), value: "without" }] : [],
      ],
      read: (message) => {
        const line = typed(message).replace(/\s+/gu, " ");
        return line !== "" && line.length <= longestReason ? { line } : undefined;
      },
      canGoBack: true,
      leave: t("programme.button.nothing"),
    });
    if (answer.kind !== "answer") return answer;
    if (answer.value === "yes") return answered(reasons);
    if (answer.value === "without") reasons = {};
    else reasons = { ...reasons, [languageOf(answer.value.line, t.language)]: answer.value.line };
  }
}
