import { type CollectionRule, collectionLimits } from "../../../bot/collections/collection.ts";
import { previewRule, setRule } from "../../../bot/collections/editing/rule-store.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { type Audience, audiences, type Section, sections } from "../../../bot/programme/event.ts";
import { wantedBy } from "../../../bot/wishes/wish.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import { askSeveral } from "../../kit/ask/ask-several.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered, mapAnswer } from "../../kit/steps/answer.ts";
import { type Step, walk } from "../../kit/steps/wizard.ts";
import { readingOf } from "../programme/ask/city-time.ts";
import { endForbidden, endWithCollection } from "./finish.ts";
import { loadCollection } from "./load-collection.ts";
import { formatRule } from "./words.ts";

interface Draft {
  sections: Section[];
  audiences: Audience[];
  words: string | null;
  isRule: boolean;
}

/** Asks by what a collection fills itself: sections, for whom, a word; and shows what that takes before it is saved. */
export const editCollectionRule = defineDialogue(
  "collection-rule",
  { version: 1 },
  async (conversation: Conversation, collectionId: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t, person } = conversation.ctx.reader;
    const old = await dialogue.external(async ({ services, reader }) => {
      const found = await loadCollection(services, reader, collectionId);
      return found && { rule: found.rule };
    });
    if (old === null) return endForbidden(conversation);
    const steps: Step<Draft>[] = [
      {
        ask: async (_, canGoBack) =>
          mapAnswer(await askSections(conversation, old.rule, canGoBack), (chosen) => ({ sections: chosen })),
      },
      {
        ask: async (_, canGoBack) =>
          mapAnswer(await askAudiences(conversation, old.rule, canGoBack), (chosen) => ({ audiences: chosen })),
      },
      { ask: async (_, canGoBack) => mapAnswer(await askWords(conversation, canGoBack), (words) => ({ words })) },
      { ask: (rule, canGoBack) => askWhole(conversation, collectionId, rule, canGoBack) },
    ];
    const walked = await walk<Draft>({ sections: [], audiences: [], words: null, isRule: true }, steps);
    if (walked.kind !== "answer")
      return endWithCollection(conversation, collectionId, t("collection.edit.said.stopped"));
    const { isRule, ...rule } = walked.value;
    const written = await dialogue.external((outer) =>
      once(outer, "collection-rule", (database) =>
        setRule(
          database,
          { by: person.id, now: outer.reader.now },
          { id: collectionId, rule: isRule ? rule : null, zone: outer.services.city.timeZone },
        ),
      ),
    );
    return written.kind === "done"
      ? endWithCollection(conversation, collectionId, t(`collection.edit.said.${isRule ? "rule" : "no_rule"}`))
      : endForbidden(conversation);
  },
);

function askSections(conversation: Conversation, old: CollectionRule | null, canGoBack: boolean) {
  const { t } = conversation.ctx.reader;
  const question = html`${t("collection.edit.ask.sections")}`;
  return askSeveral<Section>(conversation, {
    all: sections,
    before: old?.sections ?? [],
    label: (section) => t(`section.${section}`),
    text: () => question,
    again: question,
    ready: () => t("collection.edit.button.ready"),
    perRow: 2,
    canGoBack,
  });
}

function askAudiences(conversation: Conversation, old: CollectionRule | null, canGoBack: boolean) {
  const { t } = conversation.ctx.reader;
  const question = html`${t("collection.edit.ask.audiences")}`;
  return askSeveral<Audience>(conversation, {
    all: audiences,
    before: old?.audiences ?? [],
    label: (audience) => t(`audience.${audience}`),
    text: () => question,
    again: question,
    ready: () => t("collection.edit.button.ready"),
    canGoBack,
  });
}

/** A word of which the search makes something; a day or an hour alone is what the dates are for. */
function askWords(conversation: Conversation, canGoBack: boolean): Promise<Answer<string | null>> {
  const { t } = conversation.ctx.reader;
  const { now, zone } = readingOf(conversation);
  const question = html`${t("collection.edit.ask.words")}`;
  return ask<string | null>(conversation, {
    text: question,
    again: question,
    choices: [[{ label: t("programme.button.skip"), value: null }]],
    read(said) {
      const words = typed(said);
      if (words === "" || words.length > collectionLimits.words) return undefined;
      const wanted = wantedBy(words, now, zone, 0);
      return wanted === null || wanted.isTimed ? undefined : words;
    },
    canGoBack,
  });
}

/** Shows what a rule takes by now, and asks whether it is to be one. */
async function askWhole(
  conversation: Conversation,
  collectionId: number,
  rule: CollectionRule,
  canGoBack: boolean,
): Promise<Answer<Partial<Draft>>> {
  const { t } = conversation.ctx.reader;
  const { count, titles } = await conversation.dialogue.external(({ services: { database, city }, reader }) =>
    previewRule(database, collectionId, rule, { now: reader.now, zone: city.timeZone, language: t.language }),
  );
  const said = formatRule(rule, t);
  const question = joinLines(
    count === 0
      ? t("collection.edit.ask.preview_none", { rule: said })
      : t("collection.edit.ask.preview", { rule: said, count }),
    ...titles.map((title) => html`• ${title}`),
  );
  const answer = await ask<boolean>(conversation, {
    text: question,
    again: question,
    choices: [
      [{ label: t("collection.edit.button.save"), value: true }],
      [{ label: t("collection.edit.button.no_rule"), value: false }],
    ],
    canGoBack,
  });
  return answer.kind === "answer" ? answered({ isRule: answer.value }) : answer;
}
