import { Prisma } from "../../prisma/client/client.ts";

/**
 * When a person may be written to who is to be written to only within certain hours of their wall clock: `at` itself if
 * it lies in them, or else when they begin next. Hours may go over midnight. `from` and `until` are minutes after
 * midnight; where `from` is null any time will do. In SQL because a million of them are reckoned at once; there is no
 * second version of this rule.
 */
export function opening(sql: { at: Prisma.Sql; zone: Prisma.Sql; from: Prisma.Sql; until: Prisma.Sql }): Prisma.Sql {
  const { at, zone, from, until } = sql;
  const local = Prisma.sql`timezone(${zone}, ${at})`;
  const minute = Prisma.sql`(extract(hour FROM ${local}) * 60 + extract(minute FROM ${local}))`;
  const isOpen = Prisma.sql`CASE WHEN ${from} < ${until} THEN ${minute} >= ${from} AND ${minute} < ${until}
    ELSE ${minute} >= ${from} OR ${minute} < ${until} END`;
  const day = Prisma.sql`(${local}::date + CASE WHEN ${minute} < ${from} THEN 0 ELSE 1 END)`;
  return Prisma.sql`CASE WHEN ${from} IS NULL OR (${isOpen}) THEN ${at}
    ELSE timezone(${zone}, ${day} + make_interval(mins => ${from})) END`;
}
