import type { Database } from "../database/database.ts";
import { isNewcomer } from "../voices/newcomer.sql.ts";
import { isOpen } from "./question.ts";
import { findTalk } from "./talk-store.ts";

/** What came of a voice. */
export type QuestionVoiced = "given" | "already" | "closed" | "gone";

/**
 * Gives somebody's voice to a question, once: the row is unique, and the count moves by rows that were made. Voices for one
 * question wait for each other and for whoever merges it, so that none is given to a question that has just gone.
 */
export const voiceQuestion = (
  database: Database,
  { questionId, personId }: { questionId: number; personId: number },
  now: Date,
): Promise<QuestionVoiced> =>
  database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Question" WHERE "id" = ${questionId} FOR NO KEY UPDATE`;
    const question = await tx.question.findUnique({
      where: { id: questionId },
      select: { state: true, eventId: true },
    });
    const isSeen = question !== null && (isOpen(question.state) || question.state === "answered");
    const talk = isSeen ? await findTalk(tx, question.eventId, now) : null;
    if (question === null || talk === null) return "gone";
    const id = BigInt(personId);
    if ((await tx.questionVoice.count({ where: { questionId, personId: id } })) > 0) return "already";
    if (!talk.isOpen || !isOpen(question.state)) return "closed";
    const given = await tx.$executeRaw`
      INSERT INTO "QuestionVoice" ("questionId", "personId", "givenAt", "isNewcomer")
      VALUES (${questionId}, ${id}, ${now}, ${isNewcomer(personId, now)}) ON CONFLICT ("questionId", "personId") DO NOTHING`;
    if (given === 0) return "already";
    await tx.question.update({ where: { id: questionId }, data: { voices: { increment: given } } });
    return "given";
  });

/** Takes somebody's voice back; false where there is none, or it is closed. An author's own stays with the question. */
export const unvoiceQuestion = (
  database: Database,
  { questionId, personId }: { questionId: number; personId: number },
): Promise<boolean> =>
  database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Question" WHERE "id" = ${questionId} FOR NO KEY UPDATE`;
    const id = BigInt(personId);
    const { count } = await tx.questionVoice.deleteMany({
      where: {
        ...{ questionId, personId: id },
        question: {
          state: { in: ["taken", "waiting"] },
          OR: [{ authorId: null }, { authorId: { not: id } }],
          merged: { none: { authorId: id } },
        },
      },
    });
    if (count > 0) await tx.question.update({ where: { id: questionId }, data: { voices: { decrement: count } } });
    return count > 0;
  });
