import type { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import { type Acted, type Actor, actAs } from "../staff/act-store.ts";
import { type IdeaState, type Made, openStates } from "./idea.ts";

const action = "ideas.manage";

/** What staff does with an idea; `answer` is told to its author and supporters. */
export type IdeaAnswer =
  | { to: "considered" }
  | { to: "accepted" }
  | { to: "declined"; answer: string }
  | { to: "done"; answer: string | null; made: Made | null };

/** From which states an idea comes to another. */
const before: Readonly<Record<IdeaAnswer["to"], readonly IdeaState[]>> = {
  considered: ["new", "declined"],
  accepted: ["new", "considered"],
  declined: openStates,
  done: openStates,
};

const verbs = { considered: "consider", accepted: "agree", declined: "decline", done: "finish" } as const;

/** Answers an idea, which shows one that was held back; false: somebody was faster, or it is gone. A job tells its author and supporters. */
export const answerIdea = (
  database: Database,
  actor: Actor,
  ideaId: number,
  given: IdeaAnswer,
): Promise<Acted<boolean>> =>
  actAs(database, actor, { action }, async (tx, audit) => {
    const answer = "answer" in given ? given.answer : null;
    const made = "made" in given && given.made !== null ? columnOf(given.made) : {};
    const { count } = await tx.idea.updateMany({
      where: { id: ideaId, title: { not: "" }, state: { in: [...before[given.to]] } },
      data: { state: given.to, answer, heldAt: null, changedAt: actor.now, revision: { increment: 1 }, ...made },
    });
    if (count === 0) return false;
    const after = { state: given.to, ...(answer !== null && { reason: answer }) };
    await audit({ subject: `idea:${ideaId}`, verb: verbs[given.to], after });
    return true;
  });

/**
 * Merges an idea into another, which takes none of its voices: whoever gave them is asked. What was merged into the first
 * leads to the other as well.
 */
export const mergeIdea = (
  database: Database,
  actor: Actor,
  { ideaId, intoId }: { ideaId: number; intoId: number },
): Promise<Acted<boolean>> =>
  actAs(database, actor, { action }, async (tx, audit) => {
    // Two who merge a pair into each other at once wait here, and the second finds the first closed.
    await tx.$executeRaw`SELECT 1 FROM "Idea" WHERE "id" IN (${ideaId}, ${intoId}) ORDER BY "id" FOR UPDATE`;
    const isOpen = { title: { not: "" }, state: { in: [...openStates] } };
    const into = await tx.idea.findFirst({ where: { id: intoId, ...isOpen }, select: { id: true } });
    if (into === null || ideaId === intoId) return false;
    const { count } = await tx.idea.updateMany({
      where: { id: ideaId, ...isOpen },
      data: { state: "merged", mergedIntoId: intoId, answer: null, changedAt: actor.now, revision: { increment: 1 } },
    });
    if (count === 0) return false;
    await tx.idea.updateMany({ where: { mergedIntoId: ideaId }, data: { mergedIntoId: intoId } });
    await audit({ subject: `idea:${ideaId}`, verb: "merge", after: { into: intoId } });
    return true;
  });

/** Notes what was made of an idea that staff agreed to; nobody is told before it is done. */
export const noteMade = (database: Database, actor: Actor, ideaId: number, made: Made): Promise<Acted<boolean>> =>
  actAs(database, actor, { action }, async (tx, audit) => {
    const { count } = await tx.idea.updateMany({ where: { id: ideaId }, data: columnOf(made) });
    if (count > 0) await audit({ subject: `idea:${ideaId}`, verb: "turn", after: { [made.kind]: made.id } });
    return count > 0;
  });

/** What was made stands in the column of its kind, and in no other. */
const columnOf = ({ kind, id }: Made): Prisma.IdeaUncheckedUpdateManyInput => ({
  eventId: kind === "event" ? id : null,
  courseId: kind === "course" ? id : null,
  voteId: kind === "vote" ? id : null,
});

/** What a link may lead to, of what may come of an idea. */
export const linkable = ["event", "occurrence", "course"] as const;

/** What a link leads to; null: nothing that is there. */
export async function findLinked(
  queries: Queries,
  link: { kind: (typeof linkable)[number]; id: number },
): Promise<Made | null> {
  switch (link.kind) {
    case "event": {
      const event = await queries.event.findUnique({ where: { id: link.id }, select: { id: true } });
      return event && { kind: "event", id: event.id };
    }
    case "occurrence": {
      const date = await queries.occurrence.findUnique({ where: { id: link.id }, select: { eventId: true } });
      return date && { kind: "event", id: date.eventId };
    }
    case "course": {
      const course = await queries.course.findUnique({ where: { id: link.id }, select: { id: true } });
      return course && { kind: "course", id: course.id };
    }
  }
}
