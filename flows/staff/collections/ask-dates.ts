import { html } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import type { Answer } from "../../kit/steps/answer.ts";
import { meant } from "../../kit/steps/understand.ts";
import { formatUnused } from "../../kit/steps/unused.ts";
import { readingOf } from "../programme/ask/city-time.ts";

/** The time of a collection as plain JSON: a dialogue is replayed. */
export interface SaidTime {
  startsAt: string;
  endsAt: string;
  hasHours: boolean;
}

/** Asks from when to when it is; null, where that is offered: it has no dates. */
export function askCollectionDates(
  conversation: Conversation,
  { mayBeNone, canGoBack }: { mayBeNone: boolean; canGoBack: boolean },
): Promise<Answer<SaidTime | null>> {
  const { t } = conversation.ctx.reader;
  const reading = readingOf(conversation);
  return ask<SaidTime | null>(conversation, {
    text: html`${t("collection.edit.ask.dates")}`,
    again: html`${t("collection.edit.ask.dates_again")}`,
    choices: mayBeNone ? [[{ label: t("collection.edit.button.no_dates"), value: null }]] : [],
    readForeign: async (said, readText) => {
      const text = typed(said);
      const read = await readText("dates", text, reading);
      const unused = formatUnused(t, text, read.unused);
      if (unused !== undefined && read.kind === "dates") return { kind: "missing", text: unused };
      if (read.kind !== "dates") return { kind: "missing" };
      const [first, ...others] = read.dates;
      if (first === undefined) return { kind: "missing" };
      if (others.length > 0) return { kind: "missing", text: t("collection.edit.ask.several") };
      const { startsAt, endsAt, hasStartTime } = first;
      // A day alone is that whole day; an hour without an end would leave open what belongs to it.
      const end = endsAt ?? (hasStartTime ? null : new Date(startsAt.getTime() + 86_400_000));
      if (end === null || end <= startsAt) return { kind: "missing" };
      return meant<SaidTime>({
        startsAt: startsAt.toISOString(),
        endsAt: end.toISOString(),
        hasHours: hasStartTime,
      });
    },
    canGoBack,
  });
}

export const datesOf = (said: SaidTime | null) =>
  said === null ? null : { startsAt: new Date(said.startsAt), endsAt: new Date(said.endsAt), hasHours: said.hasHours };
