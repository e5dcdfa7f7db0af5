import type { Reader, Services } from "../../bot/context.ts";
import { cardCallback, otherDatesCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import type { OtherDate } from "../../bot/programme/card/card.ts";
import { findCard, findOtherDates } from "../../bot/programme/card/card-store.ts";
import { titleOf } from "../../bot/programme/card/words.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { html } from "../../bot/words/html.ts";
import { formatWhen } from "../../bot/words/time/when.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { turnRow } from "../kit/pagination.ts";
import { Screen } from "../kit/screen.ts";

/** Dates on a page: one button each. */
const datesPerPage = 8;

type State = { occurrenceId: number; page: number; from: string };

/** Every other date to come of the card's event as a button; back leads to the card. */
async function otherDatesView(
  { database }: Services,
  reader: Reader,
  { occurrenceId, page, from }: State,
): Promise<View> {
  const { t, zone, now } = reader;
  const card = await findCard(database, occurrenceId, now);
  if (card === null || card.withdrawn) return menuView(t, html`${t("card.gone")}`);
  const dates = await findOtherDates(database, card, now);
  const shown = dates.slice(page * datesPerPage, (page + 1) * datesPerPage);
  const to = (next: number) => otherDatesCallback.data({ occurrenceId, page: next, from });
  return {
    text: html`<b>${t("card.other_dates", { title: titleOf(card, t.language) })}</b>`,
    keyboard: [
      ...shown.map((date) => {
        const when = capitalise(formatWhen(shortTimes(date), t, zone, isNear(date, now) ? date.startsAt : now));
        const label = date.status === "scheduled" ? when : `${when} · ${t(`mark.${date.status}`)}`;
        return [
          { ...button("", cardCallback.data({ occurrenceId: date.occurrenceId, whole: false, from })), text: label },
        ];
      }),
      turnRow(t, { page, hasMore: dates.length > (page + 1) * datesPerPage }, to),
      ...rows([button(t("button.back"), cardCallback.data({ occurrenceId, whole: false, from })), toMenu(t)]),
    ],
  };
}

const day = 24 * 3_600_000;

/** An evening by its beginning alone: a phone cuts a button after some 30 letters. */
const shortTimes = (date: OtherDate): OtherDate =>
  date.endsAt.getTime() - date.startsAt.getTime() < day ? { ...date, hasEndTime: false } : date;

/** In a list in order nobody takes the January to come for another one: its year may be left out. */
const isNear = ({ startsAt }: OtherDate, now: Date): boolean => startsAt.getTime() - now.getTime() < 180 * day;

export const otherDatesScreen = new Screen();

onCallback(otherDatesScreen, otherDatesCallback, async (ctx, state) =>
  show(ctx, await otherDatesView(ctx.services, ctx.reader, state)),
);
