import type { Language } from "../../../bot/words/language.ts";
import type { Prisma } from "../../../prisma/client/client.ts";

/** The row of somebody who came at `now`; what else it says is up to the test. */
export const personRow = <Row extends Partial<Prisma.PersonUncheckedCreateInput>>(now: Date, row: Row) => ({
  language: "ru" as Language,
  firstName: "Житель",
  firstSeenAt: now,
  lastSeenAt: now,
  ...row,
});

type Role = Prisma.StaffRoleUncheckedCreateWithoutPersonInput;

/** The row of a role that was given at `now` by the operator. */
export const roleRow = <Row extends Pick<Role, "role"> & Partial<Prisma.StaffRoleUncheckedCreateInput>>(
  now: Date,
  row: Row,
) => ({
  origin: "command" as Role["origin"],
  grantedAt: now,
  ...row,
});
