import { Composer, InputFile, InputMediaBuilder } from "grammy";
import type { BotContext } from "../../../bot/context.ts";
import { isNotModified, isRefusal } from "../../../bot/doors/telegram/client/refusal.ts";
import { button, type Row, rows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { periods, spanOf } from "../../../bot/reports/counting/span.ts";
import { formatCaption } from "../../../bot/reports/plot/caption.ts";
import { draw } from "../../../bot/reports/plot/draw.ts";
import { workbookOf } from "../../../bot/reports/plot/workbook.ts";
import type { Report } from "../../../bot/reports/report.ts";
import { report, type Subject, subjects } from "../../../bot/reports/reports.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { onStaffCallback } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { type NumbersState, numbersCallback, plotCallback, tableCallback } from "./callbacks.ts";

/** What there are numbers about. */
function numbersView(t: Translate): View {
  const subjectButton = (subject: Subject) =>
    button(t(`numbers.subject.${subject}`), plotCallback.data({ subject, period: "month" }));
  return { text: t.html("numbers.choose"), keyboard: [...rows(subjects.map(subjectButton), 2), [toStaffMenu(t)]] };
}

/** Counts for the whole city, whoever asks: sums name nobody, and an editor of one institution learns from the others. */
function countFor({ services, reader }: BotContext, { subject, period }: NumbersState): Promise<Report> {
  const span = spanOf(period, reader.now, services.city.timeZone);
  return report(subject, services.database, span, reader.t);
}

function keyboardOf({ subject, period }: NumbersState, t: Translate): Row[] {
  const label = (each: NumbersState["period"]): string => {
    const words = t(`numbers.button_period.${each}`);
    return each === period ? t("button.chosen", { label: words }) : words;
  };
  return [
    periods.map((each) => button(label(each), plotCallback.data({ subject, period: each }))),
    [button(t("numbers.table"), tableCallback.data({ subject, period }))],
    [button(t("numbers.others"), numbersCallback.data(null)), toStaffMenu(t)],
  ];
}

export const numbersScreen = new Composer<BotContext>();

onStaffCallback(numbersScreen, numbersCallback, "numbers.read", (ctx) => show(ctx, numbersView(ctx.reader.t)));

onStaffCallback(numbersScreen, plotCallback, "numbers.read", async (ctx, state) => {
  const { t } = ctx.reader;
  // Counting and drawing take a second: the button need not spin so long.
  const [counted] = await Promise.all([countFor(ctx, state), answerTap(ctx)]);
  const png = await draw({ plot: counted.plot, language: t.language });
  await showPicture(ctx, png, String(formatCaption(counted)), keyboardOf(state, t));
});

/** Puts a picture in place of the message whose button was pressed, or below it where that one is gone. */
async function showPicture(ctx: BotContext, png: Uint8Array, caption: string, keyboard: Row[]): Promise<void> {
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
  const { t } = ctx.reader;
  const [{ plot, tables }] = await Promise.all([countFor(ctx, state), answerTap(ctx)]);
  const name = `${state.subject}-${state.period}.xlsx`;
  const caption = t("numbers.table_ready", { title: plot.title, period: plot.subtitle });
  await ctx.replyWithDocument(new InputFile(await workbookOf(tables), name), { caption });
});
