import { DateTime } from "luxon";

/** The first instant of a day, "2026-11-21", by the clock of a zone. */
export const startOfDay = (date: string, zone: string): Date => DateTime.fromISO(date, { zone }).toJSDate();
