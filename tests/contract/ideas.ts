import { answerIdea, mergeIdea } from "../../bot/ideas/answer-store.ts";
import { findIdea } from "../../bot/ideas/find-store.ts";
import { tellIdeas } from "../../bot/ideas/news-store.ts";
import { propose } from "../../bot/ideas/propose-store.ts";
import { findSimilar, makeTrigrams } from "../../bot/ideas/similar-store.ts";
import { support } from "../../bot/ideas/voice-store.ts";
import { findOwnVoices } from "../../bot/voices/own-store.ts";
import { type Calls, now, zone } from "./stage.ts";

const idea = { title: "Каток у озера", body: "Залить лёд", language: "ru" as const };

export const ideas: Calls = {
  "ideas/propose-store.ts": (database, { owner }) => propose(database, { ...idea, authorId: owner }, now),
  "ideas/find-store.ts": (database) => findIdea(database, 1, now),
  "ideas/similar-store.ts": async (database) => findSimilar(database, await makeTrigrams(database, idea)),
  "ideas/voice-store.ts": async (database, { owner, learner }) => {
    const made = await propose(database, { ...idea, authorId: owner }, now);
    if (made.kind === "proposed") await support(database, { ideaId: made.id, personId: learner }, now);
  },
  "ideas/answer-store.ts": (database, { owner }) => mergeIdea(database, { by: owner, now }, { ideaId: 1, intoId: 2 }),
  "voices/own-store.ts": (database, { learner }) =>
    findOwnVoices(database, { personId: learner, page: 0, language: "ru", now }),
  "ideas/news-store.ts": async (database, { owner }) => {
    const reachable = await database.address.findFirst({ where: { unreachable: null } });
    const authorId = Number(reachable?.personId ?? owner);
    const made = await propose(database, { ...idea, authorId }, now);
    if (made.kind === "proposed")
      await answerIdea(database, { by: owner, now }, made.id, { to: "declined", answer: "Нет" });
    await tellIdeas(database, { now, cityZone: zone });
  },
};
