import type { QuietHours } from "../reminders/quiet-hours.ts";

/** Somebody's quiet hours as a row has them, in minutes after midnight; none where either is null. */
export interface Nights {
  quietFrom: number | null;
  quietUntil: number | null;
}

export const quietHoursOf = ({ quietFrom: from, quietUntil: until }: Nights): QuietHours | null =>
  from === null || until === null ? null : { from, until };
