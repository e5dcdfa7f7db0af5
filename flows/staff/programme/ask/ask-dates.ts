import type { ParsedDate } from "../../../../bot/when/parse/parse-dates.ts";
import type { Present } from "../../../../bot/when/parse/parse-moment.ts";
import type { Unclear } from "../../../../bot/when/parse/parse-recurrence.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { meant } from "../../../kit/steps/understand.ts";
import { formatNoHour, formatUnused } from "../../../kit/steps/unused.ts";
import type { SaidDate } from "../make/draft.ts";
import { datesLines } from "../words.ts";
import { readingOf } from "./city-time.ts";

/** Dates as they were understood, and the sentence about words that were not. */
interface Understood {
  dates: SaidDate[];
  unused: string | null;
}

/** When it is, in free words; what was understood is shown before it is taken. */
export async function askDates(
  conversation: Conversation,
  { canGoBack, canSkip }: { canGoBack: boolean; canSkip: boolean },
): Promise<Answer<SaidDate[]>> {
  const { t } = conversation.ctx.reader;
  const reading = readingOf(conversation);
  const right = { label: t("programme.button.right"), value: "right" as const };
  const skip = { label: t("programme.button.skip"), value: "right" as const };
  let text = html`${t("programme.ask.when")}`;
  for (let dates: SaidDate[] = []; ; ) {
    const found = dates;
    const answer = await ask<"right" | Understood>(conversation, {
      text,
      again: html`${t(missing.days)}`,
      choices: found.length > 0 ? [[right]] : canSkip ? [[skip]] : [],
      readForeign: async (said, readText) => {
        const read = await readText("dates", typed(said), reading);
        if (read.kind === "unclear") return { kind: "missing", text: t(missing[read.what]) };
        return meant({ dates: read.dates.map(toSaid), unused: formatUnused(t, typed(said), read.unused) ?? null });
      },
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    if (answer.value === "right") return answered(found);
    const { unused } = answer.value;
    dates = answer.value.dates;
    const shown = t.html("programme.ask.dates_right", { count: dates.length, dates: datesLines(dates, t, reading) });
    text = joinLines(...(unused === null ? [] : [unused, ""]), shown);
  }
}

/** The one new time of a date, or another hour of the same day. */
export function askNewTime(conversation: Conversation, current: Present, text: string): Promise<Answer<SaidDate>> {
  const { t } = conversation.ctx.reader;
  const reading = readingOf(conversation);
  return ask(conversation, {
    text: html`${text}`,
    again: html`${t("programme.again.move")}`,
    readForeign: async (said, readText) => {
      const read = await readText("moment", typed(said), reading, current);
      const noHour = formatNoHour(t, read);
      if (noHour !== undefined) return { kind: "missing", text: noHour };
      const unused = formatUnused(t, typed(said), read.unused);
      if (read.kind === "moment" && unused !== undefined) return { kind: "missing", text: unused };
      return meant(read.kind === "moment" ? toSaid(read) : undefined);
    },
    canGoBack: true,
  });
}

export const toSaid = ({ startsAt, endsAt, hasStartTime }: ParsedDate): SaidDate => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
  hasStartTime,
});

const missing = {
  days: "programme.again.days",
  time: "programme.again.time",
  start: "programme.again.start",
  count: "programme.again.end",
  end: "programme.again.end",
  pause: "programme.again.days",
  "too many": "programme.again.too_many",
  none: "programme.again.start",
  weekday: "programme.again.weekday",
  ambiguous: "programme.again.ambiguous",
} as const satisfies Record<Unclear, string>;
