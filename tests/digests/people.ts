import type { Database } from "../../bot/database/database.ts";
import type { DigestSettings } from "../../bot/digests/digest.ts";
import { evening } from "../support/evening.ts";
import { personRow } from "../support/factories/person.ts";

export const moscow = "Europe/Moscow";

export const everyDay = (hour: number): DigestSettings => ({
  cadence: "daily",
  hour,
  weekday: 5,
  sections: [],
  hasPictures: true,
});

export interface Someone {
  id: number;
  timeZone?: string;
  blockedAt?: Date;
  /** Minutes after midnight; null is off. */
  quiet?: [from: number, until: number] | null;
}

/** Makes a person known to the bot. */
export async function meet(database: Database, { id, timeZone, blockedAt, quiet = null }: Someone): Promise<number> {
  await database.person.create({
    data: personRow(evening.now, {
      id: BigInt(id),
      firstName: `P${id}`,
      timeZone: timeZone ?? null,
      blockedAt: blockedAt ?? null,
      quietFrom: quiet?.[0] ?? null,
      quietUntil: quiet?.[1] ?? null,
    }),
  });
  return id;
}

/** What lies in the outbox for a person, in order. */
export function outboxOf(database: Database, personId: number) {
  return database.delivery.findMany({ where: { personId: BigInt(personId) }, orderBy: { dueAt: "asc" } });
}
