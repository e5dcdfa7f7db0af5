import type { Prisma } from "../../../prisma/client/client.ts";

/** The row of an announcement to everybody that was begun to be written at `now`. */
export const announcementRow = <Row extends Partial<Prisma.AnnouncementUncheckedCreateInput>>(now: Date, row: Row) => ({
  audience: { kind: "people", only: [], except: [] } as Prisma.InputJsonValue,
  createdAt: now,
  ...row,
});
