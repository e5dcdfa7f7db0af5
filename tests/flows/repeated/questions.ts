import { askGuest } from "../../../bot/questions/ask-store.ts";
import { answerQuestionCallback, askGuestCallback, mergeQuestionCallback } from "../../../bot/questions/callbacks.ts";
import { idOf } from "../../support/addresses.ts";
import type { TestCity } from "../../support/city.ts";
import { announce, forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, type Row, t } from "./scene.ts";

/** A live conversation that is to come. */
async function conversation(city: TestCity): Promise<number> {
  const startsAt = new Date(city.clock.now().getTime() + 3_600_000);
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  const { eventId } = await announce(city, { occurrences: [{ startsAt, endsAt }] });
  await city.services.database.event.update({ where: { id: eventId }, data: { isConversation: true } });
  return eventId;
}

async function asked(city: TestCity, eventId: number, text: string): Promise<number> {
  const { database } = city.services;
  const authorId = await idOf(database, await colleague(city, "ru"));
  const made = await askGuest(database, { authorId, eventId, text }, city.clock.now());
  if (made.kind !== "asked") throw new Error(made.kind);
  return made.id;
}

export const questionRows = {
  "ask-guest": {
    withoutKey: "denied",
    async prepare(city) {
      const { database } = city.services;
      const person = await colleague(city, "ru");
      await forges(person, askGuestCallback.data(await conversation(city)));
      await person.says("Что вы сейчас читаете?");
      return {
        person,
        last: () => person.taps(t("question.button.send")),
        says: t("question.said.asked"),
        count: async () => [await database.question.count(), await database.questionVoice.count()],
        makes: [1, 1],
      };
    },
  },
  "answer-guest-question": {
    withoutKey: "denied",
    async prepare(city) {
      const id = await asked(city, await conversation(city), "Что вы сейчас читаете?");
      const person = await colleague(city, "ru", "moderator");
      await forges(person, answerQuestionCallback.data(id));
      return {
        person,
        last: () => person.says("Стихи"),
        says: t("question.staff.said.answered"),
        count: async () => [
          await city.services.database.question.count({ where: { answer: { not: null } } }),
          await auditedBy(city, person),
        ],
        makes: [1, 1],
      };
    },
  },
  "merge-question": {
    withoutKey: "denied",
    async prepare(city) {
      const eventId = await conversation(city);
      const id = await asked(city, eventId, "Что вы сейчас читаете?");
      await asked(city, eventId, "Что читаете теперь?");
      const person = await colleague(city, "ru", "moderator");
      await forges(person, mergeQuestionCallback.data(id));
      await person.taps("Что читаете теперь?");
      return {
        person,
        last: () => person.taps(t("question.staff.merge_yes")),
        says: t("question.staff.said.merged"),
        count: async () => [
          await city.services.database.question.count({ where: { state: "merged" } }),
          await auditedBy(city, person),
        ],
        makes: [1, 1],
      };
    },
  },
} satisfies Record<string, Row>;
