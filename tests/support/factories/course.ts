import type { Prisma } from "../../../prisma/client/client.ts";

/** The row of a course that was made at `now`, a draft unless said otherwise. */
export const courseRow = <Row extends Partial<Prisma.CourseUncheckedCreateInput>>(now: Date, row: Row) => ({
  area: "digital",
  createdAt: now,
  ...row,
});

type Group = Prisma.GroupUncheckedCreateInput | Prisma.GroupCreateInput;

/** The row of a group that was opened at `now`: ten places, in Moscow's time. */
export const groupRow = <Row extends Partial<Group>>(now: Date, row: Row) => ({
  teacherName: "Алсу",
  capacity: 10,
  timeZone: "Europe/Moscow",
  createdAt: now,
  ...row,
});

/** The row of a lesson that was planned at `now`; it takes an hour unless said otherwise. */
export const lessonRow = <Row extends { number: number; startsAt: Date } & Partial<Prisma.LessonUncheckedCreateInput>>(
  now: Date,
  row: Row,
) => ({
  endsAt: new Date(row.startsAt.getTime() + 3_600_000) as Date | string,
  startsLocal: row.startsAt as Date | string,
  changedAt: now,
  ...row,
});
