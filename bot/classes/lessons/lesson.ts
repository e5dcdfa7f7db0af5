/** How long before its start a lesson may be joined, in minutes. */
export const joinMinutes = 15;

export type LessonStatus = "scheduled" | "moved" | "cancelled";

/** When a lesson takes place, and whether. */
export interface LessonTime {
  startsAt: Date;
  endsAt: Date;
  status: LessonStatus;
}

/** A lesson of a group, whose zone is an IANA name. */
export type KnownLesson = LessonTime & {
  lessonId: number;
  groupId: number;
  timeZone: string;
};

/** How a lesson is to be. */
export interface LessonRevision {
  lessonId: number;
  startsAt: Date;
  endsAt: Date;
  isCancelled: boolean;
}

/** A lesson as dates are spoken of: both of its times are said. */
export const bothTimes = ({ startsAt, endsAt }: Pick<LessonTime, "startsAt" | "endsAt">) => ({
  startsAt,
  endsAt,
  hasStartTime: true,
  hasEndTime: true,
});

/** From when on the link to a lesson may be shown. */
export const joinFrom = (startsAt: Date): Date => new Date(startsAt.getTime() - joinMinutes * 60_000);
