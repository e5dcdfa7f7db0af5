import type { Prisma } from "../../../prisma/client/client.ts";

type Event = Prisma.EventUncheckedCreateInput;
type Occurrence = Prisma.OccurrenceUncheckedCreateWithoutEventInput;

/** The row of a free concert on the net that was made and published at `now`. */
export const eventRow = <Row extends Partial<Event>>(now: Date, row: Row) => ({
  section: "music" as Event["section"],
  attendanceMode: "online" as Event["attendanceMode"],
  isFree: true,
  publishedAt: now as Date | null,
  createdAt: now,
  updatedAt: now,
  ...row,
});

/** The row of a date that was made at `now`; it takes two hours in Moscow unless said otherwise. */
export const occurrenceRow = <Row extends { startsAt: Date } & Partial<Prisma.OccurrenceUncheckedCreateInput>>(
  now: Date,
  row: Row,
) => ({
  endsAt: new Date(row.startsAt.getTime() + 2 * 3_600_000) as Occurrence["endsAt"],
  startsLocal: row.startsAt as Occurrence["startsLocal"],
  timeZone: "Europe/Moscow",
  changedAt: now,
  ...row,
});
