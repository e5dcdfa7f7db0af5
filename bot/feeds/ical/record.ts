/** A date of a calendar's event; ISO instants. */
export interface CalendarDate {
  startsAt: string;
  endsAt?: string;
  hasStartTime: boolean;
  isCancelled: boolean;
  /** Where an exception moved it from. */
  previousStartsAt?: string;
}

/** An event of a calendar with its dates worked out. */
export interface CalendarRecord {
  uid: string;
  title: string;
  /** Plain, or HTML as Google and Outlook write it. */
  text: string;
  location: string;
  url: string;
  categories: string[];
  isPrivate: boolean;
  latitude?: number;
  longitude?: number;
  dates: CalendarDate[];
  /** Repeats by the hour or oftener. */
  isTooOften: boolean;
}
