import { rateCallback } from "../doors/telegram/screen/callbacks.ts";
import type { Card } from "../programme/card/card.ts";
import { reasonLine, titleOf, whereLine } from "../programme/card/words.ts";
import type { OccurrenceStatus } from "../programme/event.ts";
import { type Stars, stars } from "../voices/stars.ts";
import { capitalise } from "../words/capitalise.ts";
import { cutAtWord } from "../words/cut.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import type { Translate } from "../words/messages/translator.ts";
import { formatAtTime, formatDay } from "../words/time/dates.ts";
import { daysBetween, inZone } from "../words/time/local-time.ts";
import { type ClockReader, formatOwnTime } from "../words/time/own-clock.ts";
import { formatRelative } from "../words/time/relative.ts";
import { formatWhen, lastInstant, type Times } from "../words/time/when.ts";
import type { Change } from "./changed.ts";
import { daysLeft } from "./last-days.ts";
import { type LeadTime, lastDays } from "./lead-times.ts";

/** A change that there is something to say about. */
type News = Exclude<Change, { kind: "nothing" }>;

/** In whose words, by which clocks. */
export type TimeReader = ClockReader;

/** "за 1 день", "за 3 дня до конца" */
export const formatLead = (lead: LeadTime, t: Translate): string =>
  t(`remind.lead.${lead === lastDays ? "last" : lead}`);

/** "за 1 день, за 1 час" */
export const formatLeads = (leads: readonly LeadTime[], t: Translate): string =>
  leads.map((lead) => formatLead(lead, t)).join(", ");

/**
 * When the reminders of one date will really come: "Напомню за 1 день, за 1 час."; one that quiet hours move says when, and
 * why, by the clock of its owner. That of the last days says its day.
 */
export function formatPlanned(
  planned: readonly { lead: LeadTime; dueAt: Date }[],
  startsAt: Date,
  { t, zone, ownZone = zone, now }: TimeReader,
): string {
  const isMoved = ({ lead, dueAt }: { lead: LeadTime; dueAt: Date }) =>
    dueAt.getTime() !== startsAt.getTime() - lead * 60_000;
  const ofStart = planned.filter(({ lead }) => lead !== lastDays);
  const punctual = ofStart.filter((one) => !isMoved(one)).map(({ lead }) => lead);
  const comes = (dueAt: Date) =>
    t("date.day_and_time", { day: formatDay(dueAt, t, ownZone, now), time: formatAtTime(dueAt, t, ownZone) });
  const moved = ofStart.filter(isMoved).map(({ lead, dueAt }) => {
    const wanted = new Date(startsAt.getTime() - lead * 60_000);
    return t("remind.moved", { when: comes(dueAt), time: formatAtTime(wanted, t, ownZone) });
  });
  const plain = punctual.length === 0 ? [] : [t("remind.set", { leads: formatLeads(punctual, t) })];
  const last = planned
    .filter(({ lead }) => lead === lastDays)
    .map(({ dueAt }) => t("remind.last", { when: comes(dueAt) }));
  return [...plain, ...moved, ...last].join(" ");
}

/** The reminder: what, when in words, where. A late one says so. */
export function formatReminder(card: Card, reader: TimeReader, isLate: boolean): Html {
  const { t } = reader;
  return joinLines(
    html`<b>${title(card, t)}</b>`,
    "",
    capitalise(formatComingUp(card, reader)),
    cutAtWord(whereLine(card, t) ?? "", 320) || null,
    isLate ? html`\n<i>${t("remind.late")}</i>` : null,
  );
}

/** The reminder of the last days: what, until when, how many days are left, where. */
export function formatLastDays(card: Card, { t, zone, now }: TimeReader): Html {
  const count = daysLeft(card.endsAt, zone, now);
  const date = formatDay(lastInstant(card), t, zone, now);
  return joinLines(
    html`<b>${title(card, t)}</b>`,
    "",
    count === 0 ? t("remind.last_day") : t("remind.last_days", { date, count }),
    cutAtWord(whereLine(card, t) ?? "", 320) || null,
  );
}

/** "через 1 час, в 19:00"; with the day unless it is today's: "завтра, чт, 20 ноября, в 19:00". */
export function formatComingUp(card: Times, reader: TimeReader): string {
  const { t, zone, now } = reader;
  if (now >= card.startsAt) return t("remind.begun", { time: formatAtTime(card.startsAt, t, zone) });
  const isToday = daysBetween(inZone(now, zone), inZone(card.startsAt, zone)) === 0;
  const day = isToday && card.hasStartTime ? null : formatDay(card.startsAt, t, zone, now);
  const time = card.hasStartTime ? formatAtTime(card.startsAt, t, zone) : null;
  const own = card.hasStartTime ? formatOwnTime(card.startsAt, reader) : null;
  return [formatRelative(card, t, zone, now), day, time, own].filter((part) => part !== null).join(", ");
}

/** What happened to a date: how it was, how it is now, what becomes of the reminders. */
export function formatChange(card: Card, change: News, reader: TimeReader, wasHourKnown: boolean): Html {
  const { t, zone, now } = reader;
  const when = formatWhen(card, t, zone, now);
  const where = cutAtWord(whereLine(card, t) ?? "", 320);
  const lines = (): (string | null)[] => {
    switch (change.kind) {
      case "moved":
        return [
          t("change.was", { when: formatStart(change.from, wasHourKnown, reader) }),
          t("change.is", { when }),
          where || null,
          t("change.reminders_follow"),
        ];
      case "restored":
        return [t("change.is", { when }), where || null, t("change.reminders_stay")];
      case "relocated":
        return [t("change.new_place", { where }), capitalise(when)];
      case "postponed":
        return [reasonLine(card, t), t("change.reminders_rest")];
      case "cancelled":
        return [t("change.was", { when }), reasonLine(card, t), card.otherDates > 0 ? t("change.other_dates") : null];
    }
  };
  return joinLines(html`<b>${t(`change.${change.kind}`)}</b>`, title(card, t), "", ...lines());
}

function formatStart(startsAt: Date, hasStartTime: boolean, { t, zone, now }: TimeReader): string {
  return formatWhen({ startsAt, endsAt: startsAt, hasStartTime, hasEndTime: false }, t, zone, now);
}

/** A title without quotation marks around it, for sentences that put their own. */
const unquoted = (text: string): string => /^[«“"](?<inside>[^«»“”"]+)[»”"]$/u.exec(text)?.groups?.["inside"] ?? text;

/** How was it? */
export const formatQuestion = (card: Card, t: Translate): Html =>
  t.html("feedback.ask", { title: html`<b>${unquoted(title(card, t))}</b>` });

/** What a person said, which they may say otherwise. */
export const formatThanks = (card: Card, stars: Stars, t: Translate): Html =>
  t.html("feedback.thanks", { title: html`<b>${title(card, t)}</b>`, count: stars });

/** "4 ★", and "✓ 4" of those given: five of them are to stand in one row, where a row of five shows three characters each. */
export const starLabel = (count: Stars, t: Translate, given?: Stars): string =>
  count === given ? t("button.chosen", { label: String(count) }) : t("feedback.stars", { count });

/** One to five stars, the number beside each; those given are ticked. */
export const starButtons = (occurrenceId: number, t: Translate, given?: Stars) =>
  stars.map((count) => {
    return {
      text: starLabel(count, t, given),
      callback_data: rateCallback.data({ occurrenceId, stars: count }),
    };
  });

/** A date of /my: what, when, and the reminders still to come. */
export function formatComing(
  row: Times & { title: string; status: OccurrenceStatus },
  reminders: string | null,
  { t, zone, now }: TimeReader,
): Html {
  const when = capitalise(formatWhen(row, t, zone, now));
  const line = () => {
    if (row.status === "cancelled" || row.status === "postponed") return t(`my.${row.status}`);
    return reminders ?? t("my.reminded");
  };
  // The day of what is postponed does not hold any more.
  return joinLines(html`<b>${cutAtWord(row.title, 160)}</b>`, row.status === "postponed" ? null : when, line());
}

const title = (card: Card, t: Translate): string => cutAtWord(titleOf(card, t.language), 256);
