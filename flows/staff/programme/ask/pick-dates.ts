import { countTold } from "../../../../bot/programme/editing/changes/count-told-store.ts";
import { capitalise } from "../../../../bot/words/capitalise.ts";
import { formatDay, formatTime } from "../../../../bot/words/time/dates.ts";
import { formatWhen } from "../../../../bot/words/time/when.ts";
import { choose } from "../../../kit/ask/choose.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { type Seen, timesOf } from "../edit/event-under-edit.ts";
import { readingOf } from "./city-time.ts";

export type SeenDate = Seen["event"]["occurrences"][number];

const perPage = 8;

/** Which date is meant, where there are several; or all of them. */
export async function pickDates(
  conversation: Conversation,
  dates: readonly SeenDate[],
  { canBeAll }: { canBeAll: boolean },
): Promise<Answer<readonly SeenDate[]>> {
  const { t } = conversation.ctx.reader;
  const [only] = dates;
  if (only && dates.length === 1) return answered([only]);
  for (let from = 0; ; from = from + perPage < dates.length ? from + perPage : 0) {
    const page = dates.slice(from, from + perPage);
    const answer = await choose<readonly SeenDate[] | "more">(
      conversation,
      t("programme.ask.which_date"),
      [
        ...page.map((date) => [{ label: dateLabel(conversation, timesOf(date)), value: [date] }]),
        ...(dates.length > perPage ? [[{ label: t("button.later"), value: "more" as const }]] : []),
        ...(canBeAll ? [[{ label: t("programme.button.all_dates", { count: dates.length }), value: dates }]] : []),
      ],
      false,
      t("programme.button.nothing"),
    );
    if (answer.kind !== "answer") return answer;
    if (answer.value !== "more") return answered(answer.value);
  }
}

/** The hour comes first: what a button has no room for is the end of the day's name. */
function dateLabel(
  conversation: Conversation,
  { startsAt, hasStartTime }: Pick<ReturnType<typeof timesOf>, "startsAt" | "hasStartTime">,
): string {
  const { now, zone } = readingOf(conversation);
  const { t } = conversation.ctx.reader;
  const day = formatDay(startsAt, t, zone, now);
  return hasStartTime ? t("programme.date_label", { time: formatTime(startsAt, zone), day }) : capitalise(day);
}

/** A date inside of a sentence. */
export function formatDate(conversation: Conversation, date: SeenDate): string {
  const { now, zone } = readingOf(conversation);
  return formatWhen(timesOf(date), conversation.ctx.reader.t, zone, now);
}

/** How many people would be told of a change of these dates. */
export function countPeople({ dialogue }: Conversation, dates: readonly SeenDate[]): Promise<number> {
  const ids = dates.map(({ id }) => id);
  return dialogue.external(
    async ({ services, reader }) => (await countTold(services.database, ids, reader.now)).people,
  );
}

/** Repeats what will happen, and whom it concerns; the other ways out change nothing. */
export async function confirm(
  conversation: Conversation,
  { text, yes }: { text: string; yes: string },
): Promise<Answer<true>> {
  return choose<true>(
    conversation,
    text,
    [[{ label: yes, value: true }]],
    true,
    conversation.ctx.reader.t("programme.button.nothing"),
  );
}
