import { Prisma } from "../../../prisma/client/client.ts";
import { dayParts, partHours } from "./list-query.ts";

/** SQL over the alias o: the day on which an occurrence begins, by the city's clock. */
export const localDay = (zone: string) => Prisma.sql`(o."startsAt" AT TIME ZONE ${zone}::text)::date`;

/**
 * SQL over the alias o: the part of the day in which an occurrence begins, by the city's clock. What has no hour counts
 * as one of the day. The hours after midnight belong to the night, which ends beyond 24.
 */
export function dayPartOf(zone: string): Prisma.Sql {
  const hour = Prisma.sql`extract(hour FROM o."startsAt" AT TIME ZONE ${zone}::text)`;
  const cases = dayParts.map((part) => {
    const [from, to] = partHours[part];
    const sameDay = Prisma.sql`${hour} >= ${from} AND ${hour} < ${to}`;
    return Prisma.sql`WHEN ${to > 24 ? Prisma.sql`${sameDay} OR ${hour} < ${to - 24}` : sameDay} THEN ${part}`;
  });
  return Prisma.sql`CASE WHEN NOT o."hasStartTime" THEN 'day' ${Prisma.join(cases, " ")} END`;
}
