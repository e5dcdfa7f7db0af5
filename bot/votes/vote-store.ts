import type { Prisma } from "../../prisma/client/client.ts";
import { peopleSchema } from "../announcements/audience/audience.ts";
import type { Database, Queries } from "../database/database.ts";
import { type Acted, type Actor, actAs } from "../staff/act-store.ts";
import { languages, type Texts } from "../words/language.ts";
import type { NewVote, Vote, VoteText } from "./vote.ts";

const action = "votes.manage";

/** Makes a vote, which is open from now on, and returns its id. */
export const makeVote = (database: Database, actor: Actor, vote: NewVote): Promise<Acted<number>> =>
  actAs(database, actor, { action }, async (tx, audit) => {
    const { texts, results, endsAt, audience } = vote;
    const rows = languages.flatMap((language) => {
      const text = texts[language];
      return text ? [{ language, ...text }] : [];
    });
    const { id } = await tx.vote.create({
      data: { results, endsAt, audience, createdBy: BigInt(actor.by), createdAt: actor.now, texts: { create: rows } },
    });
    await audit({ subject: `vote:${id}`, verb: "create", after: { question: rows[0]?.question ?? "" } });
    return id;
  });

/** Ends a vote now; false when it has ended already or is not there. */
export const endVote = (database: Database, actor: Actor, id: number): Promise<Acted<boolean>> =>
  actAs(database, actor, { action }, async (tx, audit) => {
    const { count } = await tx.vote.updateMany({
      where: { id, OR: [{ endsAt: null }, { endsAt: { gt: actor.now } }] },
      data: { endsAt: actor.now },
    });
    if (count > 0) await audit({ subject: `vote:${id}`, verb: "end" });
    return count > 0;
  });

/** Finds a vote as it stands; null when there is none of this id. */
export async function findVote(queries: Queries, id: number): Promise<Vote | null> {
  const [row, counts, newVoices] = await Promise.all([
    queries.vote.findUnique({ where: { id }, include: { texts: true } }),
    queries.ballot.groupBy({ by: ["option"], where: { voteId: id }, _count: { _all: true } }),
    queries.ballot.count({ where: { voteId: id, isNewcomer: true } }),
  ]);
  if (row === null) return null;
  const texts = textsOf(row.texts);
  const size = Math.max(0, ...row.texts.map(({ options }) => options.length));
  const countOf = new Map(counts.map(({ option, _count }) => [option, _count._all]));
  return {
    ...{ id, texts, results: row.results, endsAt: row.endsAt, audience: peopleSchema.parse(row.audience), newVoices },
    counts: Array.from({ length: size }, (_, option) => countOf.get(option) ?? 0),
  };
}

/** A vote in a list. */
export interface ListedVote {
  id: number;
  texts: Texts<VoteText>;
  endsAt: Date | null;
  voices: number;
}

const perPage = 8;

/** A page of votes, the newest first: those that are open, or those that have ended. */
export async function findVotes(
  queries: Queries,
  { isEnded, page, now }: { isEnded: boolean; page: number; now: Date },
): Promise<{ votes: ListedVote[]; hasMore: boolean }> {
  const where: Prisma.VoteWhereInput = isEnded
    ? { endsAt: { lte: now } }
    : { OR: [{ endsAt: null }, { endsAt: { gt: now } }] };
  const found = await queries.vote.findMany({
    where,
    orderBy: { id: "desc" },
    skip: page * perPage,
    take: perPage + 1,
    include: { texts: true, _count: { select: { ballots: true } } },
  });
  const votes = found.slice(0, perPage).map(({ id, texts, endsAt, _count }) => ({
    ...{ id, texts: textsOf(texts), endsAt, voices: _count.ballots },
  }));
  return { votes, hasMore: found.length > perPage };
}

const textsOf = (rows: readonly ({ language: keyof Texts<VoteText> } & VoteText)[]): Texts<VoteText> =>
  Object.fromEntries(rows.map(({ language, question, options }) => [language, { question, options }]));
