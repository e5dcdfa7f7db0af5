import type { Language } from "../../../bot/words/language.ts";
import type { Prisma } from "../../../prisma/client/client.ts";
import { beside } from "../addresses.ts";

type Address = Prisma.AddressUncheckedCreateWithoutPersonInput;

let newcomers = 0;

/** The row of an address at Telegram by which somebody came at `now`. */
export const addressRow = <Row extends { externalId: string } & Partial<Address>>(now: Date, row: Row) => ({
  door: "telegram" as Address["door"],
  chatId: row.externalId,
  lastSeenAt: now,
  isPreferred: true,
  ...row,
});

interface Reached {
  /** What Telegram calls them. By default it is beside the id, or any number where there is none. */
  telegramId?: number;
  /** When they blocked the bot there. */
  blockedAt?: Date | null;
}

/**
 * The row of somebody who came at `now` by Telegram, for `create` alone, because it brings the address along; what else it
 * says is up to the test. Without an id they get one as people do who arrive.
 */
export function personRow<Row extends Partial<Prisma.PersonUncheckedCreateInput> & Reached>(now: Date, row: Row) {
  const { telegramId, blockedAt = null, ...rest } = row;
  newcomers += 1;
  const externalId = telegramId ?? (rest.id === undefined ? 8 * beside + newcomers : Number(rest.id) + beside);
  const refusal = blockedAt === null ? {} : { unreachable: "blocked" as const, unreachableAt: blockedAt };
  return {
    language: "ru" as Language,
    firstName: "Житель",
    firstSeenAt: now,
    lastSeenAt: now,
    addresses: { create: addressRow(now, { externalId: String(externalId), ...refusal }) },
    ...rest,
  };
}

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
