import type { RecordProblem } from "../problem.ts";

/** A date of a calendar's event; ISO instants. */
export interface CalendarDate {
  startsAt: string;
  endsAt?: string;
  hasStartTime: boolean;
  isCancelled: boolean;
  /** Where an exception moved it from. */
  previousStartsAt?: string;
  /** Where an exception has a place of its own. */
  location?: string;
}

/** An event of a calendar with its dates worked out. */
export interface CalendarRecord {
  /** What tells it from all others: its UID, with its title where several events share one. */
  uid: string;
  title: string;
  /** Plain, or HTML as Google and Outlook write it. */
  text: string;
  location: string;
  url: string;
  /** Addresses of meetings. */
  conferences: string[];
  /** Addresses of pictures. */
  images: string[];
  categories: string[];
  isPrivate: boolean;
  latitude?: number;
  longitude?: number;
  dates: CalendarDate[];
  /** Why it cannot be taken. */
  refused?: RecordProblem;
  /** What is to be looked at. */
  remarks: RecordProblem[];
}
