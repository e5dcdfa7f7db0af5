import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import type { IdeaState } from "../ideas/idea.ts";
import { visible } from "../programme/listing/conditions.sql.ts";
import { preferred } from "../programme/preferred.sql.ts";
import type { Language } from "../words/language.ts";

/** What somebody raised their voice for, with what became of it. */
export type OwnVoice = { at: Date; title: string } & (
  | { kind: "rated"; occurrenceId: number; stars: number }
  | { kind: "proposed" | "supported"; ideaId: number; state: IdeaState; voices: number }
  | { kind: "voted"; voteId: number; option: string; isEnded: boolean; voices: number }
);

/** A row of the statement; what a kind has none of is null. */
interface VoiceRow {
  kind: OwnVoice["kind"];
  at: Date;
  id: number;
  title: string | null;
  count: number;
  state: IdeaState | null;
  option: string | null;
}

const perPage = 5;

/** A page of what somebody rated, proposed, supported and voted for, the latest first. What is shown to nobody has no title. */
export async function findOwnVoices(
  queries: Queries,
  { personId, page, language, now }: { personId: number; page: number; language: Language; now: Date },
): Promise<{ voices: OwnVoice[]; hasMore: boolean }> {
  const id = BigInt(personId);
  const eventTitle = Prisma.sql`(SELECT t."title" FROM "EventText" t JOIN "Event" e ON e."id" = t."eventId"
    WHERE t."eventId" = o."eventId" AND ${visible(now)} ${preferred(language)})`;
  const question = Prisma.sql`SELECT t."question" FROM "VoteText" t WHERE t."voteId" = v."id" ${preferred(language)}`;
  const option = Prisma.sql`SELECT t."options"[b."option" + 1] FROM "VoteText" t WHERE t."voteId" = v."id" ${preferred(language)}`;
  const rows = await queries.$queryRaw<VoiceRow[]>`
    SELECT * FROM (
      SELECT 'rated' AS "kind", r."ratedAt" AS "at", r."occurrenceId" AS "id", ${eventTitle} AS "title", r."stars" AS "count",
             NULL AS "state", NULL AS "option"
      FROM "Rating" r JOIN "Occurrence" o ON o."id" = r."occurrenceId" WHERE r."personId" = ${id}
      UNION ALL
      SELECT CASE WHEN i."authorId" = ${id} THEN 'proposed' ELSE 'supported' END, s."givenAt", i."id", i."title", i."voices",
             i."state"::text, NULL
      FROM "IdeaVoice" s JOIN "Idea" i ON i."id" = s."ideaId" WHERE s."personId" = ${id}
      UNION ALL
      SELECT 'voted', b."castAt", v."id", (${question}),
             (SELECT count(*) FROM "Ballot" n WHERE n."voteId" = v."id" AND n."option" = b."option")::int,
             CASE WHEN v."endsAt" <= ${now} THEN 'done' END, (${option})
      FROM "Ballot" b JOIN "Vote" v ON v."id" = b."voteId" WHERE b."personId" = ${id}
    ) voice
    ORDER BY "at" DESC, "kind", "id" DESC LIMIT ${perPage + 1} OFFSET ${page * perPage}`;
  return { voices: rows.slice(0, perPage).map(voiceOf), hasMore: rows.length > perPage };
}

function voiceOf({ kind, at, id, title, count, state, option }: VoiceRow): OwnVoice {
  const voice = { at, title: title ?? "" };
  switch (kind) {
    case "rated":
      return { ...voice, kind, occurrenceId: id, stars: count };
    case "voted":
      return { ...voice, kind, voteId: id, option: option ?? "", isEnded: state !== null, voices: count };
    default:
      return { ...voice, kind, ideaId: id, state: state ?? "new", voices: count };
  }
}
