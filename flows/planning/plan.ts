import type { BotContext } from "../../bot/context.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { createEvening, settingOf } from "../../bot/planning/change-store.ts";
import { dayOfEvening, type EveningWish } from "../../bot/planning/evening.ts";
import { findCard } from "../../bot/programme/card/card-store.ts";
import { todayOf } from "../../bot/when/days.ts";
import { html } from "../../bot/words/html.ts";
import { inZone } from "../../bot/words/time/local-time.ts";
import { menuView } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { canBePlanned } from "./buttons.ts";
import { planAroundCallback, planDayCallback, planTonightCallback } from "./callbacks.ts";
import { eveningView } from "./evening.ts";

/** Plans an evening and shows it; `said` stands above it. */
export async function planView(ctx: BotContext, wish: Partial<EveningWish>, said?: string): Promise<View> {
  const { services, reader } = ctx;
  const wanted: EveningWish = {
    ...{ day: dayOfEvening(reader), setting: "town", company: "anyone", priceLimit: null },
    ...wish,
  };
  const id = await createEvening(services.database, reader.person.id, { wish: wanted, anchor: null }, reader);
  return eveningView(ctx, id, said);
}

/** Plans an evening around what a card shows. */
async function aroundView(ctx: BotContext, occurrenceId: number): Promise<View> {
  const { services, reader } = ctx;
  const { t, now, zone, person } = reader;
  const card = await findCard(services.database, occurrenceId, now);
  if (card === null || card.withdrawn) return menuView(t, html`${t("card.gone")}`);
  if (!canBePlanned(card, now)) return menuView(t, html`${t("evening.too_late")}`);
  const wish: EveningWish = {
    ...{ day: inZone(card.startsAt, zone).toISODate(), setting: settingOf(card) },
    ...{ company: "anyone", priceLimit: null },
  };
  const id = await createEvening(services.database, person.id, { wish, anchor: card }, reader);
  return eveningView(ctx, id);
}

export const planScreen = new Screen();

const inPrivate = privatePartOf(planScreen);

onCallback(inPrivate, planTonightCallback, async (ctx) => show(ctx, await planView(ctx, {})));
onCallback(inPrivate, planDayCallback, async (ctx, { day, setting, company, priceLimit }) => {
  const isPast = day !== null && day < todayOf(ctx.reader);
  const wish = {
    ...(day !== null && !isPast && { day }),
    ...(setting !== null && { setting }),
    ...(company !== null && { company }),
    priceLimit,
  };
  await show(ctx, await planView(ctx, wish));
});
onCallback(inPrivate, planAroundCallback, async (ctx, occurrenceId) => show(ctx, await aroundView(ctx, occurrenceId)));
