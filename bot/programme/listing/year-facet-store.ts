import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { inZone } from "../../words/time/local-time.ts";
import type { SeenFrom } from "./conditions.sql.ts";

/** Years that are offered at most, this one with them. */
const mostYears = 15;

/** The years in which something was, the newest first: one look into an index for each. */
export async function findYears(database: Database, { now, zone }: SeenFrom): Promise<number[]> {
  const thisYear = inZone(now, zone).startOf("year");
  const years = Array.from({ length: mostYears }, (_, ago) => thisYear.minus({ years: ago }));
  const rows = Prisma.join(
    years.map((from) => {
      const until = new Date(Math.min(from.plus({ years: 1 }).toMillis(), now.getTime()));
      return Prisma.sql`(${from.year}::int, ${from.toJSDate()}::timestamptz, ${until}::timestamptz)`;
    }),
  );
  const found = await database.$queryRaw<{ year: number }[]>`
    SELECT y."year" FROM (VALUES ${rows}) y("year", "from", "until")
    WHERE EXISTS (SELECT FROM "Occurrence" o
                  WHERE NOT o."spansDays" AND o."startsAt" >= y."from" AND o."startsAt" < y."until")
    ORDER BY 1 DESC`;
  return found.map(({ year }) => year);
}
