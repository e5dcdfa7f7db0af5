import { Prisma } from "../../prisma/client/client.ts";
import { openCourse } from "../classes/courses/group.sql.ts";
import type { Queries } from "../database/database.ts";
import { visible } from "../programme/listing/conditions.sql.ts";
import { type Idea, openStates, type Queue, type Shelf, type Stand, unanswered } from "./idea.ts";

/** An idea in a list. */
export type ListedIdea = Pick<Idea, "id" | "title" | "state" | "voices" | "dueAt" | "createdAt" | "isHeld">;

/** Ideas on a page of a list. */
export const ideasPerPage = 5;

interface IdeaRow extends Omit<Idea, "mergedInto" | "made"> {
  mergedIntoId: number | null;
  mergedIntoTitle: string | null;
  eventId: number | null;
  courseId: number | null;
  voteId: number | null;
}

/**
 * Finds an idea; null when there is none. Of what was made of it residents are told when they may see it: drafts are for
 * staff, who get them with `seesDrafts`.
 */
export async function findIdea(
  queries: Queries,
  ideaId: number,
  now: Date,
  { seesDrafts = false }: { seesDrafts?: boolean } = {},
): Promise<Idea | null> {
  // An event without a date has no card.
  const hasDate = Prisma.sql`EXISTS (SELECT FROM "Occurrence" o WHERE o."eventId" = e."id")`;
  const isSeen = seesDrafts ? Prisma.sql`true` : Prisma.sql`${visible(now)} AND ${hasDate}`;
  const isCourseSeen = seesDrafts ? Prisma.sql`true` : openCourse(now);
  const [row] = await queries.$queryRaw<IdeaRow[]>`
    SELECT i."id", i."language"::text AS "language", i."title", i."body", i."state"::text AS "state", i."answer", i."createdAt",
           i."changedAt", i."voices", i."dueAt", i."voteId", i."mergedIntoId", i."heldAt" IS NOT NULL AS "isHeld",
           (SELECT m."title" FROM "Idea" m WHERE m."id" = i."mergedIntoId") AS "mergedIntoTitle",
           (SELECT count(*) FROM "IdeaVoice" v WHERE v."ideaId" = i."id" AND v."isFresh")::int AS "freshVoices",
           (SELECT e."id" FROM "Event" e WHERE e."id" = i."eventId" AND ${isSeen}) AS "eventId",
           (SELECT c."id" FROM "Course" c WHERE c."id" = i."courseId" AND ${isCourseSeen}) AS "courseId"
    FROM "Idea" i WHERE i."id" = ${ideaId}`;
  if (row === undefined) return null;
  const { mergedIntoId, mergedIntoTitle, eventId, courseId, voteId, ...idea } = row;
  const mergedInto = mergedIntoId === null ? null : { id: mergedIntoId, title: mergedIntoTitle ?? "" };
  return { ...idea, mergedInto, made: madeOf({ eventId, courseId, voteId }) };
}

function madeOf({ eventId, courseId, voteId }: Pick<IdeaRow, "eventId" | "courseId" | "voteId">): Idea["made"] {
  if (eventId !== null) return { kind: "event", id: eventId };
  if (courseId !== null) return { kind: "course", id: courseId };
  return voteId === null ? null : { kind: "vote", id: voteId };
}

/** What somebody is to an idea. */
export async function findStand(queries: Queries, ideaId: number, personId: number): Promise<Stand> {
  const voice = await queries.ideaVoice.findUnique({
    where: { ideaId_personId: { ideaId, personId: BigInt(personId) } },
    select: { idea: { select: { authorId: true } } },
  });
  return { supports: voice !== null, isAuthor: voice !== null && voice.idea.authorId === BigInt(personId) };
}

const listed = {
  id: true,
  title: true,
  state: true,
  voices: true,
  dueAt: true,
  createdAt: true,
  heldAt: true,
} as const;

/** A page of ideas, five at a time. */
async function findPage(
  queries: Queries,
  page: number,
  where: Prisma.IdeaWhereInput,
  orderBy: Prisma.IdeaOrderByWithRelationInput[],
): Promise<{ ideas: ListedIdea[]; hasMore: boolean }> {
  const found = await queries.idea.findMany({
    ...{ where, orderBy, select: listed, skip: page * ideasPerPage, take: ideasPerPage + 1 },
  });
  const ideas = found.slice(0, ideasPerPage).map(({ heldAt, ...idea }) => ({ ...idea, isHeld: heldAt !== null }));
  return { ideas, hasMore: found.length > ideasPerPage };
}

/** A page of one of the residents' lists. Declined ideas, and those held back, stand among their author's own alone. */
export function findShelf(
  queries: Queries,
  { shelf, page, personId }: { shelf: Shelf; page: number; personId: number },
): Promise<{ ideas: ListedIdea[]; hasMore: boolean }> {
  const isWritten = { title: { not: "" }, heldAt: null };
  const isOpen = { ...isWritten, state: { in: [...openStates] } };
  switch (shelf) {
    case "voices":
      return findPage(queries, page, isOpen, [{ voices: "desc" }, { id: "desc" }]);
    case "new":
      return findPage(queries, page, isOpen, [{ id: "desc" }]);
    case "soon":
      return findPage(queries, page, { ...isWritten, state: "accepted" }, [{ voices: "desc" }, { id: "desc" }]);
    case "mine":
      return findPage(queries, page, { authorId: BigInt(personId) }, [{ id: "desc" }]);
    case "done":
      return findPage(queries, page, { ...isWritten, state: "done" }, [{ changedAt: "desc" }, { id: "desc" }]);
  }
}

/** A page of one of the staff's lists. */
export function findQueue(
  queries: Queries,
  { queue, page }: { queue: Queue; page: number },
): Promise<{ ideas: ListedIdea[]; hasMore: boolean }> {
  const isWritten = { title: { not: "" } };
  const waits = { ...isWritten, state: { in: [...unanswered] } };
  switch (queue) {
    case "voices":
      return findPage(queries, page, waits, [{ voices: "desc" }, { id: "asc" }]);
    case "oldest":
      return findPage(queries, page, waits, [{ createdAt: "asc" }, { id: "asc" }]);
    case "due":
      return findPage(queries, page, { ...waits, dueAt: { not: null } }, [{ dueAt: "asc" }, { id: "asc" }]);
    case "held":
      return findPage(queries, page, { ...waits, heldAt: { not: null } }, [{ heldAt: "asc" }, { id: "asc" }]);
    case "accepted":
      return findPage(queries, page, { ...isWritten, state: "accepted" }, [{ changedAt: "asc" }, { id: "asc" }]);
    case "closed": {
      const closed = { ...isWritten, state: { in: ["declined", "done", "merged"] } } satisfies Prisma.IdeaWhereInput;
      return findPage(queries, page, closed, [{ changedAt: "desc" }, { id: "desc" }]);
    }
  }
}

/** How many ideas wait for an answer, and how many of these are late. */
export async function countWaiting(queries: Queries, now: Date): Promise<{ waiting: number; late: number }> {
  const waits = { title: { not: "" }, state: { in: [...unanswered] } };
  const [waiting, late] = await Promise.all([
    queries.idea.count({ where: waits }),
    queries.idea.count({ where: { ...waits, dueAt: { lt: now } } }),
  ]);
  return { waiting, late };
}

/** How many of what came of ideas an announcement tells. */
const mostAnnounced = 5;

/** The ideas that were done last. */
export async function findDone(queries: Queries, now: Date): Promise<Idea[]> {
  const rows = await queries.idea.findMany({
    where: { state: "done", title: { not: "" } },
    ...{ orderBy: [{ changedAt: "desc" }, { id: "desc" }], take: mostAnnounced, select: { id: true } },
  });
  const ideas = await Promise.all(rows.map(({ id }) => findIdea(queries, id, now)));
  return ideas.filter((idea) => idea !== null);
}
