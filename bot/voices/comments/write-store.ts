import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { fitsAgainAt, limitedSince, limitOf, withinLimits } from "../limits.ts";
import { isNewcomer } from "../newcomer.sql.ts";
import type { VoiceTopic } from "../topic.ts";
import { findRules } from "./rules-store.ts";
import { type CommentFault, faultOf, findHeldWord, isSameText } from "./text-rules.ts";

type Transaction = Prisma.TransactionClient;

export type CommentOutcome =
  | { kind: "published" | "waiting"; id: number }
  /** It is not theirs to comment yet: it has not begun, or they were never in a lesson of the course. */
  | { kind: "not yet" }
  | { kind: "gone" }
  | { kind: "faulty"; fault: CommentFault }
  | { kind: "said already" }
  /** Times are milliseconds since 1970, so that an outcome can be noted. */
  | { kind: "too many"; most: number; again: number }
  | { kind: "banned"; until: number };

/** Days for which the same text is not taken again. */
const sameFor = 30;

/**
 * Writes a comment in place of what its author said before about the same thing. Comments of one person wait for each other, so
 * that a hundred at once are no more than the limit.
 */
export async function writeComment(
  database: Database,
  {
    personId,
    topic,
    text,
    name,
    now,
  }: { personId: number; topic: VoiceTopic; text: string; name: string | null; now: Date },
): Promise<CommentOutcome> {
  const id = BigInt(personId);
  return database.$transaction(async (tx): Promise<CommentOutcome> => {
    await tx.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${id} FOR NO KEY UPDATE`;
    const ban = await tx.commentBan.findUnique({ where: { personId: id } });
    if (ban && ban.until > now) return { kind: "banned", until: ban.until.getTime() };
    const subject = await findSubject(tx, personId, topic, now);
    if (typeof subject === "string") return { kind: subject };
    const fault = faultOf(text);
    if (fault !== null) return { kind: "faulty", fault };
    const limit = limitOf("comments");
    const since = new Date(now.getTime() - sameFor * 86_400_000);
    const earlier = await tx.comment.findMany({
      where: { personId: id, writtenAt: { gt: since < limitedSince(limit, now) ? since : limitedSince(limit, now) } },
      select: { text: true, writtenAt: true },
    });
    const times = earlier.map(({ writtenAt }) => writtenAt);
    if (!withinLimits(times, limit, now))
      return { kind: "too many", most: limit.most, again: fitsAgainAt(times, limit, now).getTime() };
    if (earlier.some((each) => isSameText(each.text, text))) return { kind: "said already" };
    const { isAfterwards, heldWords } = await findRules(tx);
    const hold = findHeldWord(text, heldWords) === null ? "first" : "word";
    const isShown = isAfterwards && hold === "first";
    await tx.comment.updateMany({
      where: { personId: id, ...subject, state: { in: ["waiting", "published", "hidden"] } },
      data: withdrawn,
    });
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO "Comment" ("personId", "eventId", "courseId", "text", "name", "state", "writtenAt", "publishedAt", "waitingSince",
                             "hold", "isNewcomer")
      VALUES (${id}, ${subject.eventId ?? null}, ${subject.courseId ?? null}, ${text}, ${name},
              ${isShown ? "published" : "waiting"}::"CommentState", ${now}, ${isShown ? now : null}, ${now},
              ${hold}::"CommentHold", ${isNewcomer(personId, now)}) RETURNING "id"`;
    return { kind: isShown ? "published" : "waiting", id: row?.id ?? 0 };
  });
}

/** Nothing of what was said is kept; that it was counts towards the limit. */
const withdrawn = { state: "withdrawn", text: "", name: null, waitingSince: null, hold: null, appeal: null } as const;

/** Takes a comment back, by its author alone; false: it is not there, or not theirs. */
export async function withdrawComment(
  database: Database,
  { id, personId }: { id: number; personId: number },
): Promise<boolean> {
  const where = { id, personId: BigInt(personId), state: { not: "withdrawn" as const } };
  const { count } = await database.comment.updateMany({ where, data: withdrawn });
  if (count > 0) await database.commentAnswer.deleteMany({ where: { commentId: id } });
  return count > 0;
}

/** Says once, as its author, why a rejection is wrong: the comment waits again. False: it cannot be appealed (any more). */
export async function appeal(
  database: Database,
  { id, personId, text, now }: { id: number; personId: number; text: string; now: Date },
): Promise<boolean> {
  const { count } = await database.comment.updateMany({
    where: { id, personId: BigInt(personId), state: "rejected", appealedAt: null },
    data: { appeal: text, appealedAt: now, waitingSince: now, hold: "appeal", remindedAt: null },
  });
  return count > 0;
}

async function findSubject(
  tx: Transaction,
  personId: number,
  { kind, id }: VoiceTopic,
  now: Date,
): Promise<{ eventId: number; courseId?: never } | { courseId: number; eventId?: never } | "gone" | "not yet"> {
  if (kind === "event") {
    const date = await tx.occurrence.findFirst({
      where: { id, event: { withdrawnAt: null, publishedAt: { lte: now } } },
      select: { eventId: true, startsAt: true, status: true },
    });
    if (date === null) return "gone";
    const isOff = date.status === "cancelled" || date.status === "postponed";
    return isOff || date.startsAt > now ? "not yet" : { eventId: date.eventId };
  }
  const where = { id, withdrawnAt: null, publishedAt: { lte: now } };
  if ((await tx.course.count({ where })) === 0) return "gone";
  return (await hasLearned(tx, { personId, courseId: id }, now)) ? { courseId: id } : "not yet";
}

/** Whether somebody has, or had, a place in a group of a course that has had a lesson. */
export async function hasLearned(
  queries: Pick<Transaction, "enrolment">,
  { personId, courseId }: { personId: number; courseId: number },
  now: Date,
): Promise<boolean> {
  const lessons = { some: { endsAt: { lte: now }, status: { not: "cancelled" as const } } };
  const where = { personId: BigInt(personId), state: "enrolled" as const, group: { courseId, lessons } };
  return (await queries.enrolment.count({ where })) > 0;
}
