import { Prisma } from "../../../prisma/client/client.ts";
import { onePerEvent } from "./conditions.sql.ts";
import { localDay } from "./day-parts.sql.ts";
import { overviews, type Scope } from "./list-query.ts";

const coversDays = (scope: Scope) => overviews.some((kind) => kind === scope.kind);

/**
 * SQL over the aliases o and e: what dates of an event must share to stand in one row with all their hours. On another
 * day, in another place, or called off, it is another row.
 */
export function rowKey(scope: Scope, zone: string): Prisma.Sql {
  if (onePerEvent(scope)) return Prisma.sql`o."eventId"::text`;
  const day = coversDays(scope) ? localDay(zone) : Prisma.sql`NULL`;
  const calledOff = Prisma.sql`o."status" IN ('cancelled', 'postponed')`;
  return Prisma.sql`concat_ws(' ', o."eventId", coalesce(o."placeId", 0), ${calledOff}, ${day})`;
}
