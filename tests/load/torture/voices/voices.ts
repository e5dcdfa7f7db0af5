import type { Database } from "../../../../bot/database/database.ts";
import { support } from "../../../../bot/ideas/voice-store.ts";
import { flagComment } from "../../../../bot/voices/comments/flag-store.ts";
import { rate } from "../../../../bot/voices/rating-store.ts";
import { type Stars, stars } from "../../../../bot/voices/stars.ts";
import { castBallot } from "../../../../bot/votes/ballot-store.ts";
import { administer } from "../../../support/administer.ts";
import { patience } from "../../../support/patience.ts";
import { onPools, untilReached } from "../racing/pools.ts";

const now = new Date("2026-11-20T15:00:00Z");
const before = "timestamptz '2026-11-01'";

/** Options of the vote that is raced for. */
const options = 3;

/** What everybody raises their voice about, each by its id. */
export interface Subjects {
  voteId: number;
  occurrenceId: number;
  ideaId: number;
  commentId: number;
}

/** People who were told so, by what they raised their voice for: each kind of answer, and how often it was given. */
export type Told = Record<"vote" | "rating" | "support" | "flag", Record<string, number>>;

/** Makes people with the ids 1, 2, 3 …, a vote, a concert that is over, an idea and a comment, the last two by nobody of them. */
export async function prepareVoices(url: string, people: number): Promise<Subjects> {
  const wall = "timestamp '2026-11-01 19:00'";
  const { rows } = await administer(
    url,
    `WITH person AS (
       INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
       SELECT id, 'ru', 'Житель', ${before}, ${before} FROM generate_series(1, ${people}) id),
     vote AS (INSERT INTO "Vote" ("results", "createdAt") VALUES ('always', ${before}) RETURNING "id"),
     vote_text AS (INSERT INTO "VoteText" ("voteId", "language", "question", "options")
       SELECT "id", 'ru', 'Что ставить?', ARRAY['Комедию', 'Драму', 'Мюзикл'] FROM vote),
     event AS (INSERT INTO "Event" ("section", "attendanceMode", "isFree", "publishedAt", "createdAt", "updatedAt")
       VALUES ('music', 'on_site', true, ${before}, ${before}, ${before}) RETURNING "id"),
     date AS (INSERT INTO "Occurrence" ("eventId", "startsAt", "endsAt", "startsLocal", "timeZone", "changedAt")
       SELECT "id", ${before}, ${before}, ${wall}, 'Europe/Moscow', ${before} FROM event RETURNING "id"),
     idea AS (INSERT INTO "Idea" ("language", "title", "body", "folded", "createdAt", "changedAt", "titleTrigrams", "bodyTrigrams")
       VALUES ('ru', 'Каток', 'Во дворе', 'каток', ${before}, ${before}, 0, 0) RETURNING "id"),
     comment AS (INSERT INTO "Comment" ("eventId", "text", "state", "writtenAt", "publishedAt", "isNewcomer")
       SELECT "id", 'Хорошо', 'published', ${before}, ${before}, false FROM event RETURNING "id")
     SELECT (SELECT "id" FROM vote) AS "voteId", (SELECT "id" FROM date) AS "occurrenceId",
            (SELECT "id" FROM idea) AS "ideaId", (SELECT "id" FROM comment) AS "commentId"`,
  );
  return rows[0];
}

const optionOf = (personId: number): number => personId % options;
const starsOf = (personId: number): Stars => stars[personId % stars.length] ?? 1;

/** Each of these people votes, rates, supports and flags, all at once; what they were told. */
export async function raiseVoices(
  database: Database,
  { voteId, occurrenceId, ideaId, commentId }: Subjects,
  personIds: readonly number[],
): Promise<Told> {
  const told: Told = { vote: {}, rating: {}, support: {}, flag: {} };
  const note = (what: keyof Told, said: string) => {
    told[what][said] = (told[what][said] ?? 0) + 1;
  };
  await Promise.all(
    personIds.map(async (personId) => {
      const ballot = { voteId, personId, option: optionOf(personId) };
      await Promise.all([
        untilReached(() => castBallot(database, ballot, now)).then((said) => note("vote", said)),
        untilReached(() => rate(database, { personId, occurrenceId }, starsOf(personId), now)).then(({ kind }) =>
          note("rating", kind),
        ),
        untilReached(() => support(database, { ideaId, personId }, now)).then((said) => note("support", said)),
        untilReached(() => flagComment(database, { id: commentId, personId, now })).then((said) => note("flag", said)),
      ]);
    }),
  );
  return told;
}

/** What stands in the database at the end of it. */
export interface Counted {
  /** Ballots by option, and people by stars, as they are shown. */
  ballots: number[];
  stars: number[];
  /** Voices of the idea as they are shown, and rows behind them. */
  voices: number;
  supporters: number;
  flags: number;
  isHidden: boolean;
}

/** Counts what residents and staff are shown. */
export async function countVoices(
  url: string,
  { voteId, occurrenceId, ideaId, commentId }: Subjects,
): Promise<Counted> {
  const { rows } = await administer(
    url,
    `SELECT ARRAY(SELECT (SELECT count(*)::int FROM "Ballot" b WHERE b."voteId" = ${voteId} AND b."option" = n)
                  FROM generate_series(0, ${options - 1}) n ORDER BY n) AS "ballots",
            (SELECT s."counts" FROM "Score" s JOIN "Occurrence" o ON o."eventId" = s."eventId" WHERE o."id" = ${occurrenceId}) AS "stars",
            (SELECT "voices" FROM "Idea" WHERE "id" = ${ideaId}) AS "voices",
            (SELECT count(*)::int FROM "IdeaVoice" WHERE "ideaId" = ${ideaId}) AS "supporters",
            (SELECT count(*)::int FROM "CommentFlag" WHERE "commentId" = ${commentId}) AS "flags",
            (SELECT "state" = 'hidden' FROM "Comment" WHERE "id" = ${commentId}) AS "isHidden"`,
  );
  return rows[0];
}

/** What has to stand there when each of so many people has said the same any number of times. */
export function expectVoices(people: number): Counted {
  const ids = Array.from({ length: people }, (_, index) => index + 1);
  return {
    ballots: Array.from({ length: options }, (_, option) => ids.filter((id) => optionOf(id) === option).length),
    stars: stars.map((count) => ids.filter((id) => starsOf(id) === count).length),
    ...{ voices: people, supporters: people, flags: people, isHidden: true },
  };
}

/**
 * The same race as somebody writes it who trusts what they read: look whether a person has voted, then write their ballot;
 * read an idea's voices, then write one more. The index that would stop the first is taken away before.
 */
export async function trustWhatIsRead(
  url: string,
  { voteId, ideaId }: Subjects,
  size: { people: number; pools: number },
): Promise<void> {
  await administer(url, `DROP INDEX "Ballot_voteId_personId_key"`);
  // Everybody in every pool: the person's second press arrives at another instance.
  const all = Array.from({ length: size.people }, (_, index) => index + 1);
  await onPools(url, { ...size, people: size.pools }, (database) =>
    Promise.all(all.map((personId) => untilReached(() => lookThenWrite(database, { voteId, ideaId, personId })))),
  );
}

const lookThenWrite = (
  database: Database,
  { voteId, ideaId, personId }: { voteId: number; ideaId: number; personId: number },
): Promise<void> =>
  database.$transaction(
    async (tx) => {
      const id = BigInt(personId);
      const ballot = { voteId, personId: id, option: optionOf(personId), castAt: now };
      const hasVoted = (await tx.ballot.count({ where: { voteId, personId: id } })) > 0;
      const { voices } = await tx.idea.findUniqueOrThrow({ where: { id: ideaId } });
      if (hasVoted) return;
      await tx.ballot.create({ data: ballot });
      await tx.idea.update({ where: { id: ideaId }, data: { voices: voices + 1 } });
    },
    { maxWait: patience, timeout: patience },
  );
