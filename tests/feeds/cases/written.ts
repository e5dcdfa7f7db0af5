import { DateTime } from "luxon";
import { isPermanent } from "../../../bot/programme/occurrence-end.ts";
import { reading } from "./case.ts";

const local = (at: Date, format = "yyyy-MM-dd HH:mm"): string =>
  DateTime.fromJSDate(at, { zone: reading.zone }).toFormat(format);

export interface WrittenDate {
  startsAt: Date;
  endsAt: Date | null;
  hasStartTime: boolean;
  status?: string;
  previousStartsAt?: Date | null;
}

/** "2026-12-05 18:30–20:00 moved from 2026-12-04 18:30", as `index.json` writes dates. */
export function writtenDate({ startsAt, endsAt, hasStartTime, status, previousStartsAt }: WrittenDate): string {
  const said = hasStartTime ? timed(startsAt, endsAt) : days(startsAt, endsAt);
  const state = status === "cancelled" || status === "moved" || status === "postponed" ? ` ${status}` : "";
  return `${said}${state}${status === "moved" && previousStartsAt ? ` from ${local(previousStartsAt)}` : ""}`;
}

function timed(startsAt: Date, endsAt: Date | null): string {
  if (endsAt === null) return local(startsAt);
  if (isPermanent(endsAt)) return `${local(startsAt)}/∞`;
  const isSameDay = local(startsAt, "yyyy-MM-dd") === local(endsAt, "yyyy-MM-dd");
  return `${local(startsAt)}–${local(endsAt, isSameDay ? "HH:mm" : undefined)}`;
}

function days(startsAt: Date, endsAt: Date | null): string {
  const first = local(startsAt, "yyyy-MM-dd");
  if (endsAt === null) return first;
  if (isPermanent(endsAt)) return `${first}/∞`;
  const last = local(new Date(endsAt.getTime() - 1), "yyyy-MM-dd");
  return last === first ? first : `${first}/${last}`;
}

/** "300–500 RUB", "300+ RUB", "free"; null where nothing is known. */
export function writtenPrice(price: {
  isFree: boolean;
  priceMin?: number | null;
  priceMax?: number | null;
  currency?: string;
}): string | null {
  if (price.isFree) return "free";
  const { priceMin = null, priceMax = null, currency = "RUB" } = price;
  if (priceMin === null && priceMax === null) return null;
  if (priceMax === null) return `${priceMin}+ ${currency}`;
  if (priceMin === null) return `0–${priceMax} ${currency}`;
  return priceMin === priceMax ? `${priceMin} ${currency}` : `${priceMin}–${priceMax} ${currency}`;
}

export const writtenInstant = (at: Date): string => local(at);
