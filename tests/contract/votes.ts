import { castBallot } from "../../bot/votes/ballot-store.ts";
import { type Calls, now } from "./stage.ts";

export const votes: Calls = {
  "votes/ballot-store.ts": async (database, { learner }) => {
    const text = { language: "ru" as const, question: "?", options: ["Да", "Нет"] };
    const { id } = await database.vote.create({ data: { results: "always", createdAt: now, texts: { create: text } } });
    await castBallot(database, { voteId: id, personId: learner, option: 1 }, now);
  },
};
