import { evening } from "../support/evening.ts";

const { timeZone } = evening;

/** Weekday and hour change what can be answered: a Friday evening, a Sunday evening, a Tuesday before noon. */
export const moments = {
  friday: evening,
  sunday: { now: new Date("2026-11-29T15:10:00Z"), timeZone },
  tuesday: { now: new Date("2026-12-01T08:20:00Z"), timeZone },
};
