import type { LeadTime } from "../../reminders/lead-times.ts";
import type { Texts } from "../../words/language.ts";
import type { EventTraits, EventWords, OccurrenceStatus } from "../event.ts";

/** Everything a card says about one occurrence and its event. */
export interface Card extends EventTraits {
  occurrenceId: number;
  eventId: number;
  startsAt: Date;
  endsAt: Date;
  hasStartTime: boolean;
  hasEndTime: boolean;
  timeZone: string;
  status: OccurrenceStatus;
  previousStartsAt: Date | null;
  /** Why it is cancelled or postponed, as staff said it; empty where they did not. */
  reasons: Texts<string>;
  sequence: number;
  changedAt: Date;
  withdrawn: boolean;
  texts: Texts<EventWords>;
  institution: Texts<string>;
  institutionId: number | null;
  place: {
    texts: Texts<{ title: string; address?: string }>;
    latitude: number | null;
    longitude: number | null;
  } | null;
  placeId: number | null;
  /** The festival, Night or collection that it is a part of; null: none that is current. */
  collection: { id: number; texts: Texts<{ title: string }> } | null;
  /** Dates of the same event still to come, this one not counted. */
  otherDates: number;
  /** Minutes before the start at which the reader is reminded; empty where no reader is known. */
  reminders: LeadTime[];
  /** The reader waits for recordings of the event; false where no reader is known. */
  isRecordingWished: boolean;
  /** How people found the event (bot/voices/score.ts); null while too few have said. */
  rating: { average: number; count: number } | null;
  /** What people wrote about it and is shown. */
  comments: number;
  /** Whether it is a live conversation, whose guest residents ask. */
  isConversation: boolean;
  /** What people ask the guest and is shown. */
  questions: number;
  /** What was answered in writing, most voices first. */
  answered: { text: string; answer: string }[];
  /** What was written about it by those who saw it, the newest first: the article and who wrote it. */
  reviews: { articleId: number; bylines: Texts<string> }[];
}

/** Another date of the same event. */
export interface OtherDate {
  occurrenceId: number;
  startsAt: Date;
  endsAt: Date;
  hasStartTime: boolean;
  hasEndTime: boolean;
  status: OccurrenceStatus;
}
