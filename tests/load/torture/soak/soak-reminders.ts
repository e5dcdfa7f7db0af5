import { setTimeout as sleep } from "node:timers/promises";
import type { Person } from "../../../../playground/people/person.ts";
import { administer } from "../../../support/administer.ts";
import { firstId } from "../../outbox.ts";

/** Milliseconds after which what is due and not taken is stuck: the dispatcher looks for it each 15 s. */
const patience = 60_000;

/** A reminder for each of so many people of a date still to come, due one after the other over so many seconds. */
export const remindersSql = (people: number, seconds: number) => `
  WITH date AS (
    SELECT o."id", o."startsAt" FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
    WHERE o."status" = 'scheduled' AND o."startsAt" > now() + interval '3 hours' AND e."publishedAt" <= now()
    ORDER BY o."startsAt" DESC LIMIT 1
  ), wanted AS (
    INSERT INTO "Reminder" ("personId", "occurrenceId", "minutes", "createdAt")
    SELECT ${firstId} + i, date."id", 60, now() FROM date, generate_series(1, ${people}) i
  )
  INSERT INTO "Delivery" ("personId", "occurrenceId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
  SELECT ${firstId} + i, date."id", 'snooze',
    jsonb_build_object('startsAt', to_char(date."startsAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    'normal', 'soak:' || i, now() + i * interval '1 second' * ${seconds} / ${people}, date."startsAt"
  FROM date, generate_series(1, ${people}) i`;

/**
 * Waits for what is due to be sent, and returns sentences about deliveries that nobody takes although their person can be
 * written to: as Telegram knows it, and not as the database believes.
 */
export async function findStuck(url: string, residents: readonly Person[], milliseconds = patience): Promise<string[]> {
  const reachable = new Set(residents.filter(({ hasBlockedBot }) => !hasBlockedBot).map(({ user }) => user.id));
  for (const end = performance.now() + milliseconds; ; await sleep(500)) {
    const { rows } = await administer(url, overdueSql);
    const stuck = (rows as Overdue[]).filter(({ externalId }) => reachable.has(Number(externalId)));
    if (stuck.length === 0 || performance.now() > end) return stuck.map(describe);
  }
}

interface Overdue {
  id: string;
  externalId: string;
  kind: string;
  state: string;
  isBlocked: boolean;
}

const overdueSql = `
  SELECT d."id"::text AS "id", w."externalId", d."kind", d."state"::text AS "state",
    w."unreachable" IS NOT NULL AS "isBlocked"
  FROM "Delivery" d JOIN "Address" w ON w."personId" = d."personId" LEFT JOIN "Announcement" a ON a."id" = d."announcementId"
  WHERE d."state" IN ('pending', 'claimed') AND d."dueAt" <= now() AND d."expiresAt" > now()
    AND coalesce(a."state" = 'running', true)`;

const describe = ({ id, kind, state, isBlocked }: Overdue): string =>
  `delivery ${id} (${kind}) is ${state}, due, and taken by nobody${isBlocked ? ": its person counts as blocked" : ""}`;
