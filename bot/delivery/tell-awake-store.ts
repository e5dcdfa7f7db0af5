import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { isReachable } from "../people/address.sql.ts";
import { isQuiet, type Nights, quietHoursOf } from "../people/quiet-hours.ts";
import { wakeDispatcher } from "./outbox-store.ts";

/** Milliseconds for which news is worth bringing. */
export const newsFor = 3 * 24 * 3_600_000;

/** News for people, as SQL. */
interface News {
  /** Selects the ids of everybody for whom there is some. */
  untold: Prisma.Sql;
  /** Notes that those of these ids are told, and puts their messages into the outbox, which it counts. */
  tell: (people: Prisma.Sql) => Prisma.Sql;
}

/** Somebody for whom there is news, and when they are not to be disturbed. */
interface Due extends Nights {
  personId: bigint;
  timeZone: string | null;
}

/** How many people are found, and told, at a time. */
const atOnce = 1_000;

/** Tells news to everybody who is not in their quiet hours now; the others are found again later. Returns how many are told. */
export async function tellAwake(
  database: Database,
  { now, cityZone }: { now: Date; cityZone: string },
  { untold, tell }: News,
): Promise<number> {
  let told = 0;
  for (let after = 0n; ; ) {
    const people = await findDue(database, untold, after);
    const last = people.at(-1);
    if (last === undefined) return told;
    after = last.personId;
    const awake = people.filter((each) => !isQuiet(now, quietHoursOf(each), each.timeZone ?? cityZone));
    if (awake.length === 0) continue;
    const statement = tell(Prisma.sql`ANY(${awake.map(({ personId }) => personId)}::bigint[])`);
    told += await database.$transaction(async (tx) => {
      const count = await tx.$executeRaw(statement);
      await wakeDispatcher(tx);
      return count;
    });
  }
}

/** Some of those with news behind an id, in the order of their ids. */
const findDue = (database: Database, untold: Prisma.Sql, after: bigint): Promise<Due[]> =>
  database.$queryRaw<Due[]>`
    SELECT p."id" AS "personId", p."timeZone", p."quietFrom", p."quietUntil" FROM "Person" p
    WHERE p."id" IN (${untold}) AND p."id" > ${after} AND ${isReachable(Prisma.sql`p."id"`)}
    ORDER BY p."id" LIMIT ${atOnce}`;
