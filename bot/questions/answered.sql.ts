import { Prisma } from "../../prisma/client/client.ts";

/** So many questions with their answers a card has room for. */
const mostOnCard = 3;

/** SQL: what was answered in writing about an event, most voices first, as [{ text, answer }, …]. */
export const answeredOf = (eventId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('text', a."text", 'answer', a."answer") ORDER BY a."voices" DESC, a."id"), '[]')
   FROM (SELECT q."id", q."text", q."answer", q."voices" FROM "Question" q
         WHERE q."eventId" = ${eventId} AND q."state" = 'answered' AND q."answer" IS NOT NULL
         ORDER BY q."voices" DESC, q."id" LIMIT ${mostOnCard}) a)`;
