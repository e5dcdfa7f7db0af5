import { everybody } from "../../bot/announcements/audience/audience.ts";
import { castBallot, mayVote } from "../../bot/votes/ballot-store.ts";
import { tellResults } from "../../bot/votes/result-store.ts";
import { type Calls, now, zone } from "./stage.ts";

export const votes: Calls = {
  "votes/result-store.ts": async (database, { owner }) => {
    const reachable = await database.address.findFirst({ where: { unreachable: null } });
    const ballots = { create: { personId: reachable?.personId ?? owner, option: 0, castAt: now } };
    await database.vote.create({ data: { results: "always", createdAt: now, endsAt: now, ballots } });
    await tellResults(database, { now, cityZone: zone });
  },
  "votes/ballot-store.ts": async (database, { learner }) => {
    const text = { language: "ru" as const, question: "?", options: ["Да", "Нет"] };
    const { id } = await database.vote.create({ data: { results: "always", createdAt: now, texts: { create: text } } });
    await castBallot(database, { voteId: id, personId: learner, option: 1 }, now);
    const audience = { ...everybody, only: [{ kind: "languages" as const, languages: ["ru" as const] }] };
    await mayVote(database, { audience, personId: learner, now });
  },
};
