import { DateTime } from "luxon";
import {
  type DateShift,
  moveAll,
  moveOccurrence,
} from "../../../../bot/programme/editing/changes/change-dates-store.ts";
import { html } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { meant, type ReadText, type Understood } from "../../../kit/steps/understand.ts";
import { askNewTime } from "../ask/ask-dates.ts";
import { readingOf } from "../ask/city-time.ts";
import { confirm, countPeople, formatDate, pickDates, type SeenDate } from "../ask/pick-dates.ts";
import { formatSaid } from "../words.ts";
import type { Plan, Write } from "./edit.ts";
import { comingDates, isOff } from "./event-under-edit.ts";

/** Moves one date to a new time, or all to another hour or by days; says who will be told before it is done. */
export const planMove: Plan = async (conversation, seen) => {
  const coming = comingDates(seen, conversation.ctx.reader.now);
  for (;;) {
    const picked = await pickDates(conversation, coming, { canBeAll: true });
    if (picked.kind !== "answer") return picked;
    const [date] = picked.value;
    const move =
      date && picked.value.length === 1 ? planMoveOne(conversation, date) : planMoveAll(conversation, picked.value);
    const planned = await move;
    if (planned.kind !== "back" || coming.length === 1) return planned;
  }
};

/** Sets right a time that was typed wrong: nobody is told, and the date has not "moved". */
export const planCorrect: Plan = async (conversation, seen) => {
  const coming = comingDates(seen, conversation.ctx.reader.now).filter((date) => !isOff(date));
  for (;;) {
    const picked = await pickDates(conversation, coming, { canBeAll: false });
    if (picked.kind !== "answer") return picked;
    const [date] = picked.value;
    if (date === undefined) continue;
    const planned = await planMoveOne(conversation, date, true);
    if (planned.kind !== "back" || coming.length === 1) return planned;
  }
};

async function planMoveOne(conversation: Conversation, date: SeenDate, isCorrection = false): Promise<Answer<Write>> {
  const { t } = conversation.ctx.reader;
  const was = formatDate(conversation, date);
  const present = { startsAt: new Date(date.startsAt), hasStartTime: date.hasStartTime };
  for (;;) {
    const time = await askNewTime(conversation, present, t("programme.ask.move", { was }));
    if (time.kind !== "answer") return time;
    const { startsAt, endsAt, hasStartTime } = time.value;
    const count = await countPeople(conversation, [date]);
    const now = formatSaid(time.value, t, readingOf(conversation));
    const text = isCorrection
      ? t("programme.confirm.correct", { was, now })
      : t("programme.confirm.move", { count, was, now });
    const yes = t(isCorrection ? "programme.yes.correct" : "programme.yes.move");
    const agreed = await confirm(conversation, { text, yes });
    if (agreed.kind === "back") continue;
    if (agreed.kind === "cancelled") return agreed;
    return answered((database, actor, edition) =>
      moveOccurrence(database, actor, edition, {
        occurrenceId: date.id,
        startsAt: new Date(startsAt),
        hasStartTime,
        isCorrection,
        ...(endsAt !== null && { endsAt: new Date(endsAt) }),
      }),
    );
  }
}

async function planMoveAll(conversation: Conversation, dates: readonly SeenDate[]): Promise<Answer<Write>> {
  const { t } = conversation.ctx.reader;
  const { zone } = readingOf(conversation);
  for (;;) {
    const shift = await ask<DateShift>(conversation, {
      text: html`${t("programme.ask.shift")}`,
      again: html`${t("programme.again.shift")}`,
      readForeign: (said, readText) => readShift(typed(said), readText),
      canGoBack: true,
    });
    if (shift.kind !== "answer") return shift;
    const standing = dates.filter((date) => !isOff(date));
    const count = await countPeople(conversation, standing);
    const [first] = standing;
    const now = first === undefined ? "" : formatSaid(shifted(first, shift.value, zone), t, readingOf(conversation));
    const text = t("programme.confirm.move_all", {
      count,
      dates: standing.length,
      was: first === undefined ? "" : formatDate(conversation, first),
      now,
    });
    const agreed = await confirm(conversation, { text, yes: t("programme.yes.move") });
    if (agreed.kind === "cancelled") return agreed;
    if (agreed.kind === "answer")
      return answered((database, actor, edition) => moveAll(database, actor, edition, shift.value));
  }
}

/** "+7" and "-1" are days, "18:30" is an hour. */
async function readShift(text: string, readText: ReadText): Promise<Understood<DateShift>> {
  const days = /^([+−–-])\s?(\d{1,3})(?!\d|[:.])/u.exec(text);
  if (days) return meant({ days: days[1] === "+" ? Number(days[2]) : -Number(days[2]) });
  const time = await readText("time", text);
  return meant(time === null ? undefined : { time: { hour: Math.floor(time / 60), minute: time % 60 } });
}

function shifted({ startsAt, hasStartTime }: SeenDate, { days = 0, time }: DateShift, zone: string) {
  const moved = DateTime.fromISO(startsAt, { zone }).plus({ days });
  const begin = (time ? moved.set(time) : moved).toJSDate();
  return { startsAt: begin.toISOString(), endsAt: null, hasStartTime: hasStartTime || time !== undefined };
}
