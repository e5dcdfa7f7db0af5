import type { InlineKeyboardButton } from "grammy/types";
import { DateTime, type MonthNumbers } from "luxon";
import type { Reader, Services } from "../../bot/context.ts";
import type { StateOf } from "../../bot/doors/telegram/screen/callback.ts";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { type Filters, isArchive, type Scope } from "../../bot/programme/listing/list-query.ts";
import { findDaysWithEvents } from "../../bot/programme/listing/overview-store.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { formatMonthTitle, weekdayHeads } from "../../bot/words/time/calendar-heads.ts";
import { inZone } from "../../bot/words/time/local-time.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { Screen } from "../kit/screen.ts";
import { datesCallback, listCallback } from "./callbacks.ts";
import { filterLine } from "./filters/filter-line.ts";

/** How many months ahead a day can be picked, and how many back where recordings are looked for. */
const reach = { ahead: 12, back: 24 } as const;

type State = StateOf<typeof datesCallback>;

/**
 * A month as a keyboard: a button a day, Monday first, with a dot after those on which something begins. Days gone by and
 * out of the month are empty places, except on the way back from recordings.
 */
export async function datesView({ database }: Pick<Services, "database">, reader: Reader, state: State): Promise<View> {
  const { t, zone, now } = reader;
  const { filters, back } = state;
  const today = inZone(now, zone).startOf("day");
  const range = rangeOf(today, back);
  const chosen = state.month === null ? today : DateTime.fromISO(`${state.month}-01`, { zone });
  const first = DateTime.min(DateTime.max(chosen, range.from), range.to).startOf("month");
  const here = datesCallback.data({ ...state, month: first.toFormat("yyyy-MM") });
  const span = { from: first.toJSDate(), to: first.plus({ months: 1 }).toJSDate() };
  const full = new Set(await findDaysWithEvents(database, span, filters, reader));
  // Telegram wants a label on every button.
  const blank = button("·", here);
  const cells: InlineKeyboardButton[] = Array.from({ length: first.weekday - 1 }, () => blank);
  for (let day = first; day.hasSame(first, "month"); day = day.plus({ days: 1 })) {
    cells.push(day < range.from ? blank : dayButton(day, { today, full, filters }));
  }
  while (cells.length % 7 > 0) cells.push(blank);
  const weeks: Row[] = [];
  for (let start = 0; start < cells.length; start += 7) weeks.push(cells.slice(start, start + 7));
  return {
    text: joinLines(
      html`<b>${t("dates.choose")}</b>`,
      await filterLine(database, { scope: back ?? { kind: "tonight" }, filters }, t),
      formatMonthTitle(first.year, first.month as MonthNumbers, t),
      t("dates.marked"),
    ),
    keyboard: [
      weekdayHeads(t).map((head) => button(head, here)),
      ...weeks.filter((week) => week.some((cell) => cell !== blank)),
      monthRow(first, range, state, t),
      [
        ...(back === null ? [] : [button(t("button.back"), listCallback.data({ scope: back, filters, page: 0 }))]),
        toMenu(t),
      ],
    ],
  };
}

interface Range {
  from: DateTime;
  to: DateTime;
}

/** The days that can be picked. Who comes from the recordings looks for what has been. */
const rangeOf = (today: DateTime, back: Scope | null): Range => ({
  from: back && isArchive(back.kind) ? today.minus({ months: reach.back }) : today,
  to: today.plus({ months: reach.ahead }),
});

function dayButton(
  day: DateTime,
  { today, full, filters }: { today: DateTime; full: ReadonlySet<string>; filters: Filters },
): InlineKeyboardButton {
  const date = day.toFormat("yyyy-MM-dd");
  const number = full.has(date) ? `${day.day}•` : String(day.day);
  const label = day.hasSame(today, "day") ? `[${number}]` : number;
  return button(label, listCallback.data({ scope: { kind: "date", date }, filters, page: 0 }));
}

/** The months beside this one, by their names. */
function monthRow(first: DateTime, { from, to }: Range, state: State, t: Reader["t"]): Row {
  const toMonth = (month: DateTime, label: "button.month_before" | "button.month_after") =>
    button(
      t(label, { month: t(`date.month_title.${month.month as MonthNumbers}`) }),
      datesCallback.data({ ...state, month: month.toFormat("yyyy-MM") }),
    );
  const row: Row = [];
  if (first > from) row.push(toMonth(first.minus({ months: 1 }), "button.month_before"));
  if (first < to.startOf("month")) row.push(toMonth(first.plus({ months: 1 }), "button.month_after"));
  return row;
}

export const datesScreen = new Screen();

onCallback(datesScreen, datesCallback, async (ctx, state) =>
  show(ctx, await datesView(ctx.services, ctx.reader, state)),
);
