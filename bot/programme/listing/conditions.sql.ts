import { Prisma } from "../../../prisma/client/client.ts";
import type { Filters, Scope } from "./list-query.ts";
import { isNear } from "./near.sql.ts";
import type { TimeWindow } from "./time-window.ts";

/** SQL over the aliases o (Occurrence), e (Event) and, for what is near, p (Place); the values are parameters. */
export function conditions(scope: Scope, filters: Filters, window: TimeWindow, now: Date): Prisma.Sql {
  const where = scope.kind === "near" ? [isNear(scope)] : [];
  return Prisma.join([visible(now), inTime(scope, window), ...where, ...matching(filters)], " AND ");
}

/** Of a week around me or years of recordings, an event is one row with its nearest date; of a day, every showing counts. */
export const onePerEvent = (scope: Scope) =>
  scope.kind === "near" || scope.kind === "archive" || scope.kind === "ongoing";

export const visible = (now: Date) => Prisma.sql`e."withdrawnAt" IS NULL AND e."publishedAt" <= ${now}`;

/** Nothing of a day list lasts longer, so the index on startsAt serves "what is on now" too. */
const longest = 24 * 3_600_000;

function inTime(scope: Scope, { from, to, begun }: TimeWindow): Prisma.Sql {
  if (scope.kind === "ongoing") return Prisma.sql`o."spansDays" AND o."endsAt" > ${from} AND o."startsAt" < ${to}`;
  const earliest = begun ? new Date(from.getTime() - longest) : from;
  const time = Prisma.sql`NOT o."spansDays" AND o."startsAt" >= ${earliest} AND o."startsAt" < ${to} AND o."endsAt" > ${from}`;
  if (scope.kind === "live")
    return Prisma.sql`${time} AND e."attendanceMode" <> 'on_site' AND o."status" NOT IN ('cancelled', 'postponed')`;
  if (scope.kind === "archive") return Prisma.sql`${time} AND o."endsAt" <= ${to} AND ${hasRecording}`;
  return time;
}

const hasRecording = Prisma.sql`EXISTS (SELECT 1 FROM "Link" l WHERE l."eventId" = e."id" AND l."kind" = 'recording')`;

function matching({ section, kind, free, age, audience, accessibility }: Filters): Prisma.Sql[] {
  const list: Prisma.Sql[] = [];
  if (section) list.push(Prisma.sql`e."section" = ${section}::"Section"`);
  if (kind === "stream") list.push(Prisma.sql`e."attendanceMode" <> 'on_site'`);
  if (kind === "on_site") list.push(Prisma.sql`e."attendanceMode" <> 'online'`);
  if (kind === "recording") list.push(hasRecording);
  if (free) list.push(Prisma.sql`e."isFree"`);
  if (age !== undefined) list.push(Prisma.sql`e."ageMin" <= ${age}`);
  if (audience) list.push(Prisma.sql`${audience}::"Audience" = ANY (e."audiences")`);
  if (accessibility) list.push(Prisma.sql`${accessibility}::"Accessibility" = ANY (e."accessibility")`);
  return list;
}
