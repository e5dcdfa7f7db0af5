/** How long before its start a lesson may be joined, in minutes. */
export const joinMinutes = 15;

export type LessonStatus = "scheduled" | "moved" | "cancelled";

/** When a lesson takes place, and whether. */
export interface LessonTime {
  startsAt: Date;
  endsAt: Date;
  status: LessonStatus;
}

/** From when on the link to a lesson may be shown. */
export const joinFrom = (startsAt: Date): Date => new Date(startsAt.getTime() - joinMinutes * 60_000);
