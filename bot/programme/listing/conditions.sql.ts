import { Prisma } from "../../../prisma/client/client.ts";
import { dayPartOf } from "./day-parts.sql.ts";
import { type Filters, isArchive, isOfRecordings, type Scope } from "./list-query.ts";
import { isNear } from "./near.sql.ts";
import type { TimeWindow } from "./time-window.ts";

/** When a list is looked at, by the clock of the city (IANA name). */
export interface SeenFrom {
  now: Date;
  zone: string;
}

/** SQL over the aliases o (Occurrence), e (Event) and, for what is near, p (Place); the values are parameters. */
export function conditions(scope: Scope, filters: Filters, window: TimeWindow, { now, zone }: SeenFrom): Prisma.Sql {
  const where = scope.kind === "near" ? [isNear(scope)] : [];
  const parts = hasDayParts(scope) ? partConditions(filters, zone) : [];
  return Prisma.join(
    [visible(now), inTime(scope, window, now), ...where, ...parts, ...matching(filters, scope)],
    " AND ",
  );
}

/** An event is one row with its nearest date in a week around me or years of recordings. */
export const onePerEvent = (scope: Scope) => scope.kind === "near" || isArchive(scope.kind) || scope.kind === "ongoing";

/** Whether the hour at which something begins tells rows of a list apart: exhibitions and recordings have none. */
export const hasDayParts = (scope: Scope) => scope.kind !== "ongoing" && !isArchive(scope.kind);

export const visible = (now: Date) => Prisma.sql`e."withdrawnAt" IS NULL AND e."publishedAt" <= ${now}`;

/** Whether nothing has to be paid, by one way of taking part at least; who goes out has the hall alone. */
export const isFreeIn = (scope: Scope) =>
  scope.kind === "town" ? Prisma.sql`e."isFree"` : Prisma.sql`(e."isFree" OR e."isFreeOnline")`;

/** Nothing of a day list lasts longer, so the index on startsAt serves "what is on now" too. */
const longest = 24 * 3_600_000;

const tookPlace = Prisma.sql`o."status" NOT IN ('cancelled', 'postponed')`;

function inTime(scope: Scope, { from, to, begun }: TimeWindow, now: Date): Prisma.Sql {
  if (scope.kind === "ongoing") return Prisma.sql`o."spansDays" AND o."endsAt" > ${from} AND o."startsAt" < ${to}`;
  if (isArchive(scope.kind)) {
    // No more bounds than are needed: of two at one column PostgreSQL expects one date in two hundred, where no value is known yet.
    const year = to < now ? Prisma.sql`AND o."startsAt" < ${to}` : Prisma.empty;
    return Prisma.sql`NOT o."spansDays" AND o."startsAt" >= ${from} ${year} AND o."endsAt" <= ${now}
      AND ${isOfRecordings(scope.kind) ? hasRecording : tookPlace}`;
  }
  const earliest = begun ? new Date(from.getTime() - longest) : from;
  const time = Prisma.sql`NOT o."spansDays" AND o."startsAt" >= ${earliest} AND o."startsAt" < ${to} AND o."endsAt" > ${from}`;
  if (scope.kind === "live")
    return Prisma.sql`${time} AND e."attendanceMode" <> 'on_site' AND o."status" NOT IN ('cancelled', 'postponed')`;
  if (scope.kind === "home") return Prisma.sql`${time} AND ${fromHome}`;
  if (scope.kind === "town") return Prisma.sql`${time} AND ${inTown}`;
  return time;
}

/** What can be seen from home, and what one can go to; some events are both. */
export const fromHome = Prisma.sql`e."attendanceMode" <> 'on_site'`;
export const inTown = Prisma.sql`e."attendanceMode" <> 'online'`;

export const hasRecording = Prisma.sql`EXISTS (SELECT 1 FROM "Link" l WHERE l."eventId" = e."id" AND l."kind" = 'recording')`;

const kindConditions = { stream: fromHome, on_site: inTown, recording: hasRecording } as const;

/** The filters that ask for something of an event, whatever its dates; SQL over the alias e. */
export const eventConditions = (filters: Filters): Prisma.Sql[] => matching(filters, { kind: "today" });

/** The part of the day that is asked for, if any; SQL over the alias o. */
export const partConditions = ({ part }: Filters, zone: string): Prisma.Sql[] =>
  part ? [Prisma.sql`${dayPartOf(zone)} = ANY (${[...part]}::text[])`] : [];

function matching(filters: Filters, scope: Scope): Prisma.Sql[] {
  const { section, kind, free, age, audience, accessibility, heldIn, price, institution } = filters;
  const list: Prisma.Sql[] = [];
  if (section) list.push(Prisma.sql`e."section" = ANY (${[...section]}::"Section"[])`);
  if (kind)
    list.push(
      Prisma.sql`(${Prisma.join(
        kind.map((each) => kindConditions[each]),
        " OR ",
      )})`,
    );
  if (free) list.push(isFreeIn(scope));
  if (age !== undefined) list.push(Prisma.sql`e."ageMin" <= ${age}`);
  if (audience) list.push(Prisma.sql`e."audiences" && ${[...audience]}::"Audience"[]`);
  if (accessibility) list.push(Prisma.sql`e."accessibility" @> ${[...accessibility]}::"Accessibility"[]`);
  if (heldIn) list.push(Prisma.sql`split_part(e."heldIn", '-', 1) = ANY (${[...heldIn]}::text[])`);
  if (price !== undefined)
    list.push(Prisma.sql`(${isFreeIn(scope)} OR e."currency" = 'RUB' AND e."priceMin" <= ${price})`);
  if (institution !== undefined) list.push(Prisma.sql`e."institutionId" = ${institution}`);
  return list;
}
