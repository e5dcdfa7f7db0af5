import { captionAlone, longestCaption, withCaption } from "../../../../bot/announcements/caption.ts";
import type { Content } from "../../../../bot/delivery/content.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import { type Language, languages } from "../../../../bot/words/language.ts";
import { askContent } from "../../../kit/ask/ask-content.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
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

/**
 * Asks for the same in another language, or lets it be: those people get the first text then, and are told why. Under a
 * picture a text alone is enough: the picture stays the same.
 */
export async function askOther(
  conversation: Conversation,
  { texts }: Written,
  language: Language,
): Promise<Answer<Partial<Written>>> {
  const { t } = conversation.ctx.reader;
  const instead = writtenIn({ texts })[0] ?? t.language;
  const first = texts[instead];
  const question = t("announce.content.other", {
    language: t(`announce.in.${language}`),
    instead: t(`announce.in.${instead}`),
  });
  const answer = await askContent<"skip">(conversation, {
    text: joinLines(question, first !== undefined && hasFile(first) ? t("announce.content.same_file") : null),
    choices: [[{ label: t("announce.content.skip"), value: "skip" }]],
    canGoBack: true,
    accept: (content) => fitsUnder(first, content),
    again: html`${t("announce.content.again", { most: longestCaption })}`,
  });
  if (answer.kind !== "answer") return answer;
  if (answer.value.kind === "chosen") return answered({});
  return answered({ texts: { ...texts, [language]: underSame(first, answer.value.content) } });
}

/**
 * Asks for another text in place of the one there is. A text alone changes the words under a picture, which can be taken
 * away by a button.
 */
export async function askAnew(
  conversation: Conversation,
  { texts }: Written,
  language: Language,
): Promise<Answer<Partial<Written>>> {
  const { t } = conversation.ctx.reader;
  const before = texts[language] ?? Object.values(texts)[0];
  const alone = before === undefined ? null : captionAlone(before);
  const isFile = before !== undefined && hasFile(before);
  const answer = await askContent<"no file">(conversation, {
    text: joinLines(
      t("announce.content.first", { language: t(`announce.in.${language}`) }),
      isFile ? t("announce.content.same_file") : null,
    ),
    choices:
      alone === null || texts[language] === undefined
        ? []
        : [[{ label: t("announce.content.without_file"), value: "no file" }]],
    canGoBack: true,
    accept: (content) => fitsUnder(before, content),
    again: html`${t("announce.content.again", { most: longestCaption })}`,
  });
  if (answer.kind !== "answer") return answer;
  const content = answer.value.kind === "chosen" ? alone : underSame(before, answer.value.content);
  return answered(content === null ? {} : { texts: { ...texts, [language]: content } });
}

const hasFile = ({ kind }: Content): boolean => kind !== "text" && kind !== "poll";

/** A text alone goes under the files of what there is; anything else stays as it came. */
const underSame = (first: Content | undefined, content: Content): Content =>
  first !== undefined && content.kind === "text" ? (withCaption(first, content) ?? content) : content;

/** A text that is too long for the words under a file is asked for again: without a word it would lose the file. */
const fitsUnder = (first: Content | undefined, content: Content): boolean =>
  first === undefined || !hasFile(first) || content.kind !== "text" || withCaption(first, content) !== null;
