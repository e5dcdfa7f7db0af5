import { inZone } from "../words/time/local-time.ts";
import type { Section } from "./event.ts";

/**
 * Minutes that an event of a section usually takes, for sources that give no end: a concert of two hours, a play with an
 * interval, a lecture of an hour and a half. Only "what is on now" and the chaining of an evening rest on them.
 */
const usualMinutes: Record<Section, number> = {
  theatre: 150,
  music: 120,
  museums: 120,
  cinema: 120,
  literature: 90,
  shows: 120,
  excursions: 120,
  knowledge: 90,
};

/** The end that a permanent exhibition is saved with: no screen shows it, no range leaves it out. */
export const permanentEnd = new Date("2100-01-01T00:00:00Z");

/** Tells whether something is on for good. */
export function isPermanent(endsAt: Date): boolean {
  return endsAt >= permanentEnd;
}

/** Finds the end of an occurrence: the one announced, else the end of the day without an hour, else a guess by section. */
export function findEnd(
  occurrence: { startsAt: Date; endsAt?: Date; hasStartTime?: boolean },
  section: Section,
  timeZone: string,
): { endsAt: Date; hasEndTime: boolean } {
  const { startsAt, endsAt, hasStartTime = true } = occurrence;
  if (endsAt && isPermanent(endsAt)) return { endsAt: permanentEnd, hasEndTime: false };
  if (endsAt && endsAt > startsAt) return { endsAt, hasEndTime: true };
  const start = inZone(startsAt, timeZone);
  const guess = hasStartTime ? start.plus({ minutes: usualMinutes[section] }) : start.startOf("day").plus({ days: 1 });
  return { endsAt: guess.toJSDate(), hasEndTime: false };
}
