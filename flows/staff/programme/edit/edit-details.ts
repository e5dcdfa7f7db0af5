import {
  type FieldChanges,
  setFields,
  setLinks,
  setTexts,
} from "../../../../bot/programme/editing/changes/change-event-store.ts";
import { accessibilities, audiences } from "../../../../bot/programme/event.ts";
import { countInterested } from "../../../../bot/programme/recordings/tell-store.ts";
import { choose } from "../../../kit/ask/choose.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered, mapAnswer } from "../../../kit/steps/answer.ts";
import { askInstitution, findOwnHouses } from "../ask/ask-institution.ts";
import { askAddress, askLinksAnew } from "../ask/ask-links.ts";
import { askPoster } from "../ask/ask-poster.ts";
import { askAgeRating, askPrice, askSection, askTraits } from "../ask/ask-traits.ts";
import { confirm } from "../ask/pick-dates.ts";
import { institutionOf } from "../make/save-draft.ts";
import { inTurn, type Plan, type Write } from "./edit.ts";
import { wordsOf } from "./edit-words.ts";
import type { Seen } from "./event-under-edit.ts";

const field =
  <T>(
    question: (conversation: Conversation, seen: Seen) => Promise<Answer<T>>,
    changes: (value: T, seen: Seen) => FieldChanges,
  ): Plan =>
  async (conversation, seen) => {
    const answer = await question(conversation, seen);
    if (answer.kind !== "answer") return answer;
    return answered<Write>((database, actor, edition) =>
      setFields(database, actor, edition, changes(answer.value, seen)),
    );
  };

export const planPrice = field(
  (conversation) => askPrice(conversation, false),
  (price, { event }) => ({
    price: price ?? { isFree: false },
    // A price for watching from home says that it can be watched.
    ...(price?.isFreeOnline && event.attendanceMode === "on_site" && { attendanceMode: "mixed" }),
  }),
);
export const planAge = field(
  (conversation) => askAgeRating(conversation, false),
  (ageMin) => ({ ageMin }),
);
export const planSection = field(
  (conversation) => askSection(conversation, false),
  (section) => ({ section }),
);
/** Another poster; what is on it is said in the language that the event has first. */
export const planPoster: Plan = async (conversation, { event }) =>
  mapAnswer(await askPoster(conversation, false), ({ posterUrl, posterAlt }): Write => {
    const [text] = event.texts;
    const write: Write = (...args) => setFields(...args, { posterUrl });
    if (text === undefined) return write;
    const { language, ...words } = text;
    return inTurn(write, (...args) => setTexts(...args, { language, words: wordsOf({ ...words, posterAlt }) }));
  });

export const planInstitution: Plan = async (conversation, { event }) => {
  const house = await askInstitution(conversation, await findOwnHouses(conversation), false);
  return mapAnswer(
    house,
    (chosen): Write =>
      async (database, actor, edition) => {
        const institutionId = await institutionOf(database, actor, chosen, event.texts[0]?.language ?? "ru");
        return institutionId === undefined
          ? { kind: "forbidden" }
          : setFields(database, actor, edition, { institutionId });
      },
  );
};

export const planAccess = field(
  (conversation, { event }) => {
    const { t } = conversation.ctx.reader;
    const label = (one: (typeof accessibilities)[number]) => t(`accessibility.short.${one}`);
    return askTraits(conversation, {
      text: t("programme.ask.access"),
      all: accessibilities,
      before: event.accessibility,
      label,
    });
  },
  (accessibility) => ({ accessibility }),
);

export const planAudience = field(
  (conversation, { event }) => {
    const { t } = conversation.ctx.reader;
    const label = (one: (typeof audiences)[number]) => t(`audience.${one}`);
    return askTraits(conversation, {
      text: t("programme.ask.audience"),
      all: audiences,
      before: event.audiences,
      label,
    });
  },
  (chosen) => ({ audiences: chosen }),
);

/** Whether residents ask the guest questions. */
export const planConversation = field(
  (conversation) => {
    const { t } = conversation.ctx.reader;
    return choose<boolean>(
      conversation,
      t("programme.ask.conversation"),
      [
        [
          { label: t("programme.yes.conversation"), value: true },
          { label: t("programme.no_conversation"), value: false },
        ],
      ],
      false,
    );
  },
  (isConversation) => ({ isConversation }),
);

export const planLinks: Plan = async (conversation, { event }) => {
  const links = await askLinksAnew(conversation, event.links);
  if (links.kind !== "answer") return links;
  return answered((...args) => setLinks(...args, links.value));
};

/** A recording is told to those who were there, which is said before. */
export const planRecording: Plan = async (conversation, { event }) => {
  const { t } = conversation.ctx.reader;
  for (;;) {
    const link = await askAddress(conversation, "recording");
    if (link.kind !== "answer") return link;
    const count = await conversation.dialogue.external(({ services, reader }) =>
      countInterested(services.database, event.id, reader.now),
    );
    const text = t("programme.confirm.recording", { count });
    const agreed = await confirm(conversation, { text, yes: t("programme.yes.recording") });
    if (agreed.kind === "cancelled") return agreed;
    if (agreed.kind === "answer") return answered((...args) => setLinks(...args, [...event.links, link.value]));
  }
};
