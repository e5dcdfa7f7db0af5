import { Prisma } from "../../prisma/client/client.ts";

/** Rows of a day: each takes some two hundred people a second, the time of a commit to the disk each. */
const shares = 16;

/** A day of the city's calendar, "2026-11-20", in its zone (IANA name). */
export interface CityDay {
  day: string;
  zone: string;
}

/** SQL: whether an instant lies before that day. */
export const isBefore = (instant: Prisma.Sql, { day, zone }: CityDay) =>
  Prisma.sql`timezone(${zone}, ${instant})::date < ${day}::date`;

/**
 * The end of a statement that notes when a person was seen: counts them on this day unless `visit`, a row with "personId"
 * and when they were here "before" (null: never), says that they are counted.
 */
export const countVisit = (today: CityDay) => Prisma.sql`
  INSERT INTO "ActiveDay" AS a ("day", "share", "people")
  SELECT ${today.day}::date, "personId" % ${shares}::int, 1 FROM visit
  WHERE "before" IS NULL OR ${isBefore(Prisma.sql`"before"`, today)}
  ON CONFLICT ("day", "share") DO UPDATE SET "people" = a."people" + 1`;
