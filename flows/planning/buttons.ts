import type { InlineKeyboardButton } from "grammy/types";
import type { Reader } from "../../bot/context.ts";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { Card } from "../../bot/programme/card/card.ts";
import { type Filters, type Listing, pageSize, type Scope } from "../../bot/programme/listing/list-query.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { inZone } from "../../bot/words/time/local-time.ts";
import { planAroundCallback, planDayCallback, planTonightCallback } from "./callbacks.ts";

/** Plans the next evening. */
export const planButton = (t: Translate): InlineKeyboardButton =>
  button(t("evening.button.plan"), planTonightCallback.data(null));

const day = 24 * 3_600_000;

/** Whether an evening can be planned around a date: it has an hour that is to come, and takes place. */
export const canBePlanned = ({ startsAt, endsAt, hasStartTime, status }: Card, now: Date): boolean =>
  hasStartTime &&
  startsAt > now &&
  endsAt.getTime() - startsAt.getTime() <= day &&
  status !== "cancelled" &&
  status !== "postponed";

/** On a card: plans what goes with it. An evening is somebody's own, and a group would read along. */
export const aroundButtons = (card: Card, { t, now, isPrivate }: Reader): InlineKeyboardButton[] =>
  isPrivate && canBePlanned(card, now)
    ? [button(t("evening.button.around"), planAroundCallback.data(card.occurrenceId))]
    : [];

/** Rows of a whole page with the row below it: no list becomes taller by the way to a plan. */
const tallest = pageSize + 1;

/** Below the list of a day that leaves room for it: plans an evening of that day, as the list is filtered. */
export function planRow(
  { scope, filters }: Pick<Listing, "scope" | "filters">,
  keyboard: readonly Row[],
  { t, zone, now, isPrivate }: Reader,
): Row[] {
  const day = dayOf(scope, { zone, now });
  const wish = wishOf(filters);
  if (!isPrivate || day === null || wish === null || keyboard.length < 2 || keyboard.length >= tallest) return [];
  const setting = scope.kind === "home" || scope.kind === "town" ? scope.kind : null;
  return [[button(t("evening.button.plan"), planDayCallback.data({ ...wish, day, setting }))]];
}

/** What filters ask of an evening; null where it cannot be planned by them. */
function wishOf({ audience, free, price, part: _, ...others }: Filters) {
  if (Object.keys(others).length > 0 || (audience !== undefined && audience.length > 1)) return null;
  const [first] = audience ?? [];
  const company = first === undefined ? null : first === "seniors" ? ("seniors" as const) : ("children" as const);
  return { company, priceLimit: free ? 0 : (price ?? null) };
}

function dayOf(scope: Scope, { zone, now }: { zone: string; now: Date }): string | null {
  if (scope.kind === "date") return scope.date;
  const today = inZone(now, zone);
  if (scope.kind === "tomorrow") return today.plus({ days: 1 }).toFormat("yyyy-MM-dd");
  const isToday = scope.kind === "tonight" || scope.kind === "home" || scope.kind === "town" || scope.kind === "today";
  return isToday ? today.toFormat("yyyy-MM-dd") : null;
}
