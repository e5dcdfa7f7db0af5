import { InputFile, InputMediaBuilder } from "grammy";
import type { BotContext } from "../../../bot/context.ts";
import { isNotModified, isRefusal } from "../../../bot/doors/telegram/client/refusal.ts";
import { button, type Row, rows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { breakdown, detailTables, dimensionsOf } from "../../../bot/reports/breakdown.ts";
import { freeSpan, periods, type ReportSpan, spanOf } from "../../../bot/reports/counting/span.ts";
import { findFirstDay } from "../../../bot/reports/participation/participation-store.ts";
import { formatCaption } from "../../../bot/reports/plot/caption.ts";
import { draw } from "../../../bot/reports/plot/draw.ts";
import { formatSpan } from "../../../bot/reports/plot/span-words.ts";
import { workbookOf } from "../../../bot/reports/plot/workbook.ts";
import type { Report } from "../../../bot/reports/report.ts";
import { report, type Subject, subjects } from "../../../bot/reports/reports.ts";
import { yearReport } from "../../../bot/reports/year/year-report.ts";
import { fileName } from "../../../bot/words/file-name.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { inZone } from "../../../bot/words/time/local-time.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import {
  chooseDaysCallback,
  type NumbersState,
  numbersCallback,
  plotCallback,
  tableCallback,
  yearReportCallback,
} from "./callbacks.ts";
import { chooseDays } from "./choose-days.ts";

/** What there are numbers about, and the reports of this year and the last. */
function numbersView({ services, reader: { t, now } }: BotContext): View {
  const subjectButton = (subject: Subject) =>
    button(t(`numbers.subject.${subject}`), plotCallback.data({ subject, period: "month", by: null }));
  const { year } = inZone(now, services.city.timeZone);
  return {
    text: t.html("numbers.choose"),
    keyboard: [
      ...rows(subjects.map(subjectButton), 2),
      [year - 1, year].map((each) =>
        button(t("numbers.year.button", { year: String(each) }), yearReportCallback.data(each)),
      ),
      [toStaffMenu(t)],
    ],
  };
}

async function spanFor({ services, reader: { now } }: BotContext, { period }: NumbersState): Promise<ReportSpan> {
  const zone = services.city.timeZone;
  if (period !== "all") return typeof period === "string" ? spanOf(period, now, zone) : freeSpan(period, now, zone);
  const last = inZone(now, zone).toISODate();
  return freeSpan({ first: (await findFirstDay(services.database, zone)) ?? last, last }, now, zone);
}

/** Counts for the whole city, whoever asks: sums name nobody, and an editor of one institution learns from the others. */
async function countFor(ctx: BotContext, state: NumbersState): Promise<Report> {
  const { services, reader } = ctx;
  const span = await spanFor(ctx, state);
  const { subject, by } = state;
  const parted = by === null ? null : await breakdown(subject, by, services.database, span, reader.t);
  return parted ?? report(subject, services.database, span, reader.t);
}

function keyboardOf(state: NumbersState, t: Translate): Row[] {
  const { period, by } = state;
  const switched = (isChosen: boolean, words: string) => (isChosen ? t("button.chosen", { label: words }) : words);
  return [
    periods.map((each) =>
      button(
        switched(each === period, t(`numbers.button_period.${each}`)),
        plotCallback.data({ ...state, period: each }),
      ),
    ),
    [
      button(switched(period === "all", t("numbers.days.all")), plotCallback.data({ ...state, period: "all" })),
      button(switched(typeof period !== "string", t("numbers.days.button")), chooseDaysCallback.data(state)),
    ],
    dimensionsOf(state.subject).map((each) =>
      button(
        switched(each === by, t(`numbers.by.button.${each}`)),
        plotCallback.data({ ...state, by: each === by ? null : each }),
      ),
    ),
    [button(t("numbers.table"), tableCallback.data(state))],
    [button(t("numbers.others"), numbersCallback.data(null)), toStaffMenu(t)],
  ];
}

export const numbersScreen = new Screen();

onStaffCallback(numbersScreen, numbersCallback, "numbers.read", (ctx) => show(ctx, numbersView(ctx)));

onStaffCallback(numbersScreen, plotCallback, "numbers.read", async (ctx, state) => {
  // Counting and drawing take a second: the button need not spin so long.
  const [drawn] = await Promise.all([drawFor(ctx, state), answerTap(ctx)]);
  await showPicture(ctx, drawn);
});

onStaffCallback(numbersScreen, chooseDaysCallback, "numbers.read", (ctx, state) =>
  enter(ctx, chooseDays, plotCallback.data(state)),
);

interface Drawn {
  png: Uint8Array;
  caption: string;
  keyboard: Row[];
}

async function drawFor(ctx: BotContext, state: NumbersState): Promise<Drawn> {
  const { t } = ctx.reader;
  const counted = await countFor(ctx, state);
  const png = await draw({ plot: counted.plot, language: t.language });
  return { png, caption: String(formatCaption(counted)), keyboard: keyboardOf(state, t) };
}

/** Puts a picture in place of the message whose button was pressed, or below it where that one is gone. */
async function showPicture(ctx: BotContext, { png, caption, keyboard }: Drawn): Promise<void> {
  const file = new InputFile(png, "numbers.png");
  const words = { caption, parse_mode: "HTML" as const };
  const options = { reply_markup: { inline_keyboard: keyboard } };
  try {
    await ctx.editMessageMedia(InputMediaBuilder.photo(file, words), options);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (isNotModified(error)) return;
    await ctx.replyWithPhoto(file, { ...words, ...options });
  }
}

onStaffCallback(numbersScreen, tableCallback, "numbers.read", async (ctx, state) => {
  const { services, reader } = ctx;
  const { t } = reader;
  const span = await spanFor(ctx, state);
  const { subject } = state;
  const [{ plot, tables }, details] = await Promise.all([
    report(subject, services.database, span, t),
    detailTables(subject, services.database, span, t),
    answerTap(ctx),
  ]);
  const days = formatSpan(span, t);
  const name = fileName([plot.title, days], "xlsx");
  const caption = t("numbers.table_ready", { title: plot.title, period: days });
  await ctx.replyWithDocument(new InputFile(await workbookOf([...tables, ...details]), name), { caption });
});

onStaffCallback(numbersScreen, yearReportCallback, "numbers.read", async (ctx, year) => {
  const { services, reader } = ctx;
  const { t, now } = reader;
  const span = freeSpan({ first: `${year}-01-01`, last: `${year}-12-31` }, now, services.city.timeZone);
  const [tables] = await Promise.all([yearReport(services.database, span, t), answerTap(ctx)]);
  const title = t("numbers.year.title", { year: String(year) });
  const caption = t("numbers.table_ready", { title, period: formatSpan(span, t) });
  await ctx.replyWithDocument(new InputFile(await workbookOf(tables), fileName([title], "xlsx")), { caption });
});
