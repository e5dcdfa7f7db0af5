import type { NewDelivery } from "../../delivery/delivery.ts";
import { isQuiet } from "../../reminders/quiet-hours.ts";

/** Somebody to be told, and their nights. */
export interface Addressee {
  personId: bigint;
  zone: string;
  quietFrom: number | null;
  quietUntil: number | null;
}

/** A message that goes out at once, in quiet hours without a sound: a place is held for hours, not for days. */
export function noticeTo(
  { personId, zone, quietFrom: from, quietUntil: until }: Addressee,
  now: Date,
  message: Pick<NewDelivery, "kind" | "payload" | "lane" | "expiresAt" | "dedupeKey">,
): NewDelivery {
  const silent = isQuiet(now, from === null || until === null ? null : { from, until }, zone);
  return { ...message, personId: Number(personId), dueAt: now, silent };
}
