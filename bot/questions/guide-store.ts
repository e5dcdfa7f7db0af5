import type { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { type Acted, type Actor, actAs } from "../staff/act-store.ts";
import type { Target } from "../staff/permissions.ts";
import { openStates, type QuestionStep, shownStates, stepsOf } from "./question.ts";

const action = "questions.guide";

/** Whose event a question is about, which the right to it depends on; held, so that it is answered once. */
const targetOf =
  (id: number) =>
  async (tx: Prisma.TransactionClient): Promise<Target | null> => {
    await tx.$executeRaw`SELECT 1 FROM "Question" WHERE "id" = ${id} FOR UPDATE`;
    const question = await tx.question.findUnique({
      where: { id },
      select: { event: { select: { institutionId: true } } },
    });
    return question?.event ?? null;
  };

/** Takes a question up, marks it answered, hides it or shows it again; false: somebody was faster. */
export const stepQuestion = (
  database: Database,
  actor: Actor,
  { id, step }: { id: number; step: QuestionStep },
): Promise<Acted<boolean>> =>
  actAs(database, actor, { action, target: targetOf(id) }, async (tx, audit) => {
    const { from, to: next } = stepsOf[step];
    const before = await tx.question.findUnique({ where: { id }, select: { state: true, answer: true } });
    const to = step === "restore" && before?.answer != null ? "answered" : next;
    const { count } = await tx.question.updateMany({ where: { id, state: { in: [...from] } }, data: { state: to } });
    if (count === 0) return false;
    await audit({
      subject: `question:${id}`,
      verb: step,
      before: { state: before?.state ?? null },
      after: { state: to },
    });
    return true;
  });

/** Answers a question in writing, once; a job brings it to whoever asked and voted. False: somebody was faster. */
export const answerQuestion = (
  database: Database,
  actor: Actor,
  { id, answer }: { id: number; answer: string },
): Promise<Acted<boolean>> =>
  actAs(database, actor, { action, target: targetOf(id) }, async (tx, audit) => {
    const { count } = await tx.question.updateMany({
      where: { id, answer: null, state: { in: [...shownStates] } },
      data: { answer, answeredAt: actor.now, state: "answered" },
    });
    if (count === 0) return false;
    await audit({ subject: `question:${id}`, verb: "answer", after: { state: "answered", body: answer } });
    return true;
  });

/**
 * Merges a question into another of the same event, which takes over its voices; whoever gave one to both has one. What was
 * merged into the first leads to the other as well.
 */
export const mergeQuestion = (
  database: Database,
  actor: Actor,
  { id, intoId }: { id: number; intoId: number },
): Promise<Acted<boolean>> =>
  actAs(database, actor, { action, target: targetOfBoth(id, intoId) }, async (tx, audit) => {
    const isOpen = { state: { in: [...openStates] } };
    const [one, into] = [
      await tx.question.findFirst({ where: { id, ...isOpen }, select: { eventId: true } }),
      await tx.question.findFirst({ where: { id: intoId, ...isOpen }, select: { eventId: true } }),
    ];
    if (one === null || into === null || id === intoId || one.eventId !== into.eventId) return false;
    const moved = await tx.$executeRaw`
      UPDATE "QuestionVoice" v SET "questionId" = ${intoId} WHERE v."questionId" = ${id} AND NOT EXISTS (
        SELECT FROM "QuestionVoice" o WHERE o."questionId" = ${intoId} AND o."personId" = v."personId")`;
    await tx.questionVoice.deleteMany({ where: { questionId: id } });
    await tx.question.update({ where: { id: intoId }, data: { voices: { increment: moved } } });
    await tx.question.updateMany({ where: { mergedIntoId: id }, data: { mergedIntoId: intoId } });
    await tx.question.update({ where: { id }, data: { state: "merged", mergedIntoId: intoId, voices: 0 } });
    await audit({ subject: `question:${id}`, verb: "merge", after: { into: intoId } });
    return true;
  });

/** Two who merge a pair into each other at once wait here, in the order of the numbers. */
const targetOfBoth =
  (id: number, intoId: number) =>
  async (tx: Prisma.TransactionClient): Promise<Target | null> => {
    await tx.$executeRaw`SELECT 1 FROM "Question" WHERE "id" IN (${id}, ${intoId}) ORDER BY "id" FOR UPDATE`;
    return targetOf(id)(tx);
  };
