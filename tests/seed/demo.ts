import { DateTime } from "luxon";
import type { EventDraft, LinkKind } from "../../bot/programme/event.ts";
import { demoCity } from "../../prisma/seed/demo-city.ts";

export const zone = "Europe/Moscow";

export const at = (iso: string) => DateTime.fromISO(iso, { zone });

export const recordsAt = (now: DateTime) => demoCity(now.toJSDate(), zone);

export const draftsAt = (now: DateTime) => recordsAt(now).map(({ draft }) => draft);

/** A Thursday evening, for everything that does not depend on the hour. */
export const thursday = at("2025-11-20T18:00:00");

export const hasLink = (draft: EventDraft, kind: LinkKind) => draft.links?.some((link) => link.kind === kind) ?? false;

export const startsOf = (draft: EventDraft) => draft.occurrences.map(({ startsAt }) => startsAt.getTime());

/** Events with at least one date that starts on one of the days. */
export function startingOn(now: DateTime, days: DateTime[]): EventDraft[] {
  const dates = new Set(days.map((day) => day.toISODate()));
  return draftsAt(now).filter((draft) =>
    draft.occurrences.some(({ startsAt }) => dates.has(DateTime.fromJSDate(startsAt, { zone }).toISODate())),
  );
}
