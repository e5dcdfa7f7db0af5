import { appealCommentCallback, writeCommentCallback } from "../../../bot/voices/callbacks.ts";
import { answerCommentCallback, heldWordsCallback, rejectCallback } from "../../../bot/voices/comments/callbacks.ts";
import type { CommentState } from "../../../bot/voices/comments/comment.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import type { TestCity } from "../../support/city.ts";
import { announce, forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, deliveries, type Row, t } from "./scene.ts";

/** An event that is over; resolves to its date. */
async function past(city: TestCity): Promise<{ eventId: number; occurrenceId: number }> {
  const over = new Date(city.clock.now().getTime() - 3_600_000);
  const { eventId, occurrenceIds } = await announce(city, { occurrences: [{ startsAt: over, endsAt: over }] });
  return { eventId, occurrenceId: occurrenceIds[0] ?? 0 };
}

/** A comment of somebody about such an event. */
async function commentOf(city: TestCity, author: Person, state: CommentState): Promise<number> {
  const { database } = city.services;
  const now = city.clock.now();
  const { eventId } = await past(city);
  const waits = state === "waiting" ? ({ waitingSince: now, hold: "first" } as const) : {};
  const personId = await idOf(database, author);
  const row = { personId, eventId, text: "Хорошо", state, writtenAt: now, isNewcomer: false, ...waits };
  return (await database.comment.create({ data: row })).id;
}

export const commentRows = {
  "write-comment": {
    withoutKey: "denied",
    async prepare(city) {
      const person = await colleague(city, "ru");
      const { occurrenceId } = await past(city);
      await forges(person, writeCommentCallback.data({ kind: "event", id: occurrenceId }));
      await person.says("Всё понравилось");
      await person.taps(t("comment.resident"));
      return {
        person,
        last: () => person.taps(t("comment.button.send")),
        says: t("comment.said.waiting"),
        count: async () => [await city.services.database.comment.count()],
        makes: [1],
      };
    },
  },
  "appeal-comment": {
    withoutKey: "denied",
    async prepare(city) {
      const person = await colleague(city, "ru");
      const id = await commentOf(city, person, "rejected");
      await forges(person, appealCommentCallback.data(id));
      return {
        person,
        last: () => person.says("Это о концерте"),
        says: t("comment.said.appealed"),
        count: async () => [await city.services.database.comment.count({ where: { hold: "appeal" } })],
        makes: [1],
      };
    },
  },
  "reject-comment": {
    withoutKey: "denied",
    async prepare(city) {
      const id = await commentOf(city, await colleague(city, "ru"), "waiting");
      const person = await colleague(city, "ru", "moderator");
      await forges(person, rejectCallback.data({ id, reason: "own" }));
      return {
        person,
        last: () => person.says("Назовите, что именно не так"),
        says: t("comment.said.rejected"),
        count: async () => [await deliveries(city, "comment-decided"), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
  "answer-comment": {
    withoutKey: "twice",
    async prepare(city) {
      const id = await commentOf(city, await colleague(city, "ru"), "published");
      const person = await colleague(city, "ru", "admin");
      await forges(person, answerCommentCallback.data(id));
      return {
        person,
        last: () => person.says("Спасибо, приходите ещё"),
        says: t("comment.said.answered"),
        count: async () => [await city.services.database.commentAnswer.count(), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
  "held-words": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "moderator");
      await forges(person, heldWordsCallback.data(null));
      return {
        person,
        last: () => person.says("дур*, жулик"),
        says: t("comment.said.rules"),
        count: async () => [await auditedBy(city, person)],
        makes: [1],
      };
    },
  },
} satisfies Record<string, Row>;
