import type { Language } from "../../words/language.ts";
import type { AttendanceMode, OccurrenceStatus } from "../event.ts";

/** One row of a list. */
export interface Listed {
  occurrenceId: number;
  eventId: number;
  title: string;
  /** The language of `title`. */
  language: Language;
  attendanceMode: AttendanceMode;
  isFree: boolean;
  /** Watching costs nothing, where one can watch from home as well. */
  isFreeOnline: boolean;
  priceMin: number | null;
  priceMax: number | null;
  currency: string;
  startsAt: Date;
  endsAt: Date;
  /** Every start that the row stands for, in order, this one with them. */
  starts: Date[];
  hasStartTime: boolean;
  hasEndTime: boolean;
  spansDays: boolean;
  status: OccurrenceStatus;
  /** Venue, else institution; null for streams without either. */
  where: string | null;
  /** Metres from the reader, where a position was given. */
  distance: number | null;
}

/** Online and going on at `now`. */
export function isOnAir(row: Listed, now: Date): boolean {
  const calledOff = row.status === "cancelled" || row.status === "postponed";
  return row.attendanceMode !== "on_site" && !calledOff && row.startsAt <= now && now < row.endsAt;
}
