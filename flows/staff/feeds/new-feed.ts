import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { createFeed, type FeedAction, feedActions } from "../../../bot/feeds/scheduled/feed-store.ts";
import { keyedKinds, nameableKinds, recogniseAddress } from "../../../bot/feeds/scheduled/recognise-address.ts";
import { html } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import { askLine } from "../../kit/ask/ask-line.ts";
import { choose } from "../../kit/ask/choose.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { mapAnswer } from "../../kit/steps/answer.ts";
import { type Step, walk } from "../../kit/steps/wizard.ts";
import { askInstitution, findOwnHouses } from "../programme/ask/ask-institution.ts";
import { askHour } from "./ask-hour.ts";
import { endRefused, endUnmade, endWithFeed } from "./finish.ts";

interface Draft {
  address: string;
  kind: string | null;
  key?: string;
  /** Null: nobody's in particular. */
  institutionId?: number | null;
  action?: FeedAction;
  hour?: number;
}

/** Characters of an address, and of a key. */
const longestAddress = 2_000;
const longestKey = 500;

/** Makes a feed by one question at a time: where it is, of which kind, with which key, whose, what becomes of its events, when. */
export const newFeed = defineDialogue("new-feed", { version: 1 }, async (conversation: Conversation): Promise<void> => {
  const { t, person } = conversation.ctx.reader;
  // Making a feed makes no institution on the way.
  const houses = { ...(await findOwnHouses(conversation)), mayMake: false };
  const [only, ...others] = houses.own;
  const ownId = !houses.isAll && others.length === 0 ? (only?.id ?? undefined) : undefined;
  const steps: Step<Draft>[] = [
    {
      ask: async (_, canGoBack) =>
        ask<Partial<Draft>>(conversation, {
          text: html`${t("feed.ask.address")}`,
          again: html`${t("feed.ask.address_again")}`,
          read: (said) => {
            const text = typed(said);
            return text.length <= longestAddress ? recogniseAddress(text) : undefined;
          },
          canGoBack,
        }),
    },
    {
      isNeeded: ({ kind }) => kind === null,
      ask: async (_, canGoBack) => {
        const kinds = nameableKinds.map((kind) => [{ label: t(`feed.kind.${kind}`), value: kind }]);
        return mapAnswer(await choose<string>(conversation, t("feed.ask.kind"), kinds, canGoBack), (kind) => ({
          kind,
        }));
      },
    },
    {
      isNeeded: ({ kind }) => keyedKinds.includes(kind ?? ""),
      ask: async (_, canGoBack) =>
        mapAnswer(
          await askLine(conversation, { question: t("feed.ask.key"), longest: longestKey, canGoBack }),
          (key) => ({ key }),
        ),
    },
    {
      isNeeded: () => ownId === undefined,
      ask: async (_, canGoBack) =>
        mapAnswer(await askInstitution(conversation, houses, canGoBack), (house) => ({
          institutionId: house?.id ?? null,
        })),
    },
    {
      isNeeded: ({ kind }) => kind !== "rss",
      ask: async (_, canGoBack) => {
        const choices = feedActions.map((action) => [{ label: t(`feed.button.${action}`), value: action }]);
        return mapAnswer(await choose(conversation, t("feed.ask.action"), choices, canGoBack), (action) => ({
          action,
        }));
      },
    },
    { ask: async (_, canGoBack) => mapAnswer(await askHour(conversation, canGoBack), (hour) => ({ hour })) },
  ];
  const walked = await walk<Draft>({ address: "", kind: null }, steps);
  if (walked.kind !== "answer") return endUnmade(conversation);
  const { address, kind, key = null, institutionId = ownId ?? null, action = "review", hour = 0 } = walked.value;
  const feed = { address, kind: kind ?? "", key, institutionId, action, hour };
  const made = await conversation.dialogue.external((outer) =>
    once(outer, "new-feed", (database) => createFeed(database, { by: person.id, now: outer.reader.now }, feed)),
  );
  return made.kind === "done"
    ? endWithFeed(conversation, made.value.feedId, t(key === null ? "feed.made" : "feed.made_with_key"))
    : endRefused(conversation);
});
