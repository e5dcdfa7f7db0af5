import type { NewDelivery } from "../../delivery/delivery.ts";
import { isQuiet, type Nights, quietHoursOf } from "../../people/quiet-hours.ts";

/** Somebody to be told, and their nights. */
export interface Addressee extends Nights {
  personId: bigint;
  zone: string;
}

/** A message that goes out at once, in quiet hours without a sound: a place is held for hours, not for days. */
export function noticeTo(
  { personId, zone, ...nights }: Addressee,
  now: Date,
  message: Pick<NewDelivery, "kind" | "payload" | "lane" | "expiresAt" | "dedupeKey">,
): NewDelivery {
  const silent = isQuiet(now, quietHoursOf(nights), zone);
  return { ...message, personId: Number(personId), dueAt: now, silent };
}
