import type { Database } from "../../bot/database/database.ts";
import { askGuest } from "../../bot/questions/ask-store.ts";
import { answerQuestion, mergeQuestion, stepQuestion } from "../../bot/questions/guide-store.ts";
import { tellAnswers } from "../../bot/questions/news-store.ts";
import { unvoiceQuestion, voiceQuestion } from "../../bot/questions/voice-store.ts";
import { eventRow } from "../support/factories/event.ts";
import { type Calls, now, zone } from "./stage.ts";

/** A conversation that is to come, with two questions of somebody. */
async function talk(database: Database, authorId: number): Promise<{ one: number; other: number }> {
  const startsAt = new Date(now.getTime() + 3_600_000);
  const times = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), startsLocal: startsAt, changedAt: now };
  const { id: eventId } = await database.event.create({
    data: {
      ...eventRow(now, { isConversation: true }),
      texts: { create: { language: "ru", title: "Беседа" } },
      occurrences: { create: { ...times, timeZone: zone } },
    },
  });
  const ids: number[] = [];
  for (const text of ["Что вы читаете?", "Где вы живёте?"]) {
    const asked = await askGuest(database, { authorId, eventId, text }, now);
    if (asked.kind === "asked") ids.push(asked.id);
  }
  const [one = 0, other = 0] = ids;
  return { one, other };
}

export const questions: Calls = {
  "questions/ask-store.ts": (database, { owner }) => talk(database, owner),
  "questions/voice-store.ts": async (database, { owner, learner }) => {
    const { one } = await talk(database, owner);
    await voiceQuestion(database, { questionId: one, personId: learner }, now);
    await unvoiceQuestion(database, { questionId: one, personId: learner });
  },
  "questions/guide-store.ts": async (database, { owner }) => {
    const { one, other } = await talk(database, owner);
    await stepQuestion(database, { by: owner, now }, { id: one, step: "take_up" });
    await mergeQuestion(database, { by: owner, now }, { id: one, intoId: other });
  },
  "questions/news-store.ts": async (database, { owner }) => {
    const reachable = await database.address.findFirst({ where: { unreachable: null } });
    const { one } = await talk(database, Number(reachable?.personId ?? owner));
    await answerQuestion(database, { by: owner, now }, { id: one, answer: "Книги" });
    await tellAnswers(database, { now, cityZone: zone });
  },
};
