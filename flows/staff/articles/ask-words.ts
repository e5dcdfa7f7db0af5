import { type ArticleWords, articleLimits } from "../../../bot/articles/article.ts";
import { html } from "../../../bot/words/html.ts";
import { type Language, textIn } from "../../../bot/words/language.ts";
import { ask, type Choice } from "../../kit/ask/ask.ts";
import { askLine } from "../../kit/ask/ask-line.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { type Answer, mapAnswer } from "../../kit/steps/answer.ts";
import type { Step } from "../../kit/steps/wizard.ts";
import { type ArticleDraft, emptyWords } from "./draft.ts";

/**
 * Asks what an article says in a language: title, text, who wrote a review. `old` is what stands there now; `isOptional`: the
 * language may be left out.
 */
export function wordsSteps(
  conversation: Conversation,
  language: Language,
  { old, isOptional = false }: { old?: ArticleWords; isOptional?: boolean } = {},
): Step<ArticleDraft>[] {
  const { t } = conversation.ctx.reader;
  const isSaid = ({ texts }: ArticleDraft) => texts[language] !== undefined;
  const withWords = ({ texts }: ArticleDraft, words: Partial<ArticleWords>) => ({
    texts: { ...texts, [language]: { ...emptyWords, ...texts[language], ...words } },
  });
  return [
    {
      ask: async (draft, canGoBack) => {
        const title = await askLine<null>(conversation, {
          question: t("article_edit.ask.title", { language }),
          again: t("always_edit.again.title", { longest: articleLimits.title }),
          longest: articleLimits.title,
          ...(old && { old: old.title }),
          ...(isOptional && { without: { label: t("programme.button.skip"), value: null } }),
          canGoBack,
        });
        return mapAnswer(title, (said) => (said === null ? {} : withWords(draft, { title: said })));
      },
    },
    {
      isNeeded: isSaid,
      ask: async (draft, canGoBack) =>
        mapAnswer(await askBody(conversation, language, { old: old?.body, canGoBack }), (body) =>
          withWords(draft, { body }),
        ),
    },
    {
      isNeeded: (draft) => draft.kind === "review" && isSaid(draft),
      ask: async (draft, canGoBack) => {
        // The name of the other language may stay as it is.
        const named = old?.byline ?? textIn(draft.texts, language)?.byline ?? bylineOf(draft);
        const byline = await askLine(conversation, {
          question: t("article_edit.ask.byline", { language }),
          again: t("article_edit.again.byline", { longest: articleLimits.byline }),
          longest: articleLimits.byline,
          ...(named && { old: named }),
          canGoBack,
        });
        return mapAnswer(byline, (said) => withWords(draft, { byline: said }));
      },
    },
  ];
}

const bylineOf = ({ texts }: ArticleDraft): string | undefined =>
  Object.values(texts).find(({ byline }) => byline !== null)?.byline ?? undefined;

/** Asks what is on the picture, in another language than it was first said in. */
export const altStep = (conversation: Conversation, language: Language): Step<ArticleDraft> => ({
  isNeeded: ({ texts, pictureUrl }) => pictureUrl !== null && texts[language] !== undefined,
  ask: async ({ texts }, canGoBack) => {
    const { t } = conversation.ctx.reader;
    const alt = await askLine<null>(conversation, {
      question: t("article_edit.ask.picture_alt_in", { language }),
      again: t("programme.again.title", { longest: articleLimits.title }),
      longest: articleLimits.title,
      without: { label: t("programme.button.skip"), value: null },
      canGoBack,
    });
    return mapAnswer(alt, (pictureAlt) => ({
      texts: { ...texts, [language]: { ...emptyWords, ...texts[language], pictureAlt } },
    }));
  },
});

function askBody(
  conversation: Conversation,
  language: Language,
  { old, canGoBack }: { old: string | undefined; canGoBack: boolean },
): Promise<Answer<string>> {
  const { t } = conversation.ctx.reader;
  const { body: longest } = articleLimits;
  const keep: Choice<string>[] = old === undefined ? [] : [{ label: t("programme.button.keep"), value: old }];
  return ask<string>(conversation, {
    text: html`${t("article_edit.ask.body", { language, longest })}`,
    again: html`${t("always_edit.again.body", { longest })}`,
    choices: [keep],
    read: (said) => (typed(said) !== "" && typed(said).length <= longest ? typed(said) : undefined),
    canGoBack,
  });
}
