import type { Article } from "../../../bot/articles/article.ts";
import { createArticle } from "../../../bot/articles/edit-store.ts";
import { formatArticle } from "../../../bot/articles/words.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { languages } from "../../../bot/words/language.ts";
import { ask } from "../../kit/ask/ask.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered, mapAnswer } from "../../kit/steps/answer.ts";
import { type Step, walk } from "../../kit/steps/wizard.ts";
import { askInstitution, findOwnHouses, type Houses } from "../programme/ask/ask-institution.ts";
import { institutionOf } from "../programme/make/save-draft.ts";
import { askEvents } from "./ask-events.ts";
import { askArticleKind, askPicture } from "./ask-fields.ts";
import { altStep, wordsSteps } from "./ask-words.ts";
import { type ArticleDraft, emptyDraft, emptyWords } from "./draft.ts";
import { endWithArticle, endWithArticles } from "./finish.ts";

/** Writes news or a review: whose it is, its words, its picture, what it is about, the other languages. */
export const newArticle = defineDialogue(
  "new-article",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const houses = await findOwnHouses(conversation);
    const walked = await walk<ArticleDraft>(emptyDraft, stepsOf(conversation, houses));
    if (walked.kind !== "answer") return endWithArticles(conversation, t("programme.stopped"));
    const draft = walked.value;
    const made = await conversation.dialogue.external((outer) =>
      once(outer, "new-article", async (database) => {
        const actor = { by: person.id, now: outer.reader.now };
        const institutionId = await institutionOf(database, actor, draft.house, t.language);
        if (institutionId === undefined) return { kind: "forbidden" as const };
        const { kind, texts, pictureUrl } = draft;
        const links = { eventIds: draft.events.map(({ id }) => id), collectionIds: [] };
        return createArticle(database, actor, { kind, texts, pictureUrl, institutionId, links }, draft);
      }),
    );
    if (made.kind === "forbidden") return endWithArticles(conversation, t("staff.not_open"));
    await endWithArticle(conversation, made.value, t(draft.isPublished ? "always_edit.shown" : "always_edit.made"));
  },
);

function stepsOf(conversation: Conversation, houses: Houses): Step<ArticleDraft>[] {
  const { language: first } = conversation.ctx.reader.t;
  return [
    {
      ask: async (_, canGoBack) =>
        mapAnswer(await askInstitution(conversation, houses, canGoBack), (house) => ({ house })),
    },
    { ask: async (_, canGoBack) => mapAnswer(await askArticleKind(conversation, canGoBack), (kind) => ({ kind })) },
    {
      isNeeded: ({ kind }) => kind === "review",
      ask: (draft, canGoBack) => askAbout(conversation, draft, canGoBack),
    },
    ...wordsSteps(conversation, first),
    {
      ask: async ({ texts }, canGoBack) =>
        mapAnswer(await askPicture(conversation, canGoBack), ({ posterUrl, posterAlt }) => ({
          pictureUrl: posterUrl,
          texts: { ...texts, [first]: { ...emptyWords, ...texts[first], pictureAlt: posterAlt } },
        })),
    },
    {
      isNeeded: ({ kind }) => kind === "news",
      ask: (draft, canGoBack) => askAbout(conversation, draft, canGoBack),
    },
    ...languages
      .filter((language) => language !== first)
      .flatMap((language) => [
        ...wordsSteps(conversation, language, { isOptional: true }),
        altStep(conversation, language),
      ]),
    { ask: (draft) => askWholeArticle(conversation, draft) },
  ];
}

async function askAbout(
  conversation: Conversation,
  { kind }: ArticleDraft,
  canGoBack: boolean,
): Promise<Answer<Partial<ArticleDraft>>> {
  const answer = await askEvents(conversation, { isReview: kind === "review", linked: [], canGoBack });
  return mapAnswer(answer, ({ ticked }) => ({ events: ticked }));
}

/** Shows it as residents will see it, and asks whether they shall. */
async function askWholeArticle(
  conversation: Conversation,
  draft: ArticleDraft,
): Promise<Answer<Partial<ArticleDraft>>> {
  const { t, zone } = conversation.ctx.reader;
  const { now } = await conversation.dialogue.external(({ reader }) => ({ now: reader.now.getTime() }));
  const { kind, texts, pictureUrl, house } = draft;
  const seen: Article = {
    ...{ id: 0, kind, texts, pictureUrl, institutionId: house?.id ?? null, publishedAt: new Date(now), state: "draft" },
    institution: house === null ? {} : { [t.language]: house.name },
  };
  const text = joinLines(
    formatArticle(seen, { t, zone, now: new Date(now) }, { withAlt: true }),
    draft.events.length === 0 ? null : html`\n${t("article_edit.about", { titles: titlesOf(draft) })}`,
    "",
    html`<i>${t("always_edit.ask.whole")}</i>`,
  );
  const answer = await ask<boolean>(conversation, {
    ...{ text, again: text, canGoBack: true },
    choices: [
      [{ label: t("always_edit.button.publish"), value: true }],
      [{ label: t("always_edit.button.keep"), value: false }],
    ],
  });
  return answer.kind === "answer" ? answered({ isPublished: answer.value }) : answer;
}

const titlesOf = ({ events }: ArticleDraft): string => events.map(({ title }) => title).join(", ");
