import { Composer } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import { DateTime, type MonthNumbers } from "luxon";
import type { BotContext, Reader } from "../../bot/context.ts";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import type { Filters } from "../../bot/programme/listing/list-query.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { formatMonthTitle, weekdayHeads } from "../../bot/words/time/calendar-heads.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { datesCallback, listCallback } from "./callbacks.ts";
import { filterLine } from "./list.ts";

/** How many months ahead a day can be picked. */
const monthsAhead = 12;

/** A month as a keyboard: a button a day, Monday first; days gone by and out of the month are empty places. */
function datesView({ t, zone, now }: Reader, { month, filters }: { month: string | null; filters: Filters }): View {
  const today = DateTime.fromJSDate(now, { zone }).startOf("day");
  const first = clamp(month === null ? today : DateTime.fromISO(`${month}-01`, { zone }), today).startOf("month");
  const here = datesCallback.data({ month: first.toFormat("yyyy-MM"), filters });
  // Telegram wants a label on every button.
  const blank = button("·", here);
  const cells: InlineKeyboardButton[] = Array.from({ length: first.weekday - 1 }, () => blank);
  for (let day = first; day.hasSame(first, "month"); day = day.plus({ days: 1 })) {
    cells.push(day < today ? blank : dayButton(day, day.hasSame(today, "day"), filters));
  }
  while (cells.length % 7 > 0) cells.push(blank);
  const weeks: Row[] = [];
  for (let start = 0; start < cells.length; start += 7) weeks.push(cells.slice(start, start + 7));
  return {
    text: joinLines(
      html`<b>${t("dates.choose")}</b>`,
      filterLine(filters, t),
      formatMonthTitle(first.year, first.month as MonthNumbers, t),
    ),
    keyboard: [
      weekdayHeads(t).map((head) => button(head, here)),
      ...weeks.filter((week) => week.some((cell) => cell !== blank)),
      monthRow(first, today, filters, t),
      [toMenu(t)],
    ],
  };
}

function dayButton(day: DateTime, isToday: boolean, filters: Filters): InlineKeyboardButton {
  const scope = { kind: "date", date: day.toFormat("yyyy-MM-dd") } as const;
  return button(isToday ? `[${day.day}]` : String(day.day), listCallback.data({ scope, filters, page: 0 }));
}

function monthRow(first: DateTime, today: DateTime, filters: Filters, t: Reader["t"]): Row {
  const to = (month: DateTime, label: string) =>
    button(label, datesCallback.data({ month: month.toFormat("yyyy-MM"), filters }));
  const row: Row = [];
  if (first > today) row.push(to(first.minus({ months: 1 }), t("button.earlier")));
  if (first < today.plus({ months: monthsAhead }).startOf("month"))
    row.push(to(first.plus({ months: 1 }), t("button.later")));
  return row;
}

/** Keeps a month, which may come from an old button, within what can be picked. */
function clamp(month: DateTime, today: DateTime): DateTime {
  return DateTime.min(DateTime.max(month, today), today.plus({ months: monthsAhead }));
}

export const datesScreen = new Composer<BotContext>();

onCallback(datesScreen, datesCallback, (ctx, state) => show(ctx, datesView(ctx.reader, state)));
