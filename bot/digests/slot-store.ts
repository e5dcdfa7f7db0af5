import { Prisma } from "../../prisma/client/client.ts";

/**
 * Slots of digests in SQL, because a million of them move on at once; there is no second version of these rules. A slot
 * is an hour of the person's wall clock. Where the clock jumps over it, it is an hour later; where it comes twice, the
 * second time counts: so PostgreSQL reads a local time (appendix B.2, "Handling of Invalid or Ambiguous Timestamps").
 *
 * The expressions stand in a query whose columns are "zone" (IANA name), "cadence", "hour", "weekday" and, for
 * `lastMoment`, "quietFrom" (0 for none).
 */

/** The first slot after `now`. */
export const nextSlot = (now: Date): Prisma.Sql =>
  Prisma.sql`(SELECT min(slot.at) FROM ${slotsAround(now)} AS slot WHERE slot.at > ${now})`;

/** The slot that `now` is in: the last one that is not after it. */
export const currentSlot = (now: Date): Prisma.Sql =>
  Prisma.sql`(SELECT max(slot.at) FROM ${slotsAround(now)} AS slot WHERE slot.at <= ${now})`;

/** The slots of today, or of this week's day, and those right before and after it. */
function slotsAround(now: Date): Prisma.Sql {
  const today = Prisma.sql`timezone("zone", ${now}::timestamptz)::date`;
  const untilWeekday = Prisma.sql`"weekday" - extract(isodow FROM ${today})::int`;
  return Prisma.sql`(
    SELECT timezone("zone", ${today} + period.days + make_interval(hours => "hour")) AS at
    FROM unnest(CASE "cadence" WHEN 'daily' THEN ARRAY[-1, 0, 1]
                ELSE ARRAY[${untilWeekday} - 7, ${untilWeekday}, ${untilWeekday} + 7] END) AS period (days))`;
}

/**
 * Until when a slot that was missed is caught up: noon of its day, for later hours two hours; never into quiet hours
 * that begin after it. An hour chosen inside of quiet hours is the person's own wish.
 */
export function lastMoment(slot: Prisma.Sql): Prisma.Sql {
  const day = Prisma.sql`timezone("zone", ${slot})::date`;
  const quiet = Prisma.sql`CASE WHEN "quietFrom" > "hour" * 60
    THEN timezone("zone", ${day} + make_interval(mins => "quietFrom")) END`;
  return Prisma.sql`greatest(${slot}, least(${quiet},
    greatest(timezone("zone", ${day} + time '12:00'), ${slot} + interval '2 hours')))`;
}
