import type { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import type { Texts } from "../words/language.ts";

/** An event as far as questions to its guest go. */
export interface Talk {
  eventId: number;
  institutionId: number | null;
  titles: Texts<string>;
  /** The date that is next, or was last. */
  occurrenceId: number;
  startsAt: Date;
  /** Whether questions and voices are taken: it is a live conversation, and one of its dates is not over. */
  isOpen: boolean;
}

const traits = { id: true, institutionId: true, isConversation: true } as const satisfies Prisma.EventSelect;
const selected = {
  ...traits,
  texts: { select: { language: true, title: true } },
  occurrences: { select: { id: true, startsAt: true, endsAt: true, status: true }, orderBy: { startsAt: "asc" } },
} as const satisfies Prisma.EventSelect;

type Row = Prisma.EventGetPayload<{ select: typeof selected }>;

/** SQL's words for an event that residents see. */
const seen = (now: Date) => ({ withdrawnAt: null, publishedAt: { lte: now } });

/** Finds an event that residents see and that has dates; null: there is none. */
export const findTalk = (queries: Queries, eventId: number, now: Date): Promise<Talk | null> =>
  find(queries, { id: eventId, ...seen(now) }, now);

/** Finds an event for staff, who also see it before it is published. */
export const findTalkForStaff = (queries: Queries, eventId: number, now: Date): Promise<Talk | null> =>
  find(queries, { id: eventId }, now);

async function find(queries: Queries, where: Prisma.EventWhereInput, now: Date): Promise<Talk | null> {
  const event = await queries.event.findFirst({ where, select: traits });
  if (event === null) return null;
  const eventId = event.id;
  // One after the other: a transaction has one connection.
  const texts = await queries.eventText.findMany({ where: { eventId }, select: selected.texts.select });
  const occurrences = await queries.occurrence.findMany({ where: { eventId }, ...selected.occurrences });
  return talkOf({ ...event, texts, occurrences }, now);
}

function talkOf({ id, institutionId, isConversation, texts, occurrences }: Row, now: Date): Talk | null {
  const next = occurrences.find(
    ({ endsAt, status }) => endsAt > now && status !== "cancelled" && status !== "postponed",
  );
  const date = next ?? occurrences.at(-1);
  if (date === undefined) return null;
  return {
    eventId: id,
    institutionId,
    titles: Object.fromEntries(texts.map(({ language, title }) => [language, title])),
    occurrenceId: date.id,
    startsAt: date.startsAt,
    isOpen: isConversation && next !== undefined,
  };
}

const perPage = 5;

/** Milliseconds for which staff finds a conversation that is over: what was not answered aloud is answered in writing. */
const afterwards = 7 * 24 * 3_600_000;

/** SQL's words for conversations that staff looks after now, of these institutions; null: of all. */
const current = (institutionIds: readonly number[] | null, now: Date) =>
  ({
    ...seen(now),
    isConversation: true,
    ...(institutionIds !== null && { institutionId: { in: [...institutionIds] } }),
    occurrences: { some: { endsAt: { gt: new Date(now.getTime() - afterwards) }, status: { not: "cancelled" } } },
  }) satisfies Prisma.EventWhereInput;

/** A conversation in the list of staff, with how many questions wait. */
export interface ListedTalk extends Talk {
  waiting: number;
}

/** Finds a page of the conversations that staff looks after: those to come and those of the last days. */
export async function findTalks(
  queries: Queries,
  { institutionIds, page, now }: { institutionIds: readonly number[] | null; page: number; now: Date },
): Promise<{ talks: ListedTalk[]; hasMore: boolean }> {
  const events = await queries.event.findMany({
    where: current(institutionIds, now),
    select: {
      ...selected,
      _count: { select: { questions: { where: { state: { in: ["taken", "held", "waiting"] } } } } },
    },
    ...{ orderBy: { id: "desc" }, skip: page * perPage, take: perPage + 1 },
  });
  const talks = events.slice(0, perPage).flatMap(({ _count, ...event }) => {
    const talk = talkOf(event, now);
    return talk === null ? [] : [{ ...talk, waiting: _count.questions }];
  });
  return { talks, hasMore: events.length > perPage };
}

/** Whether there is a conversation that staff looks after now. */
export async function hasTalks(
  queries: Queries,
  institutionIds: readonly number[] | null,
  now: Date,
): Promise<boolean> {
  return (await queries.event.findFirst({ where: current(institutionIds, now), select: { id: true } })) !== null;
}
