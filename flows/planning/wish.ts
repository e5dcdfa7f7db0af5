import type { InlineKeyboardButton } from "grammy/types";
import type { BotContext, Reader } from "../../bot/context.ts";
import { button, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { eveningCompanies, eveningSettings } from "../../bot/planning/candidate.ts";
import { planAgain } from "../../bot/planning/change-store.ts";
import { type EveningWish, eveningDays } from "../../bot/planning/evening.ts";
import type { Evening } from "../../bot/planning/evening-store.ts";
import { formatPriceLimit, formatWish, titleOfEvening } from "../../bot/planning/words.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { intlLocales } from "../../bot/words/intl.ts";
import { inZone } from "../../bot/words/time/local-time.ts";
import { startOfDay } from "../../bot/words/time/start-of-day.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import {
  companyCallback,
  dayCallback,
  eveningCallback,
  priceCallback,
  priceChoices,
  settingCallback,
  wishCallback,
} from "./callbacks.ts";
import { eveningView, findOwn, goneView } from "./evening.ts";

/** Days that one can choose: two rows of a phone. */
const daysShown = 6;

/** "Пн, 30": a phone shows three of them beside each other. */
function shortDay(day: string, { t, zone }: Reader): string {
  const date = startOfDay(day, zone);
  const format = new Intl.DateTimeFormat(intlLocales[t.language], { weekday: "short", timeZone: zone });
  return capitalise(
    t("evening.short_day", { weekday: format.format(date).replace(".", ""), day: inZone(date, zone).day }),
  );
}

/** What an evening is to be like: each choice plans it anew. */
function wishView(evening: Evening, reader: Reader): View {
  const { t } = reader;
  const { id: eveningId, wish } = evening;
  const choice = (label: string, isChosen: boolean, data: string): InlineKeyboardButton =>
    button(isChosen ? t("button.chosen", { label }) : label, data);
  const days = eveningDays(reader);
  const near = days.slice(0, daysShown);
  const shown = near.includes(wish.day) ? near : [...near.slice(0, -1), wish.day];
  return {
    text: joinLines(html`<b>${titleOfEvening(evening, reader)}</b>`, formatWish(wish, t), "", t("evening.choose")),
    keyboard: [
      eveningSettings.map((setting) =>
        choice(t(`evening.setting.${setting}`), setting === wish.setting, settingCallback.data({ eveningId, setting })),
      ),
      ...rows(
        eveningCompanies.map((company) =>
          choice(
            capitalise(t(`evening.company.${company}`)),
            company === wish.company,
            companyCallback.data({ eveningId, company }),
          ),
        ),
      ),
      ...rows(
        priceChoices.map((price) =>
          choice(
            price === null ? t("evening.any_price") : capitalise(formatPriceLimit(price, t)),
            price === wish.priceLimit,
            priceCallback.data({ eveningId, price }),
          ),
        ),
      ),
      ...rows(
        shown.map((day) => choice(shortDay(day, reader), day === wish.day, dayCallback.data({ eveningId, day }))),
      ),
      [button(t("evening.button.back"), eveningCallback.data(eveningId))],
    ],
  };
}

async function showWish(ctx: BotContext, eveningId: number): Promise<void> {
  const evening = await findOwn(ctx, eveningId);
  if (evening === null) return show(ctx, goneView(ctx.reader));
  await show(ctx, evening.isKept ? await eveningView(ctx, eveningId) : wishView(evening, ctx.reader));
}

async function choose(ctx: BotContext, eveningId: number, change: Partial<EveningWish>): Promise<void> {
  const { services, reader } = ctx;
  await planAgain(services.database, { eveningId, personId: reader.person.id }, change, reader);
  await show(ctx, await eveningView(ctx, eveningId));
}

export const wishScreen = new Screen();

const inPrivate = privatePartOf(wishScreen);

onCallback(inPrivate, wishCallback, showWish);
onCallback(inPrivate, settingCallback, (ctx, { eveningId, setting }) => choose(ctx, eveningId, { setting }));
onCallback(inPrivate, companyCallback, (ctx, { eveningId, company }) => choose(ctx, eveningId, { company }));
onCallback(inPrivate, priceCallback, (ctx, { eveningId, price }) => choose(ctx, eveningId, { priceLimit: price }));
onCallback(inPrivate, dayCallback, (ctx, { eveningId, day }) => choose(ctx, eveningId, { day }));
