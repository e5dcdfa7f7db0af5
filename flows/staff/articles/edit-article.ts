import type { Article } from "../../../bot/articles/article.ts";
import { findCollectionsOfArticle, findEventsOfArticle } from "../../../bot/articles/article-store.ts";
import { linkArticle, setArticleInstitution, setArticleWords, setPicture } from "../../../bot/articles/edit-store.ts";
import type { Services } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import type { Acted, Actor } from "../../../bot/staff/act-store.ts";
import type { Language } from "../../../bot/words/language.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered, mapAnswer } from "../../kit/steps/answer.ts";
import { walk } from "../../kit/steps/wizard.ts";
import { askInstitution, findOwnHouses } from "../programme/ask/ask-institution.ts";
import { institutionOf } from "../programme/make/save-draft.ts";
import { askCollections } from "./ask-collections.ts";
import { askEvents } from "./ask-events.ts";
import { askPicture } from "./ask-fields.ts";
import { altStep, wordsSteps } from "./ask-words.ts";
import type { ArticleField } from "./callbacks.ts";
import { emptyDraft, emptyWords } from "./draft.ts";
import { endWithArticle, endWithArticles } from "./finish.ts";
import { loadArticle } from "./view.ts";

type WriteArticle = (database: Services["database"], actor: Actor) => Promise<Acted<void>>;
/** None: there is nothing that could be chosen. */
type Planned = Answer<WriteArticle> | { kind: "none" };
type PlanArticle = (conversation: Conversation, article: Article) => Promise<Planned>;

const wordsIn =
  (language: Language): PlanArticle =>
  async (conversation, { id, kind, texts, pictureUrl }) => {
    const old = texts[language];
    const walked = await walk({ ...emptyDraft, kind, texts, pictureUrl }, [
      ...wordsSteps(conversation, language, old && { old }),
      altStep(conversation, language),
    ]);
    if (walked.kind !== "answer") return walked;
    const words = walked.value.texts[language] ?? emptyWords;
    return answered((database, actor) => setArticleWords(database, actor, id, { language, words }));
  };

/** What is asked of each field, and what is written. */
const plans: Readonly<Record<ArticleField, PlanArticle>> = {
  words_ru: wordsIn("ru"),
  words_tt: wordsIn("tt"),
  words_en: wordsIn("en"),
  async picture(conversation, { id, texts }) {
    const { language: own } = conversation.ctx.reader.t;
    // What is on it is said where the article is read.
    const language = texts[own] === undefined ? ((Object.keys(texts)[0] as Language | undefined) ?? own) : own;
    return mapAnswer(
      await askPicture(conversation, false),
      ({ posterUrl: pictureUrl, posterAlt: pictureAlt }): WriteArticle =>
        (database, actor) =>
          setPicture(database, actor, id, { pictureUrl, pictureAlt, language }),
    );
  },
  async events(conversation, { id, kind }) {
    const linked = await conversation.dialogue.external(async ({ services, reader: { t, now } }) => {
      const events = await findEventsOfArticle(services.database, id, { language: t.language, now });
      return events.map((event) => ({ id: event.id, title: event.title }));
    });
    const answer = await askEvents(conversation, { isReview: kind === "review", linked, canGoBack: false });
    return mapAnswer(
      answer,
      ({ shown, ticked }): WriteArticle =>
        (database, actor) =>
          linkArticle(database, actor, id, { what: "events", shown: idsOf(shown), ticked: idsOf(ticked) }),
    );
  },
  async collections(conversation, { id }) {
    const linked = await conversation.dialogue.external(({ services, reader: { t, now } }) =>
      findCollectionsOfArticle(services.database, id, { language: t.language, now }),
    );
    const answer = await askCollections(conversation, linked);
    if (answer.kind !== "answer") return answer;
    const ticks = answer.value;
    if (ticks === null) return { kind: "none" };
    return answered((database, actor) => linkArticle(database, actor, id, { what: "collections", ...ticks }));
  },
  async institution(conversation, { id }) {
    const { language } = conversation.ctx.reader.t;
    return mapAnswer(
      await askInstitution(conversation, await findOwnHouses(conversation), false),
      (house): WriteArticle =>
        async (database, actor) => {
          const institutionId = await institutionOf(database, actor, house, language);
          return institutionId === undefined
            ? { kind: "forbidden" }
            : setArticleInstitution(database, actor, id, institutionId);
        },
    );
  },
};

const idsOf = (things: readonly { id: number }[]): number[] => things.map(({ id }) => id);

/** Changes one field of an article. */
export const changeArticle = defineDialogue(
  "change-article",
  { version: 1 },
  async (
    conversation: Conversation,
    { articleId, field }: { articleId: number; field: ArticleField },
  ): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const article = await conversation.dialogue.external(({ services, reader }) =>
      loadArticle(services, reader, articleId),
    );
    if (article === null) return endWithArticles(conversation, t("staff.not_open"));
    const write = await plans[field](conversation, article);
    if (write.kind !== "answer") {
      const said = write.kind === "none" ? "article_edit.ask.no_collections" : "programme.unchanged";
      return endWithArticle(conversation, articleId, t(said));
    }
    const written = await conversation.dialogue.external((outer) =>
      once(outer, "change-article", (database) => write.value(database, { by: person.id, now: outer.reader.now })),
    );
    if (written.kind === "forbidden") return endWithArticles(conversation, t("staff.not_open"));
    await endWithArticle(conversation, articleId, t("programme.done"));
  },
);
