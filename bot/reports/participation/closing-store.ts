import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { isHeld, isTaught, takingPart } from "./taking-part.sql.ts";

const what = "participation";

const day = 86_400_000;

/** Days after its end in which a date is counted anew each time; reminders and attendance are forgotten after thirty. */
export const openDays = 25;

/** The moment until which participation was counted for good: what ended later is counted from the people themselves. */
export async function countedUntil(queries: Queries): Promise<Date> {
  const row = await queries.countedUntil.findUnique({ where: { what } });
  return row?.until ?? new Date(0);
}

/** Days of dates that one transaction counts: after an upgrade there may be years of them. */
const stepDays = 30;

/** Milliseconds that a step may take; usually it is a fraction of a second. */
const patience = 60_000;

/**
 * Counts for good who took part in what ended until `openDays` before `now`, before reminders and attendance are forgotten.
 * What was counted before is left as it is, so that it may be done as often as one likes. Resolves to how many dates and
 * lessons were counted.
 */
export async function closeParticipation(database: Database, now: Date): Promise<number> {
  for (let counted = 0; ; ) {
    const step = await database.$transaction((tx) => closeStep(tx, now), { timeout: patience });
    counted += step.counted;
    if (step.isLast) return counted;
  }
}

async function closeStep(tx: Queries, now: Date): Promise<{ counted: number; isLast: boolean }> {
  const target = new Date(now.getTime() - openDays * day);
  // The row is written first, so that two who close at the same moment come one after the other.
  await tx.countedUntil.createMany({ data: { what, until: new Date(0) }, skipDuplicates: true });
  const [row] = await tx.$queryRaw<{ from: Date }[]>`
    SELECT greatest("until", least((SELECT min("endsAt") FROM "Occurrence"), (SELECT min("endsAt") FROM "Lesson"))) AS "from"
    FROM "CountedUntil" WHERE "what" = ${what} FOR UPDATE`;
  const from = row?.from ?? new Date(0);
  if (from >= target) return { counted: 0, isLast: true };
  const until = new Date(Math.min(target.getTime(), from.getTime() + stepDays * day));
  const counted = await tx.$executeRaw`
    INSERT INTO "Participation" ("occurrenceId", "lessonId", "people", "reminded", "joined", "attended")
    ${takingPart({
      dates: Prisma.sql`${isHeld(now)} AND o."endsAt" >= ${from} AND o."endsAt" < ${until}`,
      lessons: Prisma.sql`${isTaught(now)} AND l."endsAt" >= ${from} AND l."endsAt" < ${until}`,
    })}
    ON CONFLICT DO NOTHING`;
  await tx.countedUntil.update({ where: { what }, data: { until } });
  return { counted, isLast: until.getTime() === target.getTime() };
}

/**
 * Keeps, of somebody who is about to be erased, that one person more took part in what has begun and is not counted for good
 * yet; in the same transaction. It names nobody.
 */
export async function keepParticipationOf(queries: Queries, personId: number, now: Date): Promise<void> {
  // Held until the person is gone: a closing that comes between would count them a second time.
  const [closed] = await queries.$queryRaw<{ until: Date }[]>`
    SELECT "until" FROM "CountedUntil" WHERE "what" = ${what} FOR SHARE`;
  const from = closed?.until ?? new Date(0);
  const none = Prisma.sql`false`;
  const dates = Prisma.sql`${isHeld(now)} AND o."endsAt" >= ${from}`;
  const lessons = Prisma.sql`${isTaught(now)} AND l."endsAt" >= ${from}`;
  for (const [column, rows] of [
    [Prisma.sql`"occurrenceId"`, takingPart({ dates, lessons: none, personId })],
    [Prisma.sql`"lessonId"`, takingPart({ dates: none, lessons, personId })],
  ] as const)
    await queries.$executeRaw`
      INSERT INTO "Participation" AS p ("occurrenceId", "lessonId", "people", "reminded", "joined", "attended", "isErased")
      SELECT t.*, true FROM (${rows}) t
      ON CONFLICT (${column}, "isErased") DO UPDATE SET
        "people" = p."people" + EXCLUDED."people", "reminded" = p."reminded" + EXCLUDED."reminded",
        "joined" = p."joined" + EXCLUDED."joined", "attended" = p."attended" + EXCLUDED."attended"`;
}
