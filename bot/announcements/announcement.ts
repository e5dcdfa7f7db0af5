import { z } from "zod";
import type { Content } from "../delivery/content.ts";
import { languages, type Texts } from "../words/language.ts";
import type { Segment } from "./audience/audience.ts";

/**
 * The life of an announcement.
 *
 * It is a *draft* while somebody of the staff writes it. Confirmed with the number of its recipients it is *scheduled*;
 * from 10,000 recipients on it is *proposed* first, and scheduled when another admin agrees. When its time comes the
 * runner takes it (*preparing*), and with the first 25,000 people in the outbox it is *running*: the dispatcher sends
 * while the runner puts in the rest. *Paused*, by hand or by itself when too much fails, nothing of it is claimed; it
 * goes on where it stopped. It is *done* when nothing of it waits any more, and *cancelled* at any time before: what
 * was not sent is not sent then.
 *
 * Everybody put into the outbox is counted once (a trigger on deliveries does it): sent + blocked + failed + uncertain +
 * expired + cancelled + what still waits = audience.
 *
 * A weekly one makes its next one when it begins. A correction, which changes or takes back what was sent, is an
 * announcement of its own to whoever got the first, with the same life and an account of its own.
 */
export type AnnouncementState =
  | "draft"
  | "proposed"
  | "scheduled"
  | "preparing"
  | "running"
  | "paused"
  | "cancelled"
  | "done";

/** From so many recipients on a second admin has to agree. */
export const secondAdminFrom = 10_000;

/** By how much the audience may grow between the number that was said and its confirmation. */
const growth = 1.05;

/** Whether the number that somebody confirmed still tells them whom it goes to. */
export const isAsConfirmed = (confirmed: number, count: number): boolean => count <= confirmed * growth;

const label = z.partialRecord(z.enum(languages), z.string());

const buttonSchema = z.union([
  z.object({ label, url: z.url() }),
  z.object({ label, eventId: z.int().positive() }),
  z.object({ label, courseId: z.int().positive() }),
  z.object({ label, voteId: z.int().positive(), option: z.int().min(0) }),
]);

/** Rows of buttons under an announcement. */
export const buttonsSchema = z.array(z.array(buttonSchema));
export type AnnouncementButton = z.output<typeof buttonSchema>;

/** Minutes after midnight of the person's wall clock; over midnight if `until` is before `from`. */
export interface SendingHours {
  from: number;
  until: number;
}

/** An announcement as it is written. */
export interface AnnouncementDraft {
  audience: Segment;
  texts: Texts<Content>;
  buttons: AnnouncementButton[][];
  /** When it is to begin; null is as soon as it is confirmed. */
  startAt: Date | null;
  /** Null: at any time of the day. */
  hours: SendingHours | null;
  isWeekly: boolean;
  /** The end of a weekly announcement: no repetition begins later; null: until somebody stops it. */
  repeatUntil: Date | null;
}

/** Whether Telegram can put one content in the place of the other: the same kind, an album of as many files, no poll. */
export function canReplace(sent: Content, next: Content): boolean {
  if (sent.kind !== next.kind || sent.kind === "poll") return false;
  return sent.kind !== "album" || next.kind !== "album" || sent.items.length === next.items.length;
}
